/** Least x, least y, greatest x, greatest y. */
export type Box = readonly [number, number, number, number]

/** What a peer makes of a file: a box, nothing to draw, or no understanding of the file. */
export type Seen = { readonly box: Box } | 'nothing' | 'not read'

export function boxOfPoints(points: Iterable<readonly [number, number]>): Box | null {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    minX = Math.min(minX, x)
    minY = Math.min(minY, y)
    maxX = Math.max(maxX, x)
    maxY = Math.max(maxY, y)
  }
  return minX > maxX ? null : [minX, minY, maxX, maxY]
}

/** The greatest difference between any side of two boxes. */
export function apart(a: Box, b: Box): number {
  return Math.max(...a.map((side, i) => Math.abs(side - b[i]!)))
}
