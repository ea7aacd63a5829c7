import { endOf, onCircle, type Path, type Stroke, type XY } from './path.ts'

/** Samples per stroke when a path is measured: a half circle of six inches is then measured to a thousandth. */
const SAMPLES = 48
/** Longest cubic, in inches, that a bent or traced curve is cut into. */
const PIECE = 0.3

/** A path that can be walked by the distance stitched, in inches. */
export interface Measured {
  readonly length: number
  /** Point at a distance from the start. */
  point(distance: number): XY
  /** Direction in degrees at a distance from the start. */
  heading(distance: number): number
  /** The stretch between two distances, on exactly the same stitches. */
  between(from: number, to: number): Path
}

/**
 * @param beyond what lies beyond the ends: the path runs on `straight`, or is `repeated` end to start, as a row's spine is and, with
 * its end on its start, a wreath's.
 */
export function measured(path: Path, beyond: 'straight' | 'repeated' = 'straight'): Measured {
  const starts = path.strokes.map((_, i) => path.strokes[i - 1]?.to ?? path.start)
  const tables = path.strokes.map((stroke, i) => lengthTable(stroke, starts[i]!))
  const offsets: number[] = []
  let length = 0
  for (const table of tables) {
    offsets.push(length)
    length += table[SAMPLES]!
  }
  const locate = (distance: number): { index: number; t: number } => {
    let index = 0
    let beyond = tables.length
    while (beyond - index > 1) {
      const middle = (index + beyond) >> 1
      if (offsets[middle]! <= distance) index = middle
      else beyond = middle
    }
    return { index, t: parameterAt(tables[index]!, distance - offsets[index]!) }
  }
  const [endX, endY] = endOf(path)
  const wrapped = (distance: number) => ((distance % length) + length) % length
  const heading = (distance: number): number => {
    const { index, t } = locate(beyond === 'repeated' ? wrapped(distance) : clamp(distance, 0, length))
    const [dx, dy] = derivative(path.strokes[index]!, starts[index]!, t)
    return (Math.atan2(dy, dx) * 180) / Math.PI
  }
  const point = (distance: number): XY => {
    if (beyond === 'repeated' && (distance < 0 || distance > length)) {
      const turns = Math.floor(distance / length)
      const [x, y] = point(wrapped(distance))
      return [x + turns * (endX - path.start[0]), y + turns * (endY - path.start[1])]
    }
    const inside = clamp(distance, 0, length)
    const { index, t } = locate(inside)
    const at = position(path.strokes[index]!, starts[index]!, t)
    return inside === distance ? at : onCircle(at, distance - inside, heading(inside))
  }
  const between = (from: number, to: number): Path => {
    const a = locate(from)
    const b = locate(to)
    const strokes: Stroke[] = []
    for (let i = a.index; i <= b.index; i++) {
      const t0 = i === a.index ? a.t : 0
      const t1 = i === b.index ? b.t : 1
      if ((t1 - t0) * tables[i]![SAMPLES]! > 1e-4) strokes.push(piece(path.strokes[i]!, starts[i]!, t0, t1))
    }
    return { start: position(path.strokes[a.index]!, starts[a.index]!, a.t), strokes }
  }
  return { length, point, heading, between }
}

/** Follows a formula with smooth cubics. @param curve point at a parameter. @param pieces number of cubics. */
export function traced(curve: (t: number) => XY, from: number, to: number, pieces: number): Path {
  const step = (to - from) / pieces
  const nudge = step * 1e-4
  const slope = (t: number): XY => {
    const [x0, y0] = curve(t - nudge)
    const [x1, y1] = curve(t + nudge)
    return [((x1 - x0) / (2 * nudge)) * (step / 3), ((y1 - y0) / (2 * nudge)) * (step / 3)]
  }
  const strokes: Stroke[] = []
  let [x, y] = curve(from)
  let [dx, dy] = slope(from)
  for (let i = 1; i <= pieces; i++) {
    const t = from + step * i
    const to: XY = curve(t)
    const next = slope(t)
    strokes.push({
      kind: 'cubic',
      c1: [x + dx, y + dy],
      c2: [to[0] - next[0], to[1] - next[1]],
      to,
      corner: false,
    })
    ;[x, y] = to
    ;[dx, dy] = next
  }
  return { start: curve(from), strokes }
}

/** Bends a path: every point goes through `map`, corners stay corners. */
export function bent(path: Path, map: (point: XY) => XY): Path {
  const strokes: Stroke[] = []
  path.strokes.forEach((stroke, i) => {
    const start = path.strokes[i - 1]?.to ?? path.start
    const pieces = Math.max(1, Math.ceil(lengthTable(stroke, start)[SAMPLES]! / PIECE))
    const part = traced(t => map(position(stroke, start, t)), 0, 1, pieces)
    strokes.push(...part.strokes.map((s, k) => (k === 0 ? { ...s, corner: stroke.corner } : s)))
  })
  return { start: map(path.start), strokes }
}

/**
 * The plane as seen from a spine: `[s, d]` is the point `s` inches along it and `d` inches to its left. Shapes drawn on a
 * straight spine follow a curved one through this map.
 */
export function alongSpine(spine: Measured): (point: XY) => XY {
  return ([s, d]) => onCircle(spine.point(s), d, spine.heading(s) + 90)
}

/** An echo: the line that keeps `distance` inches to the left (right when negative) of a path. */
export function echoed(path: Path, distance: number): Path {
  const spine = measured(path)
  const at = alongSpine(spine)
  return traced(s => at([s, distance]), 0, spine.length, Math.max(1, Math.ceil(spine.length / PIECE)))
}

/** Points along a path, so many to a stroke. */
export function sampled(path: Path, perStroke: number): XY[] {
  return path.strokes.flatMap((stroke, i) => {
    const start = path.strokes[i - 1]?.to ?? path.start
    return Array.from({ length: perStroke }, (_, k) => position(stroke, start, (k + 1) / perStroke))
  })
}

function position(stroke: Stroke, [x0, y0]: XY, t: number): XY {
  const [x1, y1] = stroke.to
  if (stroke.kind === 'line') return [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t]
  if (stroke.kind === 'arc') {
    const [cx, cy] = stroke.centre
    const angle = Math.atan2(y0 - cy, x0 - cx) + stroke.sweep * t
    const radius = Math.hypot(x0 - cx, y0 - cy)
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]
  }
  const u = 1 - t
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  return [a * x0 + b * stroke.c1[0] + c * stroke.c2[0] + d * x1, a * y0 + b * stroke.c1[1] + c * stroke.c2[1] + d * y1]
}

function derivative(stroke: Stroke, start: XY, t: number): XY {
  // One-sided at the ends: a cubic's formula runs on, but an arc or line of a neighbour must not be guessed at.
  const h = 1e-5
  const from = position(stroke, start, t - h)
  const to = position(stroke, start, t + h)
  return [to[0] - from[0], to[1] - from[1]]
}

function lengthTable(stroke: Stroke, start: XY): Float64Array {
  const table = new Float64Array(SAMPLES + 1)
  let [x, y] = start
  for (let i = 1; i <= SAMPLES; i++) {
    const [nx, ny] = position(stroke, start, i / SAMPLES)
    table[i] = table[i - 1]! + Math.hypot(nx - x, ny - y)
    ;[x, y] = [nx, ny]
  }
  return table
}

function parameterAt(table: Float64Array, distance: number): number {
  let low = 0
  let high = SAMPLES
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (table[middle]! <= distance) low = middle
    else high = middle
  }
  const span = table[high]! - table[low]!
  return (low + (span === 0 ? 0 : clamp((distance - table[low]!) / span, 0, 1))) / SAMPLES
}

function piece(stroke: Stroke, start: XY, t0: number, t1: number): Stroke {
  const to = position(stroke, start, t1)
  const corner = t0 === 0 && stroke.corner
  if (stroke.kind === 'line') return { kind: 'line', to, corner }
  if (stroke.kind === 'arc') return { kind: 'arc', to, centre: stroke.centre, sweep: stroke.sweep * (t1 - t0), corner }
  const third = (t1 - t0) / 3
  const [s0, s1] = [slopeOf(stroke, start, t0), slopeOf(stroke, start, t1)]
  const from = position(stroke, start, t0)
  return {
    kind: 'cubic',
    c1: [from[0] + s0[0] * third, from[1] + s0[1] * third],
    c2: [to[0] - s1[0] * third, to[1] - s1[1] * third],
    to,
    corner,
  }
}

function slopeOf(stroke: Stroke & { kind: 'cubic' }, [x0, y0]: XY, t: number): XY {
  const u = 1 - t
  const { c1, c2, to } = stroke
  const along = (p0: number, p1: number, p2: number, p3: number) =>
    3 * u * u * (p1 - p0) + 6 * u * t * (p2 - p1) + 3 * t * t * (p3 - p2)
  return [along(x0, c1[0], c2[0], to[0]), along(y0, c1[1], c2[1], to[1])]
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
