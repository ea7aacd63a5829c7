import type { Point, Run } from '#shared/geometry/design.ts'
import { segmentsOf } from '#shared/geometry/run-builder.ts'

/**
 * Slow and obvious answers to check the fast ones against. Every curve is taken at `perSegment` equal parameters, straight from the
 * definitions in `design.ts` and `arc.ts`, without touching the code under test.
 */
export function densePoints(run: Run, perSegment: number): Point[] {
  const points: Point[] = [{ x: run.coords[0]!, y: run.coords[1]! }]
  let from = points[0]!
  for (const segment of segmentsOf(run)) {
    for (let i = 1; i <= perSegment; i++) {
      const t = i / perSegment
      if (segment.kind === 'line') points.push(mix([from, 1 - t], [segment.to, t]))
      else if (segment.kind === 'cubic') {
        const s = 1 - t
        points.push(mix([from, s ** 3], [segment.c1, 3 * s * s * t], [segment.c2, 3 * s * t * t], [segment.to, t ** 3]))
      } else {
        const { centre, sweep, to } = segment
        const turned = turn(from, centre, sweep * t)
        const ended = turn(from, centre, sweep)
        points.push({ x: turned.x + (to.x - ended.x) * t, y: turned.y + (to.y - ended.y) * t })
      }
    }
    from = segment.to
  }
  return points
}

/** Distance from a point to a polyline of x,y pairs, by trying every chord. */
export function distanceToPolyline(p: Point, xy: Float64Array): number {
  let best = Math.hypot(p.x - xy[0]!, p.y - xy[1]!)
  for (let i = 2; i < xy.length; i += 2) {
    best = Math.min(best, distanceToChord(p, { x: xy[i - 2]!, y: xy[i - 1]! }, { x: xy[i]!, y: xy[i + 1]! }))
  }
  return best
}

/** Greatest of the least distances from points to a polyline. */
export function farthestFrom(points: readonly Point[], xy: Float64Array): number {
  return points.reduce((worst, p) => Math.max(worst, distanceToPolyline(p, xy)), 0)
}

/** Points along a polyline of x,y pairs, `perChord` to each chord. */
export function pointsAlong(xy: Float64Array, perChord: number): Point[] {
  const points: Point[] = [{ x: xy[0]!, y: xy[1]! }]
  for (let i = 2; i < xy.length; i += 2) {
    for (let j = 1; j <= perChord; j++) {
      const t = j / perChord
      points.push(mix([{ x: xy[i - 2]!, y: xy[i - 1]! }, 1 - t], [{ x: xy[i]!, y: xy[i + 1]! }, t]))
    }
  }
  return points
}

export function pack(points: readonly Point[]): Float64Array {
  return Float64Array.from(points.flatMap(p => [p.x, p.y]))
}

function distanceToChord(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const squared = dx * dx + dy * dy
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared))
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy)
}

function turn(p: Point, centre: Point, angle: number): Point {
  const dx = p.x - centre.x
  const dy = p.y - centre.y
  return {
    x: centre.x + Math.cos(angle) * dx - Math.sin(angle) * dy,
    y: centre.y + Math.sin(angle) * dx + Math.cos(angle) * dy,
  }
}

function mix(...parts: [Point, number][]): Point {
  return {
    x: parts.reduce((sum, [p, share]) => sum + p.x * share, 0),
    y: parts.reduce((sum, [p, share]) => sum + p.y * share, 0),
  }
}
