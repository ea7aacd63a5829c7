import { decimal, MANTISSA_LIMIT } from '../drawing/decimal.ts'

const COMMA = 44

/** Reads numbers out of an attribute, by the grammar all of SVG's number lists share. */
export class TextCursor {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  get done(): boolean {
    return this.at >= this.text.length
  }

  skipBlanks(): void {
    const { text } = this
    let { at } = this
    while (at < text.length && isBlank(text.charCodeAt(at))) at++
    this.at = at
  }

  /** Blanks with at most one comma among them. */
  skipSeparator(): void {
    this.skipBlanks()
    if (this.text.charCodeAt(this.at) !== COMMA) return
    this.at++
    this.skipBlanks()
  }

  /**
   * The number here: sign, digits, fraction, exponent. NaN, without moving, when there is none. `1.5.5` is 1.5 and then .5, and an
   * `e` without digits behind it is not part of the number (it could begin a unit).
   */
  number(): number {
    const { text } = this
    const end = text.length
    let at = this.at
    let code = at < end ? text.charCodeAt(at) : 0
    const negative = code === 45
    if (negative || code === 43) at++
    let mantissa = 0
    let exponent = 0
    const from = at
    while (at < end) {
      code = text.charCodeAt(at) - 48
      if (code < 0 || code > 9) break
      if (mantissa < MANTISSA_LIMIT) mantissa = mantissa * 10 + code
      else exponent++
      at++
    }
    let digits = at - from
    if (at < end && text.charCodeAt(at) === 46) {
      const fraction = ++at
      while (at < end) {
        code = text.charCodeAt(at) - 48
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
    if (at < end && (text.charCodeAt(at) | 32) === 101) {
      let behind = at + 1
      const sign = text.charCodeAt(behind)
      if (sign === 45 || sign === 43) behind++
      const powerFrom = behind
      let power = 0
      while (behind < end) {
        code = text.charCodeAt(behind) - 48
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
    const from = this.at
    while (this.at < this.text.length && isLetter(this.text.charCodeAt(this.at))) this.at++
    return this.text.slice(from, this.at)
  }
}

/** The numbers of a list up to its end or its first mistake. */
export function numbersOf(text: string): number[] {
  const cursor = new TextCursor(text)
  const numbers: number[] = []
  cursor.skipBlanks()
  while (!cursor.done) {
    const value = cursor.number()
    if (Number.isNaN(value)) break
    numbers.push(value)
    cursor.skipSeparator()
  }
  return numbers
}

export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

function isLetter(code: number): boolean {
  const small = code | 32
  return small >= 97 && small <= 122
}
