import { dice } from '#shared/starter/dice.ts'

/** The few pieces of linear algebra that learning needs; square matrices row by row in one array. */

/** Adds `weight` times the outer product of v with itself; only the lower triangle is kept. */
export function addOuter(into: Float64Array, v: Float64Array, weight: number): void {
  const size = v.length
  for (let row = 0; row < size; row++) {
    const value = v[row]! * weight
    if (value === 0) continue
    const from = row * size
    for (let column = 0; column <= row; column++) into[from + column]! += value * v[column]!
  }
}

/** The lower factor L of a positive matrix, L times its transpose; in place. @throws when the matrix is not positive */
export function factored(matrix: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++) {
    const r = row * size
    for (let column = 0; column <= row; column++) {
      const c = column * size
      let sum = matrix[r + column]!
      for (let k = 0; k < column; k++) sum -= matrix[r + k]! * matrix[c + k]!
      if (row === column) {
        if (!(sum > 0)) throw new Error('the scatter is not positive')
        matrix[r + row] = Math.sqrt(sum)
      } else matrix[r + column] = sum / matrix[c + column]!
    }
  }
  return matrix
}

/** Solves L y = v. */
export function forward(factor: Float64Array, v: Float64Array): Float64Array {
  const size = v.length
  const y = new Float64Array(size)
  for (let row = 0; row < size; row++) {
    let sum = v[row]!
    const r = row * size
    for (let k = 0; k < row; k++) sum -= factor[r + k]! * y[k]!
    y[row] = sum / factor[r + row]!
  }
  return y
}

/** Solves L' w = v. */
export function backward(factor: Float64Array, v: Float64Array): Float64Array {
  const size = v.length
  const w = Float64Array.from(v)
  for (let row = size - 1; row >= 0; row--) {
    const value = w[row]! / factor[row * size + row]!
    w[row] = value
    const r = row * size
    for (let k = 0; k < row; k++) w[k]! -= factor[r + k]! * value
  }
  return w
}

/**
 * The `count` greatest eigenvalues of a symmetric matrix without negative ones, and their vectors, greatest first: a subspace is multiplied and
 * made orthogonal until it no longer moves.
 */
export function greatestEigen(
  matrix: Float64Array,
  size: number,
  count: number,
): { values: Float64Array; vectors: Float64Array[] } {
  const width = Math.min(size, count + 16)
  const roll = dice(1)
  let basis = orthogonal(Array.from({ length: width }, () => Float64Array.from({ length: size }, () => roll() - 0.5)))
  for (let round = 0; round < 12; round++) basis = orthogonal(basis.map(vector => times(matrix, size, vector)))
  // Within the subspace the vectors still have to be told apart.
  const images = basis.map(vector => times(matrix, size, vector))
  const small = Float64Array.from({ length: width * width }, (_, k) =>
    dot(basis[Math.floor(k / width)]!, images[k % width]!),
  )
  const { values, vectors } = eigen(small, width)
  return {
    values: values.slice(0, count),
    vectors: vectors.slice(0, count).map(shares => {
      const vector = new Float64Array(size)
      for (const [k, one] of basis.entries()) for (let at = 0; at < size; at++) vector[at]! += shares[k]! * one[at]!
      return vector
    }),
  }
}

function times(matrix: Float64Array, size: number, vector: Float64Array): Float64Array {
  const out = new Float64Array(size)
  for (let row = 0; row < size; row++) {
    let sum = 0
    const from = row * size
    for (let k = 0; k < size; k++) sum += matrix[from + k]! * vector[k]!
    out[row] = sum
  }
  return out
}

/** Gram and Schmidt's way, twice over for the rounding. */
function orthogonal(vectors: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = []
  for (const vector of vectors) {
    const one = Float64Array.from(vector)
    for (let pass = 0; pass < 2; pass++) {
      for (const other of done) {
        const share = dot(one, other)
        for (let at = 0; at < one.length; at++) one[at]! -= share * other[at]!
      }
    }
    const length = Math.sqrt(dot(one, one)) || 1
    done.push(one.map(value => value / length))
  }
  return done
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

/** Eigenvalues and vectors of a small symmetric matrix, greatest first (Jacobi's rotations). */
function eigen(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array[] } {
  const a = Float64Array.from(matrix)
  const v = new Float64Array(size * size)
  for (let k = 0; k < size; k++) v[k * size + k] = 1
  for (let sweep = 0; sweep < 12; sweep++) {
    let off = 0
    let trace = 0
    for (let p = 0; p < size; p++) {
      trace += Math.abs(a[p * size + p]!)
      for (let q = p + 1; q < size; q++) off += Math.abs(a[p * size + q]!)
    }
    if (off < 1e-9 * trace) break
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q)
  }
  const order = Array.from({ length: size }, (_, k) => k).sort(
    (one, other) => a[other * size + other]! - a[one * size + one]!,
  )
  return {
    values: Float64Array.from(order, k => a[k * size + k]!),
    vectors: order.map(k => v.slice(k * size, (k + 1) * size)),
  }
}

/** Vectors are kept as rows of `v`. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q]!
  const [app, aqq] = [a[p * size + p]!, a[q * size + q]!]
  if (Math.abs(apq) < 1e-12 * (Math.abs(app) + Math.abs(aqq))) return
  const theta = (aqq - app) / (2 * apq)
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  const [rp, rq] = [p * size, q * size]
  for (let k = 0; k < size; k++) {
    const [x, y] = [a[rp + k]!, a[rq + k]!]
    a[rp + k] = c * x - s * y
    a[rq + k] = s * x + c * y
  }
  for (let k = 0; k < size; k++) {
    const at = k * size
    const [x, y] = [a[at + p]!, a[at + q]!]
    a[at + p] = c * x - s * y
    a[at + q] = s * x + c * y
  }
  for (let k = 0; k < size; k++) {
    const [x, y] = [v[rp + k]!, v[rq + k]!]
    v[rp + k] = c * x - s * y
    v[rq + k] = s * x + c * y
  }
}
