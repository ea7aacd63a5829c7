import { addOuter, backward, dot, factored, forward, greatestEigen } from './linear.ts'

/** A projection of features to few numbers: y = W (x - mean). */
export interface Projection {
  readonly mean: Float64Array
  readonly rows: readonly Float64Array[]
}

/** What belongs together, and how much its scatter counts. */
export interface Grouping {
  readonly groups: readonly (readonly Float64Array[])[]
  readonly weight: number
}

export interface Learning {
  /** Scatter to be made small: designs of one family, or one motif in its layouts. */
  readonly within: readonly Grouping[]
  /** What is to be told apart: the middles of these. */
  readonly apart: readonly (readonly Float64Array[])[]
  /** Share of plain variance mixed into the scatter: what was never seen to vary may still vary in families to come. */
  readonly shrink: number
  readonly dimensions: number
}

/**
 * Fisher's discriminant: directions in which families lie far apart for how much they scatter. Features come with their blocks
 * scaled to one size.
 */
export function discriminant({ within, apart, shrink, dimensions }: Learning): Projection {
  const size = apart[0]![0]!.length
  const scatter = new Float64Array(size * size)
  for (const { groups, weight } of within) {
    const count = groups.reduce((sum, group) => sum + Math.max(0, group.length - 1), 0)
    for (const group of groups) {
      const middle = meanOf(group)
      for (const one of group) addOuter(scatter, difference(one, middle), weight / count)
    }
  }
  const middles = apart.map(meanOf)
  const mean = meanOf(middles)
  regularise(scatter, size, shrink)
  const factor = factored(scatter, size)
  const white = middles.map(middle => forward(factor, difference(middle, mean)))
  const count = white.length
  const gram = new Float64Array(count * count)
  for (let a = 0; a < count; a++)
    for (let b = 0; b <= a; b++) gram[a * count + b] = gram[b * count + a] = dot(white[a]!, white[b]!)
  const { values, vectors } = greatestEigen(gram, count, dimensions)
  const rows = Array.from({ length: dimensions }, (_, k) => {
    const direction = new Float64Array(size)
    const length = Math.sqrt(Math.max(values[k]!, 1e-12))
    for (let c = 0; c < count; c++) {
      const share = vectors[k]![c]! / length
      for (let at = 0; at < size; at++) direction[at]! += share * white[c]![at]!
    }
    return backward(factor, direction)
  })
  return { mean, rows }
}

function regularise(scatter: Float64Array, size: number, shrink: number): void {
  let trace = 0
  for (let k = 0; k < size; k++) trace += scatter[k * size + k]!
  const plain = trace / size
  for (let at = 0; at < scatter.length; at++) scatter[at]! *= 1 - shrink
  for (let k = 0; k < size; k++) scatter[k * size + k]! += shrink * plain
}

export function meanOf(vectors: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]!.length)
  for (const vector of vectors) for (let at = 0; at < mean.length; at++) mean[at]! += vector[at]! / vectors.length
  return mean
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, at) => value - b[at]!)
}

export function projected({ mean, rows }: Projection, x: Float64Array): Float64Array {
  const centred = difference(x, mean)
  const y = Float64Array.from(rows, row => dot(row, centred))
  const size = Math.sqrt(dot(y, y)) || 1
  return y.map(value => value / size)
}
