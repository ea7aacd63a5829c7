/** A turn sharper than this is drawn as a corner and must stay one. */
const CORNER = Math.PI / 4
/** The direction at a place is taken over so much of the line: shorter, and every jitter of a fine line is a corner. */
const REACH_MM = 0.5

/** Points (by number, in order, without the two ends) at which a polyline turns sharply. Of neighbouring ones the sharpest. */
export function cornersOf(points: Float64Array): number[] {
  const count = points.length >> 1
  const corners: number[] = []
  let sharpest = 0
  for (let at = 1; at + 1 < count; at++) {
    const turn = turnAt(points, at, count)
    if (turn <= CORNER) continue
    const last = corners.at(-1)
    const isNear = last !== undefined && apart(points, last, at) < REACH_MM
    if (!isNear) {
      corners.push(at)
      sharpest = turn
    } else if (turn > sharpest) {
      corners[corners.length - 1] = at
      sharpest = turn
    }
  }
  return corners
}

function turnAt(points: Float64Array, at: number, count: number): number {
  let before = at - 1
  while (before > 0 && apart(points, before, at) < REACH_MM) before--
  let after = at + 1
  while (after + 1 < count && apart(points, after, at) < REACH_MM) after++
  const ax = points[2 * at]! - points[2 * before]!
  const ay = points[2 * at + 1]! - points[2 * before + 1]!
  const bx = points[2 * after]! - points[2 * at]!
  const by = points[2 * after + 1]! - points[2 * at + 1]!
  return Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by))
}

function apart(points: Float64Array, a: number, b: number): number {
  return Math.hypot(points[2 * a]! - points[2 * b]!, points[2 * a + 1]! - points[2 * b + 1]!)
}
