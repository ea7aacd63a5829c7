/** Bytes of a binary file while it is made. Little-endian, as all of these formats are. */
export class ByteWriter {
  #bytes: Uint8Array
  #length = 0

  /** @param room bytes expected; it grows beyond */
  constructor(room = 1024) {
    this.#bytes = new Uint8Array(room)
  }

  get length(): number {
    return this.#length
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.#length++] = value
  }

  bytes(...values: readonly number[]): void {
    for (const value of values) this.byte(value)
  }

  int16(value: number): void {
    this.byte(value & 255)
    this.byte((value >> 8) & 255)
  }

  int32(value: number): void {
    this.int16(value)
    this.int16(value >> 16)
  }

  /** @param text ASCII */
  text(text: string): void {
    for (let i = 0; i < text.length; i++) this.byte(text.charCodeAt(i))
  }

  block(block: Uint8Array): void {
    if (this.#length + block.length > this.#bytes.length) this.#grow(block.length)
    this.#bytes.set(block, this.#length)
    this.#length += block.length
  }

  /** Fills with `value` up to a length. */
  padTo(length: number, value: number): void {
    while (this.#length < length) this.byte(value)
  }

  /** Overwrites a byte already written. */
  patch(at: number, value: number): void {
    this.#bytes[at] = value
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #grow(atLeast: number): void {
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + atLeast))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}
