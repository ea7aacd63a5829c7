const ZERO = 48
const POINT = 46
const MINUS = 45
/** Up to here every whole number is one of its own. */
const MOST_DIGITS = 2 ** 53

/** Text of a large file as bytes while it is made: a million points as strings would take ten times the file. */
export class AsciiWriter {
  #bytes = new Uint8Array(4096)
  #length = 0

  /**
   * Writes a number with at most so many decimals, without trailing zeros, exponents or a minus before zero.
   *
   * @param least decimals written even where they are zeros
   */
  number(value: number, decimals: number, least = 0): void {
    const scaled = Math.round(Math.abs(value) * 10 ** decimals)
    if (!(scaled <= MOST_DIGITS)) return this.add(withDecimals(shortNumber(value, decimals), least))
    this.#room(20)
    const bytes = this.#bytes
    if (value < 0 && scaled > 0) bytes[this.#length++] = MINUS
    const unit = 10 ** decimals
    const whole = Math.floor(scaled / unit)
    let part = scaled - whole * unit
    this.#whole(whole)
    if (part === 0 && least === 0) return
    bytes[this.#length] = POINT
    for (let place = decimals; place > 0; place--) {
      const rest = Math.floor(part / 10)
      bytes[this.#length + place] = ZERO + (part - rest * 10)
      part = rest
    }
    this.#length += decimals
    for (let over = decimals - least; over > 0 && bytes[this.#length] === ZERO; over--) this.#length--
    this.#length++
  }

  /** Writes a whole number, not negative. */
  #whole(value: number): void {
    const bytes = this.#bytes
    let digits = 1
    for (let limit = 10; limit <= value; limit *= 10) digits++
    let rest = value
    for (let place = this.#length + digits - 1; place >= this.#length; place--) {
      const less = Math.floor(rest / 10)
      bytes[place] = ZERO + (rest - less * 10)
      rest = less
    }
    this.#length += digits
  }

  /** @param text ASCII only */
  add(text: string): void {
    this.#room(text.length)
    const bytes = this.#bytes
    for (let i = 0; i < text.length; i++) bytes[this.#length + i] = text.charCodeAt(i)
    this.#length += text.length
  }

  addBytes(bytes: Uint8Array): void {
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  #room(more: number): void {
    const end = this.#length + more
    if (end <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, end))
    grown.set(this.#bytes)
    this.#bytes = grown
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}

/** A number with at most so many decimals, without trailing zeros, exponents or a minus before zero. */
export function shortNumber(value: number, decimals: number): string {
  const unit = 10 ** decimals
  const scaled = Math.round(Math.abs(value) * unit)
  if (!(scaled <= MOST_DIGITS)) return decimals === 0 ? value.toFixed(0) : withoutZeros(value.toFixed(decimals))
  const whole = Math.floor(scaled / unit)
  const part = scaled - whole * unit
  const sign = value < 0 && scaled > 0 ? '-' : ''
  // The one before the decimals keeps their zeros in front, and is left out.
  return part === 0 ? `${sign}${whole}` : `${sign}${whole}.${withoutZeros(String(unit + part)).slice(1)}`
}

/** Takes off zeros at the end of decimals, and their point when nothing is left of them. */
function withoutZeros(text: string): string {
  let end = text.length
  while (text.charCodeAt(end - 1) === ZERO) end--
  if (text.charCodeAt(end - 1) === POINT) end--
  return text.slice(0, end)
}

function withDecimals(text: string, least: number): string {
  const point = text.indexOf('.')
  if (point < 0) return least === 0 ? text : `${text}.${'0'.repeat(least)}`
  return text.padEnd(point + 1 + least, '0')
}
