import { grown } from '#library/columns/many.ts'

/**
 * For each word the patterns it stands in, by row number, and where in them: all lists in one pool of plain numbers. A place without bits is
 * a pattern the word was taken out of; it stays until the lists are packed.
 */
export class Postings {
  /** Parallel: the pattern's row number, and its places (fields.ts). Each word's part of the pool is in the order of rows. */
  seqs: Int32Array
  places: Uint8Array
  /** By word: where its list begins, how long it is (with what was taken out) and how long it may become there. */
  starts: Int32Array
  counts: Int32Array
  #rooms: Int32Array
  /** By word: in how many patterns it stands. */
  live: Int32Array
  #used: number

  /** @param packed lists one after the other without gaps */
  constructor(packed: PackedPostings = NOTHING) {
    this.seqs = packed.seqs
    this.places = packed.places
    this.counts = packed.counts
    this.#rooms = packed.counts.slice()
    this.live = packed.counts.slice()
    this.starts = new Int32Array(packed.counts.length)
    this.#used = 0
    for (let word = 0; word < packed.counts.length; word++) {
      this.starts[word] = this.#used
      this.#used += packed.counts[word] ?? 0
    }
  }

  /** Writes a word's places in one pattern; new or taken out before. */
  add(word: number, seq: number, places: number): void {
    this.#know(word)
    const start = this.starts[word]!
    const count = this.counts[word]!
    const at = start + (count > 0 && this.seqs[start + count - 1]! < seq ? count : this.#find(start, count, seq))
    if (at < start + count && this.seqs[at] === seq) {
      if (this.places[at] === 0) this.live[word]!++
      this.places[at] = places
      return
    }
    const to = this.#room(word) + at - start
    const end = this.starts[word]! + count
    this.seqs.copyWithin(to + 1, to, end)
    this.places.copyWithin(to + 1, to, end)
    this.seqs[to] = seq
    this.places[to] = places
    this.counts[word]!++
    this.live[word]!++
  }

  /** Takes every word out of these patterns. @param gone 1 at their row numbers */
  forget(gone: Uint8Array): void {
    for (let word = 0; word < this.counts.length; word++) {
      const start = this.starts[word]!
      const end = start + this.counts[word]!
      for (let at = start; at < end; at++) {
        if (gone[this.seqs[at]!] !== 1 || this.places[at] === 0) continue
        this.places[at] = 0
        this.live[word]!--
      }
    }
  }

  /** @param order the words that are to be, one after the other; those in no pattern have empty lists */
  packed(order: readonly number[]): PackedPostings {
    const counts = Int32Array.from(order, word => this.live[word] ?? 0)
    const total = counts.reduce((sum, count) => sum + count, 0)
    const seqs = new Int32Array(total)
    const places = new Uint8Array(total)
    let to = 0
    for (const word of order) {
      const start = this.starts[word] ?? 0
      const end = start + (this.counts[word] ?? 0)
      for (let at = start; at < end; at++) {
        if (this.places[at] === 0) continue
        seqs[to] = this.seqs[at]!
        places[to++] = this.places[at]!
      }
    }
    return { seqs, places, counts }
  }

  #know(word: number): void {
    if (word < this.counts.length) return
    this.starts = grown(this.starts, word + 1)
    this.counts = grown(this.counts, word + 1)
    this.#rooms = grown(this.#rooms, word + 1)
    this.live = grown(this.live, word + 1)
  }

  /** Where the row number stands in a list, or would. */
  #find(start: number, count: number, seq: number): number {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.seqs[start + middle]! < seq) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Makes room for one more, at the end of the pool when there is none where the list is. Answers where the list begins. */
  #room(word: number): number {
    const start = this.starts[word]!
    const count = this.counts[word]!
    if (count < this.#rooms[word]!) return start
    const room = Math.max(4, count * 2)
    const to = this.#used
    this.#used += room
    this.seqs = grown(this.seqs, this.#used)
    this.places = grown(this.places, this.#used)
    this.seqs.copyWithin(to, start, start + count)
    this.places.copyWithin(to, start, start + count)
    this.starts[word] = to
    this.#rooms[word] = room
    return to
  }
}

/** Lists one after the other, by word: nothing in between, nothing taken out. */
export interface PackedPostings {
  readonly seqs: Int32Array
  readonly places: Uint8Array
  readonly counts: Int32Array
}

const NOTHING: PackedPostings = { seqs: new Int32Array(0), places: new Uint8Array(0), counts: new Int32Array(0) }
