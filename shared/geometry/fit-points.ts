import type { Point } from './design.ts'
import type { CubicSink } from './ellipse.ts'

export interface FitPoints {
  /** x, y pairs, at least two points. */
  readonly points: ArrayLike<number>
  /** Direction the curve is to leave or arrive in; only its direction counts. */
  readonly startDirection?: Point
  readonly endDirection?: Point
  /** Returns smoothly to the first point. */
  readonly closed: boolean
}

/**
 * The smooth curve through given points: the cubic spline with continuous curvature over the lengths of the chords, straightening
 * out at free ends. (De Boor, A Practical Guide to Splines, chapter IV; the drawing programs' own choice of parameters is not
 * published, so between the points this follows convention.)
 */
export function fitPointsToCubics(fit: FitPoints, sink: CubicSink): void {
  const { xs, ys } = distinctPoints(fit)
  const spans = xs.length - 1
  if (spans < 1) return
  const steps = new Float64Array(spans)
  for (let i = 0; i < spans; i++) steps[i] = Math.hypot(xs[i + 1]! - xs[i]!, ys[i + 1]! - ys[i]!)
  const closed = fit.closed && spans > 2
  const slopesX = slopes(xs, steps, closed, unit(fit.startDirection)?.x, unit(fit.endDirection)?.x)
  const slopesY = slopes(ys, steps, closed, unit(fit.startDirection)?.y, unit(fit.endDirection)?.y)
  for (let i = 0; i < spans; i++) {
    const third = steps[i]! / 3
    sink(
      xs[i]! + slopesX[i]! * third,
      ys[i]! + slopesY[i]! * third,
      xs[i + 1]! - slopesX[i + 1]! * third,
      ys[i + 1]! - slopesY[i + 1]! * third,
      xs[i + 1]!,
      ys[i + 1]!,
    )
  }
}

/** Points without immediate repeats (a chord of no length has no direction), the first again at the end when closed. */
function distinctPoints({ points, closed }: FitPoints): { xs: number[]; ys: number[] } {
  const xs: number[] = []
  const ys: number[] = []
  const add = (x: number, y: number): void => {
    if (xs.at(-1) === x && ys.at(-1) === y) return
    xs.push(x)
    ys.push(y)
  }
  for (let i = 0; i + 1 < points.length; i += 2) add(points[i]!, points[i + 1]!)
  if (closed) add(points[0]!, points[1]!)
  return { xs, ys }
}

function unit(direction: Point | undefined): Point | undefined {
  if (direction === undefined) return undefined
  const length = Math.hypot(direction.x, direction.y)
  return length > 0 ? { x: direction.x / length, y: direction.y / length } : undefined
}

/** First derivatives at the points of one coordinate, from the tridiagonal system of continuous second derivatives. */
function slopes(
  values: readonly number[],
  steps: Float64Array,
  closed: boolean,
  start: number | undefined,
  end: number | undefined,
): Float64Array {
  const count = values.length
  const chord = (i: number): number => (values[i + 1]! - values[i]!) / steps[i]!
  const below = new Float64Array(count)
  const on = new Float64Array(count)
  const above = new Float64Array(count)
  const right = new Float64Array(count)
  for (let i = 1; i < count - 1; i++) {
    below[i] = steps[i]!
    on[i] = 2 * (steps[i - 1]! + steps[i]!)
    above[i] = steps[i - 1]!
    right[i] = 3 * (steps[i]! * chord(i - 1) + steps[i - 1]! * chord(i))
  }
  if (closed) return closedSlopes(below, on, above, right, steps, chord)
  const last = count - 1
  on[0] = start === undefined ? 2 : 1
  above[0] = start === undefined ? 1 : 0
  right[0] = start ?? 3 * chord(0)
  on[last] = end === undefined ? 2 : 1
  below[last] = end === undefined ? 1 : 0
  right[last] = end ?? 3 * chord(last - 1)
  return solveTridiagonal(below, on, above, right)
}

/** The ring of unknowns without the repeated last point; the two corners of the matrix by Sherman and Morrison's formula. */
function closedSlopes(
  below: Float64Array,
  on: Float64Array,
  above: Float64Array,
  right: Float64Array,
  steps: Float64Array,
  chord: (i: number) => number,
): Float64Array {
  const ring = on.length - 1
  const last = ring - 1
  const h0 = steps[0]!
  const hn = steps[last]!
  on[0] = 2 * (hn + h0)
  above[0] = hn
  right[0] = 3 * (h0 * chord(last) + hn * chord(0))
  const corner = h0
  const otherCorner = above[last]!
  const gamma = -on[0]!
  const diagonal = on.slice(0, ring)
  diagonal[0] = diagonal[0]! - gamma
  diagonal[last] = diagonal[last]! - (corner * otherCorner) / gamma
  const spike = new Float64Array(ring)
  spike[0] = gamma
  spike[last] = otherCorner
  const y = solveTridiagonal(below.slice(0, ring), diagonal, above.slice(0, ring), right.slice(0, ring))
  const z = solveTridiagonal(below.slice(0, ring), diagonal, above.slice(0, ring), spike)
  const factor = (y[0]! + (corner * y[last]!) / gamma) / (1 + z[0]! + (corner * z[last]!) / gamma)
  const result = new Float64Array(ring + 1)
  for (let i = 0; i < ring; i++) result[i] = y[i]! - factor * z[i]!
  result[ring] = result[0]!
  return result
}

/** Thomas's elimination; safe here because the diagonal outweighs its neighbours. */
function solveTridiagonal(
  below: Float64Array,
  on: Float64Array,
  above: Float64Array,
  right: Float64Array,
): Float64Array {
  const count = on.length
  const c = new Float64Array(count)
  const x = new Float64Array(count)
  let pivot = on[0]!
  x[0] = right[0]! / pivot
  for (let i = 1; i < count; i++) {
    c[i] = above[i - 1]! / pivot
    pivot = on[i]! - below[i]! * c[i]!
    x[i] = (right[i]! - below[i]! * x[i - 1]!) / pivot
  }
  for (let i = count - 2; i >= 0; i--) x[i] = x[i]! - c[i + 1]! * x[i + 1]!
  return x
}
