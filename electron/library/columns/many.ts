/** For each pattern a short list of numbers (its tags, its formats): all of them in one pool, so that counting walks through memory. */
export class Many {
  /** Where a pattern's list begins in `pool`; 0: it has none. */
  starts = new Int32Array(0)
  /** At a list's beginning how many there are, then each of them. */
  pool = new Int32Array(1024)
  /** The first place is never a list's, so that 0 means none. */
  #used = 1

  /** Makes room for patterns up to this row number. */
  reserve(end: number): void {
    this.starts = grown(this.starts, end)
  }

  /** What stood there before stays unused in the pool until everything is read anew. */
  set(seq: number, values: readonly number[]): void {
    if (values.length === 0) {
      this.starts[seq] = 0
      return
    }
    const at = this.#used
    this.#used = at + values.length + 1
    this.pool = grown(this.pool, this.#used)
    this.pool[at] = values.length
    this.pool.set(values, at + 1)
    this.starts[seq] = at
  }

  has(seq: number, value: number): boolean {
    const at = this.starts[seq] ?? 0
    if (at === 0) return false
    const last = at + (this.pool[at] ?? 0)
    for (let index = at + 1; index <= last; index++) if (this.pool[index] === value) return true
    return false
  }

  clear(): void {
    this.starts.fill(0)
    this.#used = 1
  }
}

type Packed = Uint8Array | Int32Array | Float64Array

/** The same array when it is long enough, else a longer one with the same beginning. */
export function grown<A extends Packed>(array: A, length: number): A {
  if (array.length >= length) return array
  const longer = new (array.constructor as new (length: number) => A)(Math.max(length, Math.ceil(array.length * 1.5)))
  longer.set(array as never)
  return longer
}
