import { decimal, MANTISSA_LIMIT } from '#shared/text/decimal.ts'

const COMMA = 44
const QUESTION_MARK = 63

/** Reads numbers out of an attribute, by the grammar all of SVG's number lists share. */
export class NumberCursor {
  readonly bytes: Uint8Array
  readonly end: number
  at: number

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes
    this.at = at
    this.end = end
  }

  get done(): boolean {
    return this.at >= this.end
  }

  /** The byte here, 0 at the end. */
  peek(): number {
    return this.at < this.end ? this.bytes[this.at]! : 0
  }

  skipBlanks(): void {
    const { bytes, end } = this
    let { at } = this
    while (at < end && isBlank(bytes[at]!)) at++
    this.at = at
  }

  /** Blanks with at most one comma among them. */
  skipSeparator(): void {
    this.skipBlanks()
    if (this.peek() !== COMMA) return
    this.at++
    this.skipBlanks()
  }

  /**
   * The number here: sign, digits, fraction, exponent. NaN, without moving, when there is none. `1.5.5` is 1.5 and then .5, and an
   * `e` without digits behind it is not part of the number (it could begin a unit).
   */
  number(): number {
    const { bytes, end } = this
    let at = this.at
    let code = at < end ? bytes[at]! : 0
    const negative = code === 45
    if (negative || code === 43) at++
    let mantissa = 0
    let exponent = 0
    const from = at
    while (at < end) {
      code = bytes[at]! - 48
      if (code < 0 || code > 9) break
      if (mantissa < MANTISSA_LIMIT) mantissa = mantissa * 10 + code
      else exponent++
      at++
    }
    let digits = at - from
    if (at < end && bytes[at] === 46) {
      const fraction = ++at
      while (at < end) {
        code = bytes[at]! - 48
        if (code < 0 || code > 9) break
        if (mantissa < MANTISSA_LIMIT) {
          mantissa = mantissa * 10 + code
          exponent--
        }
        at++
      }
      digits += at - fraction
    }
    if (digits === 0) return Number.NaN
    if (at < end && (bytes[at]! | 32) === 101) {
      let behind = at + 1
      const sign = bytes[behind]!
      if (sign === 45 || sign === 43) behind++
      const powerFrom = behind
      let power = 0
      while (behind < end) {
        code = bytes[behind]! - 48
        if (code < 0 || code > 9) break
        if (power < 10_000) power = power * 10 + code
        behind++
      }
      if (behind > powerFrom) {
        exponent += sign === 45 ? -power : power
        at = behind
      }
    }
    const value = decimal(mantissa, exponent)
    if (value === Number.POSITIVE_INFINITY) return Number.NaN
    this.at = at
    return negative ? -value : value
  }

  /** The letters here, as they stand. */
  word(): string {
    let word = ''
    while (isLetter(this.peek())) word += String.fromCharCode(this.bytes[this.at++]!)
    return word
  }
}

/** A cursor over the text of an attribute. */
export function cursorOver(text: string): NumberCursor {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Nothing beyond ASCII means anything in a list of numbers, and it must not turn into what does.
    bytes[i] = code < 128 ? code : QUESTION_MARK
  }
  return new NumberCursor(bytes)
}

/** The numbers of a list up to its end or its first mistake, but no more than `most`. */
export function numbersOf(cursor: NumberCursor, most: number): number[] {
  const numbers: number[] = []
  cursor.skipBlanks()
  while (!cursor.done && numbers.length < most) {
    const value = cursor.number()
    if (Number.isNaN(value)) break
    numbers.push(value)
    cursor.skipSeparator()
  }
  return numbers
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

function isLetter(code: number): boolean {
  const small = code | 32
  return small >= 97 && small <= 122
}
