import { MAX_POINTS } from '#shared/formats/types.ts'
import type { Design, DesignMetadata, Run } from '#shared/geometry/design.ts'
import { joinRuns } from '#shared/geometry/join-runs.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import type { Layout } from './layout.ts'
import { type HowToStitch, type Sources, type Step, stepsOf } from './stitching.ts'

/** What is made of a whole layout: one design, or one for each row or side. */
export type Into = 'one' | 'per-line'

export interface LaidDesign {
  readonly design: Design
  /** Rows or sides, counted from 1; null for the whole. */
  readonly line: number | null
}

/**
 * A layout as designs to stitch, millimetres, the quilt's bottom left corner at 0,0. Where a repeat ends at the next one's start the
 * line goes on as one run; a gap of a stitch is stitched over; anything further is a jump, unless rows are to be joined by stitches.
 * @returns a refusal `too-many-points` when one design would be larger than any pattern may be, `nothing-to-write` when the quilt's
 *   edges leave no stitch
 */
export function layoutDesigns(
  sources: Sources,
  layout: Layout,
  how: HowToStitch,
  into: Into,
): Reading<readonly LaidDesign[]> {
  const steps = stepsOf(sources, layout, how)
  if (steps.length === 0) return refusal(NOTHING)
  const groups: { line: number | null; steps: Step[] }[] = into === 'one' ? [{ line: null, steps }] : linesOf(steps)
  for (const group of groups) {
    const points = group.steps.reduce((sum, step) => sum + step.piece.points + 1, 0)
    if (points > MAX_POINTS) return refusal(into === 'one' ? TOO_MANY : ROW_TOO_MANY)
  }
  const { name, size } = sources.pattern.metadata
  const notes = [...new Set([...sources.pattern.metadata.notes, ...(sources.corner?.metadata.notes ?? [])])]
  const metadata: DesignMetadata = { notes, size: size === 'unknown' ? 'stated' : size, ...(name ? { name } : {}) }
  return readingOf(groups.map(group => ({ line: group.line, design: { runs: runsOf(group.steps), metadata } })))
}

function linesOf(steps: readonly Step[]): { line: number; steps: Step[] }[] {
  const lines = new Map<number, Step[]>()
  for (const step of steps) {
    const line = lines.get(step.piece.line)
    if (line) line.push(step)
    // What came before is in another file.
    else lines.set(step.piece.line, [{ ...step, way: 'first', gapMm: 0 }])
  }
  return [...lines].toSorted(([a], [b]) => a - b).map(([line, own]) => ({ line: line + 1, steps: own }))
}

function runsOf(steps: readonly Step[]): Run[] {
  const runs: Run[] = []
  /** Runs that will be one. */
  let chain: Run[] = []
  const close = () => {
    const [first, ...rest] = chain
    if (first !== undefined) runs.push(joinRuns([first, ...rest]))
    chain = []
  }
  for (const { piece, way } of steps) {
    piece.design().runs.forEach((run, index) => {
      const goesOn = index === 0 && (way === 'meets' || way === 'stitch')
      if (!goesOn) close()
      chain.push(run)
    })
  }
  close()
  return runs
}

const NOTHING = { code: 'nothing-to-write', message: 'There is no stitching on the quilt with this plan.' }
const TOO_MANY = {
  code: 'too-many-points',
  message: 'As one file this quilt would have more than one million points. Make one file for each row.',
}
const ROW_TOO_MANY = {
  code: 'row-too-many-points',
  message: 'Even a single row of this would have more than one million points. Use fewer repeats or a simpler pattern.',
}
