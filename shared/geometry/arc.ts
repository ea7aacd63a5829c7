import type { Point } from './design.ts'
import type { RunBuilder } from './run-builder.ts'

/**
 * Arithmetic of circular arcs, Y up, angles in radians, counter-clockwise positive.
 *
 * Files round: the stated end of an arc is rarely exactly on the circle through its start. Nothing is snapped, so the curve an ARC
 * segment stands for must be said precisely. It is the start point turned about the centre, plus a share of the rounding that
 * grows evenly along the way:
 *
 *     P(t) = centre + turn(t * sweep) * (start - centre) + t * drift,    drift = end - centre - turn(sweep) * (start - centre)
 *
 * It starts and ends where the file says, is the exact circle when nothing was rounded, and keeps its meaning under every
 * rotation, scale and mirror. Bounds, length, flattening and comparison all use this one definition.
 *
 * The formulas between centre form, bulge and Beziers are standard plane geometry; the bulge is Autodesk's (DXF reference, group
 * code 42: the tangent of a quarter of the included angle).
 */
export interface Arc {
  readonly start: Point
  readonly to: Point
  readonly centre: Point
  /** Radians, counter-clockwise positive, at most a full turn. */
  readonly sweep: number
}

const TURN = 2 * Math.PI

/** Beziers replace at most this angle each: an eighth of a turn strays 4e-6 of the radius, a quarter would stray 3e-4. */
const CUBIC_PIECE = Math.PI / 4

/** How far the stated end of an arc lies from where the sweep alone would end. */
export function arcDrift(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  centreX: number,
  centreY: number,
  sweep: number,
): Point {
  const cos = Math.cos(sweep)
  const sin = Math.sin(sweep)
  const rx = x0 - centreX
  const ry = y0 - centreY
  return { x: x1 - centreX - (cos * rx - sin * ry), y: y1 - centreY - (sin * rx + cos * ry) }
}

/** A point of the arc at `t` in 0..1, by the definition above. */
export function arcPointAt(arc: Arc, t: number): Point {
  if (t === 1) return arc.to
  const { start, to, centre, sweep } = arc
  const drift = arcDrift(start.x, start.y, to.x, to.y, centre.x, centre.y, sweep)
  const cos = Math.cos(sweep * t)
  const sin = Math.sin(sweep * t)
  const rx = start.x - centre.x
  const ry = start.y - centre.y
  return { x: centre.x + cos * rx - sin * ry + drift.x * t, y: centre.y + sin * rx + cos * ry + drift.y * t }
}

/** The arc of a circle given by centre, radius and start angle (the form of DXF ARC and of QLI's CR). */
export function arcFromCentre(centre: Point, radius: number, startAngle: number, sweep: number): Arc {
  const endAngle = startAngle + sweep
  return {
    start: { x: centre.x + radius * Math.cos(startAngle), y: centre.y + radius * Math.sin(startAngle) },
    to: { x: centre.x + radius * Math.cos(endAngle), y: centre.y + radius * Math.sin(endAngle) },
    centre,
    sweep,
  }
}

/** The angle of a point as seen from the centre, in [0, 2 pi). */
export function angleFrom(centreX: number, centreY: number, x: number, y: number): number {
  const angle = Math.atan2(y - centreY, x - centreX)
  return angle < 0 ? angle + TURN : angle
}

/**
 * Signed sweep from one angle to another, in (0, 2 pi] counter-clockwise or [-2 pi, 0) clockwise. Equal angles are a full turn:
 * an arc that ends where it starts goes all the way round.
 */
export function sweepBetween(startAngle: number, endAngle: number, counterClockwise: boolean): number {
  const turned = (endAngle - startAngle) % TURN
  if (counterClockwise) return turned > 0 ? turned : turned + TURN
  return turned < 0 ? turned : turned - TURN
}

/** The arc from `start` to `to` about a stated centre (BQM's G02 and G03). */
export function arcAbout(start: Point, to: Point, centre: Point, counterClockwise: boolean): Arc {
  const from = angleFrom(centre.x, centre.y, start.x, start.y)
  const until = angleFrom(centre.x, centre.y, to.x, to.y)
  return { start, to, centre, sweep: sweepBetween(from, until, counterClockwise) }
}

/**
 * The arc between two points with a DXF bulge (tangent of a quarter of the sweep, positive counter-clockwise).
 * Null when it is a straight line: bulge 0, or both points the same.
 */
export function arcFromBulge(start: Point, to: Point, bulge: number): Arc | null {
  const dx = to.x - start.x
  const dy = to.y - start.y
  if (bulge === 0 || (dx === 0 && dy === 0)) return null
  const toCentre = (1 - bulge * bulge) / (4 * bulge)
  const centre = { x: (start.x + to.x) / 2 - dy * toCentre, y: (start.y + to.y) / 2 + dx * toCentre }
  return { start, to, centre, sweep: 4 * Math.atan(bulge) }
}

/** The DXF bulge of a sweep. Arcs above half a turn are split first (`splitArc`), because the bulge grows without limit. */
export function bulgeOf(sweep: number): number {
  return Math.tan(sweep / 4)
}

/** Cuts an arc into equal parts; the parts meet exactly and the last one ends exactly where the arc does. */
export function splitArc(arc: Arc, parts: number): Arc[] {
  const { start, to, centre, sweep } = arc
  const drift = arcDrift(start.x, start.y, to.x, to.y, centre.x, centre.y, sweep)
  const pieces: Arc[] = []
  let from = start
  for (let i = 1; i <= parts; i++) {
    const end = arcPointAt(arc, i / parts)
    // The part of the drift already travelled moves the centre, or the pieces would bend where the whole does not.
    const before = (i - 1) / parts
    const moved = { x: centre.x + drift.x * before, y: centre.y + drift.y * before }
    pieces.push({ start: from, to: end, centre: moved, sweep: sweep / parts })
    from = end
  }
  return pieces
}

/** The least number of equal parts so that none sweeps more than `limit` radians. */
export function partsFor(sweep: number, limit: number): number {
  // An exact half turn must not become two quarters because of the last bit of pi.
  return Math.max(1, Math.ceil(Math.abs(sweep) / limit - 1e-9))
}

/** Appends an arc as cubics, one per eighth of a turn at most; strays at most 4.3e-6 of the radius beside its rounding. */
export function appendArcAsCubics(builder: RunBuilder, arc: Arc): void {
  const { start, to, centre, sweep } = arc
  const parts = partsFor(sweep, CUBIC_PIECE)
  const drift = arcDrift(start.x, start.y, to.x, to.y, centre.x, centre.y, sweep)
  const step = sweep / parts
  const handle = (4 / 3) * Math.tan(step / 4)
  const rx = start.x - centre.x
  const ry = start.y - centre.y
  const sx = drift.x / parts / 3
  const sy = drift.y / parts / 3
  let x = start.x
  let y = start.y
  let vx = rx
  let vy = ry
  for (let i = 1; i <= parts; i++) {
    const cos = Math.cos(step * i)
    const sin = Math.sin(step * i)
    const nx = cos * rx - sin * ry
    const ny = sin * rx + cos * ry
    const ex = i === parts ? to.x : centre.x + nx + (drift.x * i) / parts
    const ey = i === parts ? to.y : centre.y + ny + (drift.y * i) / parts
    builder.cubic(x - handle * vy + sx, y + handle * vx + sy, ex + handle * ny - sx, ey - handle * nx - sy, ex, ey)
    x = ex
    y = ey
    vx = nx
    vy = ny
  }
}
