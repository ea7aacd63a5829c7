/** Text of a large file as bytes while it is made: a million points as strings would take ten times the file. */
export class AsciiWriter {
  #bytes = new Uint8Array(4096)
  #length = 0

  /** @param text ASCII only */
  add(text: string): void {
    const end = this.#length + text.length
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(2 * this.#bytes.length, end))
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    for (let i = 0; i < text.length; i++) this.#bytes[this.#length + i] = text.charCodeAt(i)
    this.#length = end
  }

  addBytes(bytes: Uint8Array): void {
    const end = this.#length + bytes.length
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(2 * this.#bytes.length, end))
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes.set(bytes, this.#length)
    this.#length = end
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}

/** A number with at most so many decimals, without trailing zeros, exponents or a minus before zero. */
export function shortNumber(value: number, decimals: number): string {
  const text = value.toFixed(decimals)
  let end = text.length
  while (text.charCodeAt(end - 1) === 48) end--
  if (text.charCodeAt(end - 1) === 46) end--
  const short = text.slice(0, end)
  return short === '-0' ? '0' : short
}
