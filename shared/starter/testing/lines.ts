import type { Design, Point } from '#shared/geometry/design.ts'
import { segmentsOf } from '#shared/geometry/run-builder.ts'
import { toInches } from '#shared/geometry/units.ts'

/** A design's only run as a dense polyline in inches: independent of the pen that drew it. */
export function polyline(design: Design, perSegment = 16): Point[] {
  const run = design.runs[0]
  if (!run) return []
  let at: Point = { x: run.coords[0] ?? NaN, y: run.coords[1] ?? NaN }
  const points: Point[] = [at]
  for (const segment of segmentsOf(run)) {
    const from = at
    const steps = segment.kind === 'line' ? 1 : perSegment
    for (let i = 1; i <= steps; i++) {
      const t = i / steps
      const u = 1 - t
      if (segment.kind === 'line') points.push(segment.to)
      else if (segment.kind === 'arc') {
        const { centre, sweep } = segment
        const angle = Math.atan2(from.y - centre.y, from.x - centre.x) + sweep * t
        const radius = Math.hypot(from.x - centre.x, from.y - centre.y)
        points.push({ x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) })
      } else {
        const { c1, c2, to } = segment
        const mix = (p0: number, p1: number, p2: number, p3: number) =>
          u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3
        points.push({ x: mix(from.x, c1.x, c2.x, to.x), y: mix(from.y, c1.y, c2.y, to.y) })
      }
    }
    at = segment.to
  }
  return points.map(p => ({ x: toInches(p.x), y: toInches(p.y) }))
}

/** Points where one polyline truly crosses another (or itself); lines that only touch or run on each other do not count. */
export function crossings(a: readonly Point[], b: readonly Point[] = a): Point[] {
  const cell = 0.25
  const grid = new Map<string, number[]>()
  const cells = (p: Point, q: Point): string[] => {
    const keys: string[] = []
    for (let x = Math.floor(Math.min(p.x, q.x) / cell); x <= Math.floor(Math.max(p.x, q.x) / cell); x++)
      for (let y = Math.floor(Math.min(p.y, q.y) / cell); y <= Math.floor(Math.max(p.y, q.y) / cell); y++)
        keys.push(`${x},${y}`)
    return keys
  }
  for (let j = 1; j < b.length; j++)
    for (const key of cells(b[j - 1]!, b[j]!)) {
      const list = grid.get(key)
      if (list) list.push(j)
      else grid.set(key, [j])
    }
  const found: Point[] = []
  for (let i = 1; i < a.length; i++) {
    const near = new Set(cells(a[i - 1]!, a[i]!).flatMap(key => grid.get(key) ?? []))
    for (const j of near) {
      if (a === b && j <= i + 1) continue
      const at = crossing(a[i - 1]!, a[i]!, b[j - 1]!, b[j]!)
      if (at) found.push(at)
    }
  }
  return found
}

function crossing(p: Point, q: Point, r: Point, s: Point): Point | undefined {
  const dx = q.x - p.x
  const dy = q.y - p.y
  const ex = s.x - r.x
  const ey = s.y - r.y
  const cross = dx * ey - dy * ex
  // Lines within two degrees of parallel are a retrace drawn with other samples, not a crossing.
  if (Math.abs(cross) < 0.035 * Math.hypot(dx, dy) * Math.hypot(ex, ey)) return undefined
  const t = ((r.x - p.x) * ey - (r.y - p.y) * ex) / cross
  const u = ((r.x - p.x) * dy - (r.y - p.y) * dx) / cross
  if (t <= 0.001 || t >= 0.999 || u <= 0.001 || u >= 0.999) return undefined
  return { x: p.x + t * dx, y: p.y + t * dy }
}
