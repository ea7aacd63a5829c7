import { ARC, CUBIC, type Design } from '#shared/geometry/design.ts'
import type { Warning } from '#shared/util/reading.ts'

/** What a drawing format can hold beside lines. */
export interface Holds {
  readonly arcs: boolean
  readonly cubics: boolean
  readonly notes: boolean
  readonly threads: boolean
  readonly layers: boolean
}

/** What a design loses in a drawing format, one warning each. No drawing knows a pause. */
export function lossesOf({ runs, metadata }: Design, holds: Holds): Warning[] {
  const losses: Warning[] = []
  const lose = (code: string, message: string): void => void losses.push({ code, message })
  if (runs.some(run => run.pauseBefore !== undefined))
    lose('pauses-lost', 'A drawing holds no pauses. They are left out.')
  if (!holds.arcs && runs.some(run => run.ops.includes(ARC) || run.ops.includes(CUBIC))) {
    lose('curves-flattened', 'Curves are written as short straight lines.')
  } else if (!holds.cubics && runs.some(run => run.ops.includes(CUBIC))) {
    lose('curves-as-arcs', 'Free curves are written as arcs that follow them.')
  }
  if (!holds.notes && metadata.notes.length > 0) {
    lose('notes-lost', 'This format holds no notes. Keep the first file for the copyright.')
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
