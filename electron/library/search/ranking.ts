/**
 * A pattern that was found, as one number: its score and, below that, its row. The least number is the best, and no two are the same: of
 * equal scores the newer pattern comes first. So a hundred thousand hits are one array, and sorting compares plain numbers.
 */
export type Rank = number

/** Rows told apart: four million patterns. */
const ROWS = 2 ** 22
const ONE_ROW = 1 / ROWS
/** Steps of a score told apart, and the greatest score there is. */
const STEPS = 2 ** 22
const MOST = 512

const WORST = MOST * STEPS - 1

export function rankOf(score: number, seq: number): Rank {
  const steps = Math.min(WORST, Math.max(0, Math.round(score * STEPS)))
  return (WORST - steps) * ROWS + (ROWS - 1 - seq)
}

/** By multiplying: the remainder of such great numbers takes ten times as long. */
export const seqOf = (rank: Rank): number => ROWS - 1 - (rank - Math.floor(rank * ONE_ROW) * ROWS)

/** To a quarter of a millionth. */
export const scoreOf = (rank: Rank): number => (WORST - Math.floor(rank / ROWS)) / STEPS

/** Less than this is not worth choosing from: sorting it all is as quick. */
const FEW = 64

/** Ranks that are put in order only as far as somebody looks. */
export class Ranking {
  readonly #ranks: Float64Array
  #sorted = 0

  /** @param ranks is kept and put in order in place */
  constructor(ranks: Float64Array) {
    this.#ranks = ranks
  }

  get length(): number {
    return this.#ranks.length
  }

  /** From the best on, those at places `from` to `to`. */
  slice(from: number, to: number): Float64Array {
    this.#sortTo(Math.min(to, this.#ranks.length))
    return this.#ranks.subarray(from, to)
  }

  #sortTo(wanted: number): void {
    if (wanted <= this.#sorted) return
    // Who scrolls on soon wants as much again.
    const to = Math.min(this.#ranks.length, Math.max(wanted, this.#sorted * 2))
    const rest = this.#ranks.subarray(this.#sorted)
    if (to < this.#ranks.length) leastFirst(rest, to - this.#sorted)
    this.#ranks.subarray(this.#sorted, to).sort()
    this.#sorted = to
  }
}

/** Brings the `count` least values to the front, in any order (Hoare's selection; the values are all different). */
function leastFirst(values: Float64Array, count: number): void {
  let low = 0
  let high = values.length - 1
  while (high - low > FEW) {
    const pivot = middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!)
    let left = low
    let right = high
    while (left <= right) {
      while (values[left]! < pivot) left++
      while (values[right]! > pivot) right--
      if (left > right) break
      const value = values[left]!
      values[left++] = values[right]!
      values[right--] = value
    }
    if (count - 1 <= right) high = right
    else if (count - 1 >= left) low = left
    else return
  }
  values.subarray(low, high + 1).sort()
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
