import { segmentDistanceSquared } from './flatten.ts'

/** An arc from where one stood, told as runs tell it. */
export interface FittedCircle {
  /** Where it ends. */
  readonly x: number
  readonly y: number
  readonly centreX: number
  readonly centreY: number
  /** Radians, counter-clockwise positive. */
  readonly sweep: number
}

export interface PointsToFit {
  /** Where the arc begins: no further than the tolerance from point `from`. */
  readonly x0: number
  readonly y0: number
  readonly from: number
  readonly until: number
  readonly tolerance: number
}

/** Beyond this the arcs that GEOMETRY calls flat are lines; a machine would turn them into lines as well. Millimetres. */
const LARGEST_RADIUS = 1e5
/** A little more than half a turn, so that two arcs make a circle whose points are noisy. */
const MAX_SWEEP = (200 / 180) * Math.PI

/**
 * The arc from x0, y0 that passes nearest to the points after `from`, by least squares of |p - c|^2 - r^2 (linear, since the circle
 * goes through the start; I. Kåsa, 1976). It ends where it passes the last point. Null when it does not keep to the points.
 */
export function circleThroughStart(xy: Float64Array, points: PointsToFit): FittedCircle | null {
  const { x0, y0, from, until } = points
  let uu = 0
  let uv = 0
  let vv = 0
  let uw = 0
  let vw = 0
  for (let i = from + 1; i <= until; i++) {
    const u = xy[2 * i]! - x0
    const v = xy[2 * i + 1]! - y0
    const w = u * u + v * v
    uu += u * u
    uv += u * v
    vv += v * v
    uw += u * w
    vw += v * w
  }
  const determinant = 2 * (uu * vv - uv * uv)
  const dx = (uw * vv - vw * uv) / determinant
  const dy = (vw * uu - uw * uv) / determinant
  const radius = Math.hypot(dx, dy)
  const sweep = sweepAlong(xy, points, x0 + dx, y0 + dy, radius)
  if (sweep === null) return null
  const endX = xy[2 * until]! - x0 - dx
  const endY = xy[2 * until + 1]! - y0 - dy
  const stretch = radius / Math.hypot(endX, endY)
  return { x: x0 + dx + endX * stretch, y: y0 + dy + endY * stretch, centreX: x0 + dx, centreY: y0 + dy, sweep }
}

/** The same between two given places: the centre is somewhere on the middle line of both, one number to find. */
export function circleThroughBoth(xy: Float64Array, points: PointsToFit): FittedCircle | null {
  const { x0, y0, from, until } = points
  const x = xy[2 * until]!
  const y = xy[2 * until + 1]!
  const middleX = (x0 + x) / 2
  const middleY = (y0 + y) / 2
  const chord = Math.hypot(x - x0, y - y0)
  const normalX = (y0 - y) / chord
  const normalY = (x - x0) / chord
  const halfSquared = (chord * chord) / 4
  let above = 0
  let below = 0
  for (let i = from + 1; i < until; i++) {
    const u = xy[2 * i]! - middleX
    const v = xy[2 * i + 1]! - middleY
    const side = 2 * (u * normalX + v * normalY)
    above += side * (u * u + v * v - halfSquared)
    below += side * side
  }
  const offset = above / below
  const centreX = middleX + offset * normalX
  const centreY = middleY + offset * normalY
  const sweep = sweepAlong(xy, points, centreX, centreY, Math.hypot(x0 - centreX, y0 - centreY))
  return sweep === null ? null : { x, y, centreX, centreY, sweep }
}

/**
 * How far the chords turn about the centre, or null when they leave the circle or go back. As the chords pass every angle from
 * beginning to end, keeping to the circle both ways is the same: no place of the arc is further from the chords than they from it.
 */
function sweepAlong(
  xy: Float64Array,
  { x0, y0, from, until, tolerance }: PointsToFit,
  centreX: number,
  centreY: number,
  radius: number,
): number | null {
  // Within two tolerances of its centre an arc says nothing about the points. NaN, from points all in one place, ends here too.
  if (!(radius >= 2 * tolerance && radius <= LARGEST_RADIUS)) return null
  const inner = radius - tolerance
  const innerSquared = inner * inner
  const outer = radius + tolerance
  const outerSquared = outer * outer
  const slack = tolerance / radius
  let px = xy[2 * from]! - centreX
  let py = xy[2 * from + 1]! - centreY
  let ax = x0 - centreX
  let ay = y0 - centreY
  let turned = 0
  let highest = 0
  let lowest = 0
  let fall = 0
  let rise = 0
  for (let i = from + 1; i <= until; i++) {
    const x = xy[2 * i]! - centreX
    const y = xy[2 * i + 1]! - centreY
    if (x * x + y * y > outerSquared || segmentDistanceSquared(0, 0, px, py, x, y) < innerSquared) return null
    turned += Math.atan2(ax * y - ay * x, ax * x + ay * y)
    if (turned > highest) highest = turned
    else if (highest - turned > fall) fall = highest - turned
    if (turned < lowest) lowest = turned
    else if (turned - lowest > rise) rise = turned - lowest
    if (fall > slack && rise > slack) return null
    px = x
    py = y
    ax = x
    ay = y
  }
  const back = turned > 0 ? fall : rise
  return back > slack || Math.abs(turned) > MAX_SWEEP || turned === 0 ? null : turned
}
