import { ARC, LINE, type Run } from './design.ts'

/** Called with plain numbers, start point first, so that walking a million segments makes no objects. */
export interface SegmentVisitor {
  line(x0: number, y0: number, x1: number, y1: number): void
  arc(x0: number, y0: number, x1: number, y1: number, centreX: number, centreY: number, sweep: number): void
  cubic(x0: number, y0: number, c1x: number, c1y: number, c2x: number, c2y: number, x1: number, y1: number): void
}

/** Visits every segment of a run in stitching order. */
export function walkRun(run: Run, visitor: SegmentVisitor): void {
  const { ops, coords } = run
  let x = coords[0]!
  let y = coords[1]!
  let at = 2
  for (const op of ops) {
    if (op === LINE) {
      const x1 = coords[at]!
      const y1 = coords[at + 1]!
      visitor.line(x, y, x1, y1)
      x = x1
      y = y1
      at += 2
    } else if (op === ARC) {
      const x1 = coords[at]!
      const y1 = coords[at + 1]!
      visitor.arc(x, y, x1, y1, coords[at + 2]!, coords[at + 3]!, coords[at + 4]!)
      x = x1
      y = y1
      at += 5
    } else {
      const x1 = coords[at + 4]!
      const y1 = coords[at + 5]!
      visitor.cubic(x, y, coords[at]!, coords[at + 1]!, coords[at + 2]!, coords[at + 3]!, x1, y1)
      x = x1
      y = y1
      at += 6
    }
  }
}

/** Where a run begins. */
export function startOf(run: Run): { x: number; y: number } {
  return { x: run.coords[0]!, y: run.coords[1]! }
}

/** Where a run ends: the end of its last segment, or its start when it has none. */
export function endOf(run: Run): { x: number; y: number } {
  const { ops, coords } = run
  const last = ops.at(-1)
  if (last === undefined) return startOf(run)
  const at = last === ARC ? coords.length - 5 : coords.length - 2
  return { x: coords[at]!, y: coords[at + 1]! }
}
