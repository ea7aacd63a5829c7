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

/** Eigenvalues and vectors of a symmetric matrix, greatest first (Jacobi's rotations). */
export function eigen(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array[] } {
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
