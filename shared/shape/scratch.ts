/**
 * Room for numbers that nobody needs after a description is done. A library is described ten thousand designs in a row, and fetching fresh
 * arrays for each cost a fifth of the time. What is taken is overwritten by the next taking: it must not outlive its design.
 */
export class Scratch {
  #held = new Float64Array(4096)

  /** As it was left: whoever needs zeros fills it. */
  take(length: number): Float64Array {
    if (this.#held.length < length) this.#held = new Float64Array(2 * length)
    return this.#held.subarray(0, length)
  }
}
