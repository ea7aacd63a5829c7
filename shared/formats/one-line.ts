import { type Design, LINE } from '#shared/geometry/design.ts'
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
  const { runs } = design
  const [first] = runs
  if (first === undefined || runs.length === 1) return readingOf(design)
  let across = 0
  let gaps = 0
  const ops: number[] = []
  const coords: number[] = []
  runs.forEach((run, index) => {
    const start = startOf(run)
    const before = runs[index - 1]
    if (before === undefined) coords.push(start.x, start.y)
    else {
      const end = endOf(before)
      const gap = Math.hypot(start.x - end.x, start.y - end.y)
      if (gap > MEETS_MM) {
        gaps++
        across += gap
      }
      if (gap > 0) {
        ops.push(LINE)
        coords.push(start.x, start.y)
      }
    }
    for (const op of run.ops) ops.push(op)
    for (let at = 2; at < run.coords.length; at++) coords.push(run.coords[at]!)
  })
  if (gaps > 0 && jumps === 'refuse') {
    return refusal({
      code: 'jumps-refused',
      message: `This pattern is stitched in ${gaps + 1} pieces, and this format cannot lift the needle between them. Make it one line first.`,
    })
  }
  if (gaps > 0) {
    const what = gaps === 1 ? 'one jump becomes a stitched line' : `${gaps} jumps become stitched lines`
    warnings.add('jumps-joined', `This format cannot lift the needle: ${what}, ${Number(across.toFixed(1))} mm in all.`)
  }
  const { thread, layer, pauseBefore } = first
  const run = {
    ops: Uint8Array.from(ops),
    coords: Float64Array.from(coords),
    ...(pauseBefore === undefined ? {} : { pauseBefore }),
    ...(thread === undefined ? {} : { thread }),
    ...(layer === undefined ? {} : { layer }),
  }
  return readingOf({ ...design, runs: [run] })
}
