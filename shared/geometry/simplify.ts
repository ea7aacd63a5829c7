import { segmentDistanceSquared } from './flatten.ts'

/**
 * Leaves out points of a polyline (x,y pairs) so that every point left out is within `tolerance` of the chord that replaces it.
 * First and last point stay, in place.
 *
 * The method is Douglas and Peucker's (1973): keep the farthest point, repeat on both sides. It is quadratic at its worst, so a
 * stretch cut more often than a balanced division needs is cut at its middle instead; the tolerance holds either way, the work
 * stays near n log n, and only a line made to do harm keeps a few points more.
 */
export function simplifyPolyline(points: Float64Array, tolerance: number): Float64Array {
  const count = points.length >> 1
  if (count <= 2) return points.slice()
  const keep = markKept(points, count, tolerance * tolerance)
  let kept = 0
  for (let i = 0; i < count; i++) kept += keep[i]!
  const result = new Float64Array(2 * kept)
  let at = 0
  for (let i = 0; i < count; i++) {
    if (keep[i] === 0) continue
    result[at++] = points[2 * i]!
    result[at++] = points[2 * i + 1]!
  }
  return result
}

/** Cuts at the farthest point before a stretch counts as unbalanced, in multiples of log2 n. */
const UNBALANCED = 2

function markKept(points: Float64Array, count: number, limit: number): Uint8Array {
  const keep = new Uint8Array(count)
  keep[0] = 1
  keep[count - 1] = 1
  const patience = UNBALANCED * Math.ceil(Math.log2(count))
  // Stretches still to look at: first, last, cuts so far. The longer side waits, so the stack stays shallow.
  const stack: number[] = [0, count - 1, 0]
  while (stack.length > 0) {
    const cuts = stack.pop()!
    const last = stack.pop()!
    const first = stack.pop()!
    if (last - first < 2) continue
    const farthest = farthestPoint(points, first, last, limit)
    if (farthest < 0) continue
    const cut = cuts > patience ? (first + last) >> 1 : farthest
    keep[cut] = 1
    if (cut - first > last - cut) stack.push(first, cut, cuts + 1, cut, last, cuts + 1)
    else stack.push(cut, last, cuts + 1, first, cut, cuts + 1)
  }
  return keep
}

/** The inner point farthest from the chord, or -1 when all are within the limit. */
function farthestPoint(points: Float64Array, first: number, last: number, limit: number): number {
  const ax = points[2 * first]!
  const ay = points[2 * first + 1]!
  const bx = points[2 * last]!
  const by = points[2 * last + 1]!
  let worst = limit
  let at = -1
  for (let i = first + 1; i < last; i++) {
    const squared = segmentDistanceSquared(points[2 * i]!, points[2 * i + 1]!, ax, ay, bx, by)
    if (squared > worst) {
      worst = squared
      at = i
    }
  }
  return at
}
