import { unpack } from './packed.ts'

/** Of the patterns that stand out, at most so many take part in a search. */
export const NEAR_MOST = 100
/**
 * How far above the whole library's mean a pattern has to lie, in standard deviations. Every model has a closeness of its own, so no
 * number of it can be a limit; without one, a library of forty patterns would answer every question with all of them.
 */
const STANDS_OUT = 1.5

/** Every pattern's vector of one model, looked through one by one: a question is asked now and then, not with every key. */
export class NearIndex {
  readonly #dims: number
  readonly #rowOf = new Map<number, number>()
  #seqs: number[] = []
  #scales: number[] = []
  #values = new Int8Array(0)

  constructor(dims: number) {
    this.#dims = dims
  }

  get size(): number {
    return this.#seqs.length
  }

  /** Takes the place of what the pattern had. Bytes that are no vector are left out. */
  set(seq: number, packed: Uint8Array): void {
    const vector = unpack(packed, this.#dims)
    if (!vector) return
    const row = this.#rowOf.get(seq) ?? this.#seqs.length
    this.#rowOf.set(seq, row)
    this.#seqs[row] = seq
    this.#scales[row] = vector.scale
    const end = (row + 1) * this.#dims
    if (end > this.#values.length) {
      const larger = new Int8Array(Math.max(end, this.#values.length * 2))
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values.set(vector.values, row * this.#dims)
  }

  /** Patterns that are clearly nearer to this vector than the library as a whole, nearest first; ties by number. */
  near(packed: Uint8Array, most: number = NEAR_MOST): number[] {
    const query = unpack(packed, this.#dims)
    const count = this.#seqs.length
    if (!query || count === 0) return []
    const likeness = this.#likenessOf(query.values)
    let sum = 0
    for (const value of likeness) sum += value
    const mean = sum / count
    let squares = 0
    for (const value of likeness) squares += (value - mean) ** 2
    const limit = mean + STANDS_OUT * Math.sqrt(squares / count)
    return this.#seqs
      .map((seq, row) => ({ seq, value: likeness[row] ?? 0 }))
      .filter(({ value }) => value > limit)
      .sort((a, b) => b.value - a.value || a.seq - b.seq)
      .slice(0, most)
      .map(({ seq }) => seq)
  }

  #likenessOf(query: Int8Array): Float64Array {
    const dims = this.#dims
    const values = this.#values
    const likeness = new Float64Array(this.#seqs.length)
    for (let row = 0, at = 0; row < likeness.length; row++) {
      let sum = 0
      for (let dim = 0; dim < dims; dim++, at++) sum += values[at]! * query[dim]!
      likeness[row] = sum * this.#scales[row]!
    }
    return likeness
  }
}
