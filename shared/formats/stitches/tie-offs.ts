import type { Run } from '#shared/geometry/design.ts'
import { segmentDistanceSquared } from '#shared/geometry/flatten.ts'

/** Stitches that lock the thread are shorter than this; no machine quilts so short. Millimetres. */
const SHORT_MM = 0.3
/** Locking takes three or four stitches; a longer row of short ones is a tight curve. */
const MOST = 8
/** Only what lies on the seam is left out, so that no line moves: half of the format's step. */
const ON_SEAM_MM = 0.05

/**
 * A run of straight lines without the stitches that lock the thread at its ends: short ones that go back and forth on the seam. The
 * others, sewn beside the seam, stay; so does a run that is nothing else.
 */
export function withoutTieOffs(run: Run): Run {
  const last = run.ops.length
  const start = lockAt(run.coords, 0, 1, last)
  const end = last - lockAt(run.coords, last, -1, last)
  if ((start === 0 && end === last) || start >= end) return run
  return { ...run, ops: run.ops.slice(start, end), coords: run.coords.slice(2 * start, 2 * end + 2) }
}

/** How many stitches lock the thread, counted from the point `from` on in the direction `step`; 0 for none. */
function lockAt(xy: Float64Array, from: number, step: 1 | -1, stitches: number): number {
  let turned = 0
  let short = 0
  while (short < Math.min(MOST, stitches - 1)) {
    const at = from + step * short
    if (distance(xy, at, at + step) >= SHORT_MM || distance(xy, from, at + step) >= SHORT_MM) break
    short++
    if (turnsBack(xy, from + step * short, step)) turned = short
  }
  if (turned === 0) return 0
  // Locking ends where the needle is back at the end of the seam.
  let lock = turned
  for (let i = turned + 1; i <= short; i++) {
    if (distance(xy, from, from + step * i) < distance(xy, from, from + step * lock)) lock = i
  }
  return lock > 1 && isOnSeam(xy, from, step, lock, stitches) ? lock : 0
}

/** Whether every point that would be left out lies on one of the next few stitches. */
function isOnSeam(xy: Float64Array, from: number, step: number, lock: number, stitches: number): boolean {
  for (let i = 0; i < lock; i++) {
    const point = 2 * (from + step * i)
    let nearest = Number.POSITIVE_INFINITY
    for (let j = lock; j < Math.min(lock + MOST, stitches); j++) {
      const a = 2 * (from + step * j)
      const b = a + 2 * step
      const away = segmentDistanceSquared(xy[point]!, xy[point + 1]!, xy[a]!, xy[a + 1]!, xy[b]!, xy[b + 1]!)
      if (away < nearest) nearest = away
    }
    if (nearest > ON_SEAM_MM * ON_SEAM_MM) return false
  }
  return true
}

/** Whether the seam turns by more than a right angle at a point that is not its last. */
function turnsBack(xy: Float64Array, at: number, step: number): boolean {
  const before = 2 * (at - step)
  const here = 2 * at
  const after = 2 * (at + step)
  const x = xy[here]!
  const y = xy[here + 1]!
  return (x - xy[before]!) * (xy[after]! - x) + (y - xy[before + 1]!) * (xy[after + 1]! - y) < 0
}

function distance(xy: Float64Array, a: number, b: number): number {
  return Math.hypot(xy[2 * a]! - xy[2 * b]!, xy[2 * a + 1]! - xy[2 * b + 1]!)
}
