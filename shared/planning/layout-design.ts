import { MAX_POINTS, MAX_RUNS } from '#shared/formats/types.ts'
import type { Design, DesignMetadata, Run } from '#shared/geometry/design.ts'
import { joinRuns } from '#shared/geometry/join-runs.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import type { Layout, PlacedLine } from './layout.ts'
import { type HowToStitch, type Sources, type Step, stepsOf } from './stitching.ts'

/** What is made of a whole layout: one design, or one for each row or side. */
export type Into = 'one' | 'per-line'

export interface LaidDesign {
  /** Which row, side or corner, each counted from 1; null for the whole. */
  readonly line: { readonly part: PlacedLine['part']; readonly number: number } | null
  readonly points: number
  /** Made when asked: many rows need not be held at once. */
  readonly make: () => Design
}

/**
 * A layout as designs to stitch, millimetres, the quilt's bottom left corner at 0,0. Where a repeat ends at the next one's start the
 * line goes on as one run; a gap of a stitch is stitched over; anything further is a jump, unless rows are to be joined by stitches.
 * @returns a refusal `too-many-points` or `too-many-pieces` when one design would be larger than any pattern may be, `nothing-to-write` when the quilt's
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
  const groups: { line: LaidDesign['line']; steps: readonly Step[] }[] =
    into === 'one' ? [{ line: null, steps }] : linesOf(steps, layout)
  const laid = groups.map(({ line, steps: own }): LaidDesign => {
    const points = own.reduce((sum, step) => sum + step.piece.points + 1, 0)
    return { line, points, make: () => ({ runs: runsOf(own), metadata: metadataOf(sources) }) }
  })
  if (laid.some(({ points }) => points > MAX_POINTS)) return refusal(into === 'one' ? TOO_MANY : ROW_TOO_MANY)
  const pieces = groups.map(({ steps: own }) => own.reduce((sum, { piece }) => sum + piece.jumps + 1, 0))
  if (pieces.some(count => count > MAX_RUNS)) return refusal(into === 'one' ? TOO_MANY_PIECES : ROW_TOO_MANY_PIECES)
  return readingOf(laid)
}

/** The designers' words stay with what is made of their patterns. Its size is what she planned. */
function metadataOf({ pattern, corner }: Sources): DesignMetadata {
  const { name } = pattern.metadata
  const notes = [...new Set([...pattern.metadata.notes, ...(corner?.metadata.notes ?? [])])]
  return { notes, size: 'stated', ...(name ? { name } : {}) }
}

function linesOf(steps: readonly Step[], layout: Layout): { line: LaidDesign['line']; steps: readonly Step[] }[] {
  const lines = Map.groupBy(steps, step => step.piece.line)
  return layout.lines.flatMap(({ part }, index) => {
    const [first, ...rest] = lines.get(index) ?? []
    if (first === undefined) return []
    const number = 1 + layout.lines.slice(0, index).filter(line => line.part === part).length
    // What came before is in another file.
    return [{ line: { part, number }, steps: [{ ...first, way: 'first', gapMm: 0 }, ...rest] }]
  })
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
const TOO_MANY_PIECES = {
  code: 'too-many-pieces',
  message: 'As one file this quilt would have more than 100,000 separate pieces. Make one file for each row.',
}
const ROW_TOO_MANY_PIECES = {
  code: 'row-too-many-pieces',
  message: 'Even a single row of this would have more than 100,000 separate pieces. Use fewer repeats.',
}
const ROW_TOO_MANY = {
  code: 'row-too-many-points',
  message: 'Even a single row of this would have more than one million points. Use fewer repeats or a simpler pattern.',
}
