import { ARC, CUBIC, type Design, LINE, type Run } from '#shared/geometry/design.ts'
import type { Warning } from '#shared/util/reading.ts'

/** What a format can hold beside straight stitched lines. */
export interface Holds {
  readonly arcs: boolean
  readonly cubics: boolean
  readonly pauses: boolean
  /** Words shown to the operator at a pause. */
  readonly pauseText: boolean
  readonly notes: boolean
  readonly threads: boolean
  readonly layers: boolean
  /** Places are rounded to multiples of this, in millimetres; said where that moves any. Absent: fine enough to say nothing. */
  readonly stepMm?: number
}

/**
 * What a design loses in a format, one warning each, in plain words. Jumps are told by one-line.ts, which joins them, and a size by
 * the writer that gives it up.
 *
 * @param toleranceMm how far the written line may stray from a curve that the format cannot hold
 */
export function lossesOf({ runs, metadata }: Design, holds: Holds, toleranceMm: number): Warning[] {
  const losses: Warning[] = []
  const off = `at most ${Number(toleranceMm.toPrecision(2))} mm off`
  const lose = (code: string, message: string): void => void losses.push({ code, message })
  if (!holds.pauses && runs.some(run => run.pauseBefore !== undefined)) {
    lose('pauses-lost', 'This format holds no pauses. They are left out.')
  } else if (!holds.pauseText && runs.some(run => run.pauseBefore !== undefined && run.pauseBefore !== '')) {
    lose('pause-text-lost', 'The machine will pause, but this format cannot show the words.')
  }
  if (!holds.arcs && runs.some(run => run.ops.includes(ARC) || run.ops.includes(CUBIC))) {
    lose('curves-flattened', `Curves become short straight lines, ${off}.`)
  } else if (!holds.cubics && runs.some(run => run.ops.includes(CUBIC))) {
    lose('curves-as-arcs', `Free curves become arcs that follow them, ${off}.`)
  }
  if (holds.stepMm !== undefined && !isOnGrid(runs, holds.stepMm)) {
    lose('places-rounded', `Places are rounded to ${holds.stepMm} mm, as fine as this format goes.`)
  }
  if (!holds.notes && (metadata.notes.length > 0 || metadata.name !== undefined)) {
    lose('notes-lost', 'This format holds no notes. They go into a text beside it.')
  }
  if (!holds.threads && isMixed(runs.map(run => run.thread)))
    lose('thread-lost', 'This format holds no thread colours.')
  if (!holds.layers && isMixed(runs.map(run => run.layer))) lose('layers-lost', 'This format holds no layers.')
  return losses
}

/** One colour or layer for everything says nothing worth keeping. */
function isMixed(values: readonly (string | undefined)[]): boolean {
  return values.some(value => value !== values[0])
}

/** Whether every place is a whole number of steps from the first one, to a hundredth of a step. */
function isOnGrid(runs: readonly Run[], stepMm: number): boolean {
  const [startX = 0, startY = 0] = runs[0]?.coords ?? []
  return runs.every(({ ops, coords }) => {
    for (const op of ops) if (op !== LINE) return false
    for (let at = 0; at < coords.length; at += 2) {
      const x = (coords[at]! - startX) / stepMm
      const y = (coords[at + 1]! - startY) / stepMm
      if (Math.abs(x - Math.round(x)) > 0.01 || Math.abs(y - Math.round(y)) > 0.01) return false
    }
    return true
  })
}
