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

/** Inches of the longest stretch that runs beside another part of the line, apart by more than a retrace and less than a thread. */
export function longestGraze(points: readonly Point[]): number {
  const step = 0.04
  const cell = 0.05
  const walk = walked(points, step)
  const grid = new Map<string, number[]>()
  walk.forEach((p, i) => {
    const key = `${Math.floor(p.x / cell)},${Math.floor(p.y / cell)}`
    const list = grid.get(key)
    if (list) list.push(i)
    else grid.set(key, [i])
  })
  const grazes = (i: number): boolean => {
    const p = walk[i]!
    for (let x = Math.floor(p.x / cell) - 1; x <= Math.floor(p.x / cell) + 1; x++)
      for (let y = Math.floor(p.y / cell) - 1; y <= Math.floor(p.y / cell) + 1; y++)
        for (const j of grid.get(`${x},${y}`) ?? []) {
          if (Math.abs(i - j) < 12) continue
          const q = walk[j]!
          if (Math.abs(Math.sin(p.heading - q.heading)) > 0.2) continue
          const [dx, dy] = [q.x - p.x, q.y - p.y]
          const aside = Math.abs(dx * Math.sin(p.heading) - dy * Math.cos(p.heading))
          const along = Math.abs(dx * Math.cos(p.heading) + dy * Math.sin(p.heading))
          if (along < 0.03 && aside > 0.008 && aside < 0.03) return true
        }
    return false
  }
  let longest = 0
  let here = 0
  for (let i = 0; i < walk.length; i++) {
    here = grazes(i) ? here + step : 0
    longest = Math.max(longest, here)
  }
  return longest
}

/** Inches from the barest spot of a quilt of rows to its nearest stitch. */
export function widestBareSpot(row: readonly Point[], rowInches: number, shift: number): number {
  const wide = row.at(-1)!.x - row[0]!.x
  const cells = new Map<string, Point[]>()
  for (let r = -3; r <= 3; r++)
    for (let k = -3; k <= 3; k++)
      for (const p of walked(row, 0.15)) {
        const x = p.x + k * wide + (r % 2 === 0 ? 0 : shift)
        const y = p.y + r * rowInches
        if (x < -4 || x > wide + 4 || y < -4 || y > rowInches + 4) continue
        const key = `${Math.floor(x)},${Math.floor(y)}`
        const list = cells.get(key)
        if (list) list.push({ x, y })
        else cells.set(key, [{ x, y }])
      }
  let widest = 0
  for (let x = 0; x < wide; x += 0.3)
    for (let y = 0; y < rowInches; y += 0.3) {
      let nearest = 4
      for (let a = Math.floor(x) - 3; a <= Math.floor(x) + 3; a++)
        for (let b = Math.floor(y) - 3; b <= Math.floor(y) + 3; b++)
          for (const p of cells.get(`${a},${b}`) ?? []) nearest = Math.min(nearest, Math.hypot(p.x - x, p.y - y))
      widest = Math.max(widest, nearest)
    }
  return widest
}

/** Points at even distances along a polyline, with the direction of the line there in radians. */
function walked(points: readonly Point[], step: number): (Point & { heading: number })[] {
  const out: (Point & { heading: number })[] = []
  let due = 0
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!]
    const length = Math.hypot(b.x - a.x, b.y - a.y)
    const heading = Math.atan2(b.y - a.y, b.x - a.x)
    for (; due <= length; due += step)
      out.push({ x: a.x + ((b.x - a.x) * due) / length, y: a.y + ((b.y - a.y) * due) / length, heading })
    due -= length
  }
  return out.filter(p => Number.isFinite(p.x))
}
