import { KEY, QUERY, ROWS, SEQ, SHIFT, SHIFTED, STRIDE, SUM_WEIGHTS, TAIL, WEIGHTS } from './kernel/layout.ts'
import { type Kernel, startQuickestKernel } from './kernel/start-kernel.ts'
import { DIMS, PART } from '#shared/shape/dims.ts'
import type { Neighbour, VectorIndex, WeightedVector } from './vector-index.ts'

const PAGE = 65_536
const NO_SLOT = -1

/** How long the rows are in memory, for who keeps them in a file as they are. */
export const ROW_BYTES = STRIDE

/**
 * All vectors side by side in one WebAssembly memory, gone through from the first to the last for every question: 216 bytes a pattern.
 * A deleted row's place is taken by the last one.
 */
export class WasmIndex implements VectorIndex {
  #kernel: Kernel
  #count = 0
  #capacity = 0
  #slots = new Int32Array(1024).fill(NO_SLOT)
  #bytes = new Int8Array(0)
  #words = new Int32Array(0)
  #through: (seq: number) => boolean = () => true

  /** @param start a variant of the kernel; the quickest one when left out */
  constructor(start: (passes: (seq: number) => boolean) => Kernel = startQuickestKernel) {
    this.#kernel = start(seq => this.#through(seq))
    this.#reserve(256)
  }

  get size(): number {
    return this.#count
  }

  get kernel(): string {
    return this.#kernel.name
  }

  set(seq: number, vector: Int8Array): void {
    if (vector.length !== DIMS) throw new Error(`a vector has ${DIMS} numbers, this one ${vector.length}`)
    let slot = this.#slotOf(seq)
    if (slot === NO_SLOT) {
      this.#reserve(this.#count + 1)
      slot = this.#count++
      this.#place(seq, slot)
    }
    const row = ROWS + slot * STRIDE
    this.#bytes.set(vector, row)
    for (let part = 0; part < 3; part++) {
      let sum = 0
      for (let at = part * PART; at < (part + 1) * PART; at++) sum += vector[at] ?? 0
      this.#words[(row + TAIL) / 4 + part] = sum
    }
    this.#words[(row + SEQ) / 4] = seq
  }

  delete(seq: number): void {
    const slot = this.#slotOf(seq)
    if (slot === NO_SLOT) return
    const last = --this.#count
    this.#slots[seq] = NO_SLOT
    if (slot === last) return
    const from = ROWS + last * STRIDE
    this.#bytes.copyWithin(ROWS + slot * STRIDE, from, from + STRIDE)
    this.#slots[this.#seqAt(slot)] = slot
  }

  clear(): void {
    this.#count = 0
    this.#slots.fill(NO_SLOT)
  }

  has(seq: number): boolean {
    return this.#slotOf(seq) !== NO_SLOT
  }

  vectorOf(seq: number): Int8Array | null {
    const slot = this.#slotOf(seq)
    if (slot === NO_SLOT) return null
    const row = ROWS + slot * STRIDE
    return this.#bytes.slice(row, row + DIMS)
  }

  nearest(query: WeightedVector, most: number, through?: (seq: number) => boolean): Neighbour[] {
    const wanted = Math.min(Math.floor(most), this.#count)
    if (wanted <= 0) return []
    const isWithin = this.#put(query)
    const best = ROWS + this.#capacity * STRIDE
    if (through) this.#through = through
    const scan = isWithin ? this.#kernel.scanShifted : this.#kernel.scan
    const found = scan(this.#count, wanted, through ? 1 : 0, best)
    const answer = new Array<Neighbour>(found)
    for (let index = 0; index < found; index++) {
      const at = (best + index * KEY) / 4
      answer[index] = { seq: 0x7fffffff - (this.#words[at] ?? 0), score: this.#words[at + 1] ?? 0 }
    }
    return answer
  }

  scorer(query: WeightedVector): (seq: number) => number | null {
    this.#put(query)
    return seq => {
      const slot = this.#slotOf(seq)
      return slot === NO_SLOT ? null : this.#kernel.scoreOf(slot)
    }
  }

  close(): void {
    this.clear()
  }

  /** The rows as they stand in memory, seen and not copied: for the start-up file. True until the next change. */
  rows(): Uint8Array {
    return new Uint8Array(this.#kernel.memory.buffer, ROWS, this.#count * STRIDE)
  }

  /**
   * Takes the rows that `fill` writes, in place of all that was there. False, and empty, when they do not make sense.
   */
  takeRows(count: number, fill: (rows: Uint8Array) => void): boolean {
    this.clear()
    this.#reserve(count)
    fill(new Uint8Array(this.#kernel.memory.buffer, ROWS, count * STRIDE))
    for (let slot = 0; slot < count; slot++) {
      const seq = this.#seqAt(slot)
      if (seq < 0 || this.#slotOf(seq) !== NO_SLOT) {
        this.clear()
        return false
      }
      this.#place(seq, slot)
    }
    this.#count = count
    return true
  }

  /** Writes the query where the kernel looks for it. True when the relaxed instruction can take it whole. */
  #put({ vector, motif, whole, upright }: WeightedVector): boolean {
    if (vector.length !== DIMS) throw new Error(`a vector has ${DIMS} numbers, this one ${vector.length}`)
    const wide = new Int16Array(this.#kernel.memory.buffer, QUERY, DIMS)
    let isWithin = true
    for (let at = 0; at < DIMS; at++) {
      const value = vector[at] ?? 0
      wide[at] = value
      this.#bytes[SHIFTED + at] = value + SHIFT
      isWithin &&= value >= -SHIFT && value < SHIFT
    }
    const weights = [motif, whole, upright]
    for (let part = 0; part < 3; part++) {
      const weight = weights[part] ?? 0
      this.#words.fill(weight, WEIGHTS / 4 + part * 4, WEIGHTS / 4 + part * 4 + 4)
      this.#words[SUM_WEIGHTS / 4 + part] = -SHIFT * weight
    }
    return isWithin
  }

  #slotOf(seq: number): number {
    return this.#slots[seq] ?? NO_SLOT
  }

  #seqAt(slot: number): number {
    return this.#words[(ROWS + slot * STRIDE + SEQ) / 4] ?? NO_SLOT
  }

  #place(seq: number, slot: number): void {
    if (seq >= this.#slots.length) {
      const longer = new Int32Array(Math.max(seq + 1, this.#slots.length * 2)).fill(NO_SLOT)
      longer.set(this.#slots)
      this.#slots = longer
    }
    this.#slots[seq] = slot
  }

  /** Room for so many rows, and behind them for as many keys. */
  #reserve(rows: number): void {
    if (rows > this.#capacity) {
      this.#capacity = Math.max(rows, Math.ceil(this.#capacity * 1.5))
      const { memory } = this.#kernel
      const pages = Math.ceil((ROWS + this.#capacity * (STRIDE + KEY)) / PAGE) - memory.buffer.byteLength / PAGE
      if (pages > 0) memory.grow(pages)
      this.#bytes = new Int8Array(memory.buffer)
      this.#words = new Int32Array(memory.buffer)
    }
  }
}
