import type { Design, Point } from '#shared/geometry/design.ts'
import { joinRuns } from '#shared/geometry/join-runs.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import type { WarningList } from '#shared/util/warning-list.ts'

/** Ends nearer than this meet: a hundredth of a millimetre is nothing on cloth. */
const MEETS_MM = 0.01

/**
 * A design as one run, for a format that cannot lift the needle. Every gap becomes a stitched line, which is told in `warnings`
 * with its length, or the design is refused: a line across the quilt that nobody asked for has to be picked out by hand.
 *
 * @param design at least one run
 */
export function oneLine(design: Design, jumps: 'join' | 'refuse', warnings: WarningList): Reading<Design> {
  const [first, ...rest] = design.runs
  if (first === undefined || rest.length === 0) return readingOf(design)
  const gaps = rest.map((run, index) => apart(endOf(design.runs[index]!), startOf(run))).filter(gap => gap > MEETS_MM)
  if (gaps.length > 0 && jumps === 'refuse') {
    return refusal({
      code: 'jumps-refused',
      message: `This pattern is stitched in ${gaps.length + 1} pieces, and this format cannot lift the needle between them. Make it one line first.`,
    })
  }
  if (gaps.length > 0) {
    const what = gaps.length === 1 ? 'one jump becomes a stitched line' : `${gaps.length} jumps become stitched lines`
    const across = gaps.reduce((sum, gap) => sum + gap, 0)
    warnings.add('jumps-joined', `This format cannot lift the needle: ${what}, ${Number(across.toFixed(1))} mm in all.`)
  }
  return readingOf({ ...design, runs: [joinRuns([first, ...rest])] })
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
