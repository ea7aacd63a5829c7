import { turnBetween, type Path, type Stroke, type XY } from './path.ts'

/** A point the curve passes, with the direction in degrees it should have there, if that matters. */
export type Knot = readonly [x: number, y: number, heading?: number]

const DEGREE = Math.PI / 180

/**
 * The smoothest curve through the knots, as a hand draws it: John Hobby's mock-curvature spline ("Smooth, Easy to Compute
 * Interpolating Splines", 1986), tension 1. Open ends without a heading take curl 1.
 */
export function through(...knots: Knot[]): Path {
  const first = knots[0]
  if (!first || knots.length < 2) throw new Error('a curve needs two knots')
  const strokes: Stroke[] = []
  let from = 0
  for (let i = 1; i < knots.length; i++) {
    if (i < knots.length - 1 && knots[i]![2] === undefined) continue
    strokes.push(...section(knots.slice(from, i + 1)))
    from = i
  }
  return { start: [first[0], first[1]], strokes }
}

function section(knots: readonly Knot[]): Stroke[] {
  const n = knots.length - 1
  const points = knots.map(([x, y]): XY => [x, y])
  const { length, angle } = chords(points)
  const turn = Array.from({ length: n + 1 }, (_, i) => (i > 0 && i < n ? turnBetween(angle[i - 1]!, angle[i]!) : 0))
  const rows: number[][] = []
  const right: number[] = []
  const leaving = knots[0]![2]
  const arriving = knots[n]![2]
  if (n === 1 && leaving === undefined && arriving === undefined) {
    return [cubicBetween(points[0]!, points[1]!, angle[0]!, length[0]!, 0, 0)]
  }
  for (let i = 0; i <= n; i++) {
    const row = new Array<number>(n + 1).fill(0)
    let value = 0
    if (i === 0) {
      row[0] = 1
      if (leaving === undefined) {
        row[1] = 1
        value = -turn[1]!
      } else value = turnBetween(angle[0]!, leaving * DEGREE)
    } else if (i === n) {
      row[n] = 1
      if (arriving === undefined) row[n - 1] = 1
      else value = turnBetween(angle[n - 1]!, arriving * DEGREE)
    } else {
      const before = 1 / length[i - 1]!
      const after = 1 / length[i]!
      row[i - 1] = before
      row[i] = 2 * (before + after)
      row[i + 1] = after
      value = -2 * before * turn[i]! - after * turn[i + 1]!
    }
    rows.push(row)
    right.push(value)
  }
  const theta = solved(rows, right)
  return Array.from({ length: n }, (_, i) =>
    cubicBetween(points[i]!, points[i + 1]!, angle[i]!, length[i]!, theta[i]!, -turn[i + 1]! - theta[i + 1]!),
  )
}

function chords(points: readonly XY[]): { length: number[]; angle: number[] } {
  const length: number[] = []
  const angle: number[] = []
  for (let i = 1; i < points.length; i++) {
    const dx = points[i]![0] - points[i - 1]![0]
    const dy = points[i]![1] - points[i - 1]![1]
    length.push(Math.hypot(dx, dy))
    angle.push(Math.atan2(dy, dx))
  }
  return { length, angle }
}

/** @param theta leaving angle against the chord, @param phi arriving angle against the chord, both in radians. */
function cubicBetween(from: XY, to: XY, angle: number, length: number, theta: number, phi: number): Stroke {
  const out = length * handle(theta, phi)
  const back = length * handle(phi, theta)
  return {
    kind: 'cubic',
    c1: [from[0] + out * Math.cos(angle + theta), from[1] + out * Math.sin(angle + theta)],
    c2: [to[0] - back * Math.cos(angle - phi), to[1] - back * Math.sin(angle - phi)],
    to,
    corner: false,
  }
}

/** Handle length of a unit chord: Hobby's rho divided by 3, kept within what still looks like one curve. */
function handle(theta: number, phi: number): number {
  const st = Math.sin(theta)
  const sp = Math.sin(phi)
  const ct = Math.cos(theta)
  const cp = Math.cos(phi)
  const above = 2 + Math.SQRT2 * (st - sp / 16) * (sp - st / 16) * (ct - cp)
  const below = 3 * (1 + 0.5 * (Math.sqrt(5) - 1) * ct + 0.5 * (3 - Math.sqrt(5)) * cp)
  return Math.min(Math.max(above / below, 0.1), 1.6)
}

/** Gaussian elimination with pivoting; the systems have a dozen unknowns. */
function solved(rows: number[][], right: number[]): number[] {
  const n = rows.length
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let row = column + 1; row < n; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    ;[right[column], right[pivot]] = [right[pivot]!, right[column]!]
    for (let row = column + 1; row < n; row++) {
      const factor = rows[row]![column]! / rows[column]![column]!
      if (factor === 0) continue
      for (let k = column; k < n; k++) rows[row]![k]! -= factor * rows[column]![k]!
      right[row]! -= factor * right[column]!
    }
  }
  const out = new Array<number>(n).fill(0)
  for (let row = n - 1; row >= 0; row--) {
    let sum = right[row]!
    for (let k = row + 1; k < n; k++) sum -= rows[row]![k]! * out[k]!
    out[row] = sum / rows[row]![row]!
  }
  return out
}
