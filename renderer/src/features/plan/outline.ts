/** The corners of what several straight edges leave of a box, for drawing. Pure. */
import type { Bounds } from '#shared/geometry/bounds.ts'
import type { HalfPlane } from '#shared/geometry/clip.ts'
import type { Point } from '#shared/geometry/design.ts'

/** Sutherland and Hodgman's way: each edge in turn cuts off what lies outside of it. */
export function outlineOf({ minX, minY, maxX, maxY }: Bounds, edges: readonly HalfPlane[]): readonly Point[] {
  let corners: Point[] = [
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ]
  for (const { nx, ny, limit } of edges) {
    const out = ({ x, y }: Point) => nx * x + ny * y - limit
    corners = corners.flatMap((corner, index) => {
      const next = corners[(index + 1) % corners.length]!
      const [from, to] = [out(corner), out(next)]
      const kept = from <= 0 ? [corner] : []
      if (from <= 0 === to <= 0) return kept
      const part = from / (from - to)
      return [...kept, { x: corner.x + (next.x - corner.x) * part, y: corner.y + (next.y - corner.y) * part }]
    })
  }
  return corners
}
