/** Finding what is most alike, exactly. Two implementations (wasm-index.ts, sqlite-index.ts) give the same answers to the last digit. */
import { DIMS } from '#shared/shape/dims.ts'

/** A vector looked for, and how much each of its parts counts: whole thousandths. */
export interface WeightedVector {
  readonly vector: Int8Array
  readonly motif: number
  readonly whole: number
  readonly upright: number
}

export interface Neighbour {
  readonly seq: number
  /** The weighted dot product, a whole number; of equal ones the smaller `seq` comes first. */
  readonly score: number
}

/** Vectors of patterns by row number. */
export interface VectorIndex {
  readonly size: number
  /** Puts a pattern's vector in, in the place of the one before. */
  set(seq: number, vector: Int8Array): void
  delete(seq: number): void
  clear(): void
  has(seq: number): boolean
  /** A copy; null for a pattern that has none. */
  vectorOf(seq: number): Int8Array | null
  /**
   * Exactly the `most` best, best first.
   *
   * @param through asked of patterns that would be among them; what it refuses is not. Must not change the index.
   */
  nearest(query: WeightedVector, most: number, through?: (seq: number) => boolean): Neighbour[]
  /** The score of single patterns, null for those that have no vector; until the next question or change. */
  scorer(query: WeightedVector): (seq: number) => number | null
  close(): void
}

const THOUSAND = 1000

/** @param weights of any sum above 0, none below 0 */
export function weighted(
  vector: Int8Array,
  weights: { readonly motif: number; readonly whole: number; readonly upright: number },
): WeightedVector {
  if (vector.length !== DIMS) throw new Error(`a vector has ${DIMS} numbers, this one ${vector.length}`)
  const sum = weights.motif + weights.whole + weights.upright
  const share = (weight: number) => Math.round((THOUSAND * weight) / sum)
  const motif = share(weights.motif)
  const whole = Math.min(share(weights.whole), THOUSAND - motif)
  return { vector, motif, whole, upright: THOUSAND - motif - whole }
}

/** A whole part with itself: unit vectors times 127. */
const SAME = 127 * 127 * THOUSAND

/** 0: nothing in common … 1: the same, as far as the vector tells. */
export function similarityOf(score: number): number {
  return Math.min(1, Math.max(0, score / SAME))
}

/** The least score of this similarity. */
export function scoreFor(similarity: number): number {
  return similarity <= 0 ? -Infinity : Math.ceil(similarity * SAME)
}
