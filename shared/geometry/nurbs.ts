import type { CubicSink } from './ellipse.ts'

/** A B-spline, rational when it has weights. Knots never fall; there are `points + degree + 1` of them. */
export interface Nurbs {
  readonly degree: number
  readonly knots: ArrayLike<number>
  /** Control points as x, y pairs. */
  readonly points: ArrayLike<number>
  /** One per control point, all greater than zero. */
  readonly weights?: ArrayLike<number>
}

/** Steps a fit of one rational or high-degree piece may halve; each halving makes it 16 times better. */
const MAX_HALVINGS = 12

/** Whether the numbers of a spline agree with one another. */
export function isSoundNurbs({ degree, knots, points, weights }: Nurbs): boolean {
  const count = points.length / 2
  if (!Number.isInteger(degree) || degree < 1 || count <= degree || knots.length !== count + degree + 1) return false
  if (weights !== undefined && (weights.length !== count || !every(weights, weight => weight > 0))) return false
  for (let i = 1; i < knots.length; i++) if (!(knots[i]! >= knots[i - 1]!)) return false
  if (!(knots[count]! > knots[degree]!)) return false
  // A knot inside that comes more than `degree` times tears the curve in two.
  for (let i = degree + 1; i + degree < count + 1; i++) {
    const inside = knots[i]! > knots[degree]! && knots[i]! < knots[count]!
    if (inside && knots[i + degree] === knots[i]) return false
  }
  return true
}

/** Where a sound spline begins. */
export function startOfNurbs(nurbs: Nurbs): { x: number; y: number } {
  const pieces = bezierPieces(nurbs)
  const first = pieces.next().value
  if (first === undefined) return { x: nurbs.points[0]!, y: nurbs.points[1]! }
  return { x: first[0]! / first[2]!, y: first[1]! / first[2]! }
}

/** Arithmetic steps `nurbsToCubics` takes at least, for callers that must stay within a budget. */
export function workOfNurbs({ degree, points }: Nurbs): number {
  return (points.length / 2) * (degree + 1) ** 3
}

/**
 * A sound spline as cubics, one per knot span: exact without weights up to degree three (a line comes as a cubic with its handles
 * on the thirds), else within `tolerance`.
 */
export function nurbsToCubics(nurbs: Nurbs, tolerance: number, sink: CubicSink): void {
  const exact = nurbs.weights === undefined && nurbs.degree <= 3
  for (const piece of bezierPieces(nurbs)) {
    if (exact) emitExact(piece, nurbs.degree, sink)
    else fitCubics(piece, nurbs.degree, 0, 1, tolerance, 0, sink)
  }
}

/**
 * The Bezier pieces of a spline, one per knot span that is not empty, as x*w, y*w, w triples in an array used again for the next.
 * Control point k of the piece over [u, v] is the spline's blossom at u (degree - k times) and v (k times): Ramshaw's principle.
 */
function* bezierPieces({ degree, knots, points, weights }: Nurbs): Generator<Float64Array> {
  const count = points.length / 2
  const piece = new Float64Array(3 * (degree + 1))
  const work = new Float64Array(3 * (degree + 1))
  for (let span = degree; span < count; span++) {
    const u = knots[span]!
    const v = knots[span + 1]!
    if (v <= u) continue
    for (let k = 0; k <= degree; k++) {
      for (let j = 0; j <= degree; j++) {
        const from = span - degree + j
        const weight = weights === undefined ? 1 : weights[from]!
        work[3 * j] = points[2 * from]! * weight
        work[3 * j + 1] = points[2 * from + 1]! * weight
        work[3 * j + 2] = weight
      }
      for (let round = 1; round <= degree; round++) {
        const at = round <= degree - k ? u : v
        for (let j = degree; j >= round; j--) {
          const low = knots[span - degree + j]!
          const share = (at - low) / (knots[span + 1 + j - round]! - low)
          for (let axis = 0; axis < 3; axis++) {
            const before = work[3 * (j - 1) + axis]!
            work[3 * j + axis] = before + share * (work[3 * j + axis]! - before)
          }
        }
      }
      piece[3 * k] = work[3 * degree]!
      piece[3 * k + 1] = work[3 * degree + 1]!
      piece[3 * k + 2] = work[3 * degree + 2]!
    }
    yield piece
  }
}

function emitExact(piece: Float64Array, degree: number, sink: CubicSink): void {
  const x0 = piece[0]!
  const y0 = piece[1]!
  const x = piece[3 * degree]!
  const y = piece[3 * degree + 1]!
  if (degree === 1) {
    sink(x0 + (x - x0) / 3, y0 + (y - y0) / 3, x - (x - x0) / 3, y - (y - y0) / 3, x, y)
  } else if (degree === 2) {
    const qx = piece[3]!
    const qy = piece[4]!
    sink(x0 + (2 / 3) * (qx - x0), y0 + (2 / 3) * (qy - y0), x + (2 / 3) * (qx - x), y + (2 / 3) * (qy - y), x, y)
  } else {
    sink(piece[3]!, piece[4]!, piece[6]!, piece[7]!, x, y)
  }
}

/** Cubics with the spline's own ends and directions; halves until the points between agree at five parameters. */
function fitCubics(
  piece: Float64Array,
  degree: number,
  from: number,
  to: number,
  tolerance: number,
  halvings: number,
  sink: CubicSink,
): void {
  const a = pointOf(piece, degree, from)
  const b = pointOf(piece, degree, to)
  const third = (to - from) / 3
  const c1x = a.x + a.dx * third
  const c1y = a.y + a.dy * third
  const c2x = b.x - b.dx * third
  const c2y = b.y - b.dy * third
  if (halvings < MAX_HALVINGS && !agrees()) {
    const middle = (from + to) / 2
    fitCubics(piece, degree, from, middle, tolerance, halvings + 1, sink)
    fitCubics(piece, degree, middle, to, tolerance, halvings + 1, sink)
  } else {
    sink(c1x, c1y, c2x, c2y, b.x, b.y)
  }

  function agrees(): boolean {
    for (let i = 1; i < 6; i++) {
      const t = i / 6
      const s = 1 - t
      const p = pointOf(piece, degree, from + t * (to - from))
      const x = s * s * s * a.x + 3 * s * s * t * c1x + 3 * s * t * t * c2x + t * t * t * b.x
      const y = s * s * s * a.y + 3 * s * s * t * c1y + 3 * s * t * t * c2y + t * t * t * b.y
      // Half the tolerance, because the worst point may lie between two that are looked at.
      if (Math.hypot(p.x - x, p.y - y) > tolerance / 2) return false
    }
    return true
  }
}

interface PointAndSpeed {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
}

/** One for all points: hundreds of thousands of small arrays cost more than the arithmetic in them. */
let scratch = new Float64Array(32)

/** De Casteljau on the weighted points; the last step also gives the derivative. */
function pointOf(piece: Float64Array, degree: number, t: number): PointAndSpeed {
  if (scratch.length < piece.length) scratch = new Float64Array(piece.length)
  const work = scratch
  for (let i = 0; i < piece.length; i++) work[i] = piece[i]!
  for (let round = 1; round < degree; round++) {
    for (let i = 0; i < 3 * (degree + 1 - round); i++) work[i] = work[i]! + t * (work[i + 3]! - work[i]!)
  }
  const w = work[2]! + t * (work[5]! - work[2]!)
  const x = (work[0]! + t * (work[3]! - work[0]!)) / w
  const y = (work[1]! + t * (work[4]! - work[1]!)) / w
  const slope = work[5]! - work[2]!
  return {
    x,
    y,
    dx: (degree * (work[3]! - work[0]! - slope * x)) / w,
    dy: (degree * (work[4]! - work[1]! - slope * y)) / w,
  }
}

function every(values: ArrayLike<number>, holds: (value: number) => boolean): boolean {
  for (let i = 0; i < values.length; i++) if (!holds(values[i]!)) return false
  return true
}
