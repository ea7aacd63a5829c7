import { decimal, MANTISSA_LIMIT } from './decimal.ts'

const TAB = 9
const LF = 10
const CR = 13
const BLANK = 32

/**
 * Walks the bytes of a text file of lines, counting them; LF, CRLF and CR all end one. Reading numbers straight from the bytes is
 * what makes a pattern of a million stitches open in a blink: no line becomes a string.
 */
export class ByteScanner {
  readonly bytes: Uint8Array
  readonly end: number
  at: number
  /** 1-based. */
  line = 1

  /** Starts behind a UTF-8 byte-order mark, if there is one. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.end = bytes.length
    this.at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  }

  get done(): boolean {
    return this.at >= this.end
  }

  /** The byte here, 0 at the end of the file. */
  peek(): number {
    return this.at < this.end ? this.bytes[this.at]! : 0
  }

  skipBlanks(): void {
    while (this.at < this.end) {
      const byte = this.bytes[this.at]!
      if (byte !== BLANK && byte !== TAB) return
      this.at++
    }
  }

  /** Steps over one line end when there is one here. */
  takeLineEnd(): boolean {
    const byte = this.peek()
    if (byte !== LF && byte !== CR) return false
    this.at++
    if (byte === CR && this.peek() === LF) this.at++
    this.line++
    return true
  }

  atLineEnd(): boolean {
    if (this.at >= this.end) return true
    const byte = this.bytes[this.at]!
    return byte === LF || byte === CR
  }

  /** Moves to the end of this line, or to the byte `stop` before it, and answers where that is. */
  skipTo(stop: number): number {
    while (this.at < this.end) {
      const byte = this.bytes[this.at]!
      if (byte === LF || byte === CR || byte === stop) break
      this.at++
    }
    return this.at
  }

  /** Steps over `byte` when it is the next one. */
  take(byte: number): boolean {
    if (this.peek() !== byte) return false
    this.at++
    return true
  }

  /** Steps over these letters, in either case. @param letters upper case */
  takeLetters(letters: string): boolean {
    if (this.at + letters.length > this.end) return false
    for (let i = 0; i < letters.length; i++) {
      const byte = this.bytes[this.at + i]!
      if (byte !== letters.charCodeAt(i) && byte - 32 !== letters.charCodeAt(i)) return false
    }
    this.at += letters.length
    return true
  }

  /** `takeLetters` for a whole word: no letter may follow. */
  takeWord(word: string): boolean {
    const start = this.at
    if (this.takeLetters(word) && !isLetter(this.peek())) return true
    this.at = start
    return false
  }

  /** Reads sign, digits and fraction; NaN, without moving, when there is no number here. There are no exponents in stitching files. */
  number(): number {
    const { bytes, end } = this
    let at = this.at
    let negative = false
    if (at < end) {
      const sign = bytes[at]!
      if (sign === 45 || sign === 43) {
        negative = sign === 45
        at++
      }
    }
    let mantissa = 0
    let exponent = 0
    let digits = 0
    for (; at < end; at++, digits++) {
      const digit = bytes[at]! - 48
      if (digit < 0 || digit > 9) break
      if (mantissa < MANTISSA_LIMIT) mantissa = mantissa * 10 + digit
      else exponent++
    }
    if (at < end && bytes[at] === 46) {
      at++
      for (; at < end; at++, digits++) {
        const digit = bytes[at]! - 48
        if (digit < 0 || digit > 9) break
        if (mantissa >= MANTISSA_LIMIT) continue
        mantissa = mantissa * 10 + digit
        exponent--
      }
    }
    if (digits === 0) return Number.NaN
    this.at = at
    const value = decimal(mantissa, exponent)
    // Not plain negation of zero: "-0.0000" is written by rounding and means nothing else than zero.
    return negative && value !== 0 ? -value : value
  }
}

/** Lower case of an ASCII letter; other bytes come out changed or not, but never as a letter they are not. */
export function lower(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte
}

export function isBlank(byte: number): boolean {
  return byte === BLANK || byte === TAB
}

export function isLetter(byte: number): boolean {
  const small = lower(byte)
  return small >= 97 && small <= 122
}

export function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57
}

/** Letters, digits and the underscore: what names are made of. */
export function isNameByte(byte: number): boolean {
  return isLetter(byte) || isDigit(byte) || byte === 95
}
