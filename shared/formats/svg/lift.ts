import { Refused } from '#shared/util/refused.ts'
import { TOO_MANY_PARTS } from './limits.ts'
import { cursorOver, NumberCursor } from './number-cursor.ts'

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const QUOTE = 34
const AMPERSAND = 38
const APOSTROPHE = 39
const COLON = 58
const LESS = 60
const EQUALS = 61
const GREATER = 62

/** Every `&` in an attribute makes the parser put its text together from pieces; real drawings have a handful. */
const MAX_AMPERSANDS = 200_000
/** Two for every element a drawing may have, and some for comments. */
const MAX_TAGS = 1_000_000
/** Shorter values are not worth it, and the mark left in their place must not be longer. */
const LEAST_LENGTH = 24
const MARK = '#lifted-'

/**
 * A document without the values that make it large. Paths, points and pictures inside the file are nearly all of its bytes and are
 * no business of an XML parser: each is replaced by a short mark, and paths are later read from the bytes themselves. Only values of
 * plain ASCII without `<` and `&` are lifted, so whatever the parser would complain about is still there for it to see.
 *
 * Line ends inside tags become blanks, as XML makes of them in attributes anyway: the parser would put such a value together piece by
 * piece.
 */
export class LiftedDocument {
  /** What is left for the parser. */
  readonly bytes: Uint8Array
  readonly #original: Uint8Array
  #starts = new Uint32Array(64)
  #ends = new Uint32Array(64)
  /** Where in `bytes` the mark of each value ends. */
  #marks = new Uint32Array(64)
  #count = 0

  constructor(original: Uint8Array) {
    this.#original = original
    this.bytes = this.#lift()
  }

  /** A cursor over an attribute's value, lifted or not. */
  cursorOf(value: string): NumberCursor {
    if (value.startsWith(MARK)) {
      const index = Number(value.slice(MARK.length))
      if (index < this.#count) return new NumberCursor(this.#original, this.#starts[index]!, this.#ends[index]!)
    }
    return cursorOver(value)
  }

  /** Where in the original a byte of `bytes` was. */
  originalIndex(at: number): number {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#marks[middle]! <= at) low = middle + 1
      else high = middle
    }
    return low === 0 ? at : this.#ends[low - 1]! + at - this.#marks[low - 1]!
  }

  #lift(): Uint8Array {
    const original = this.#original
    const { length } = original
    refuseExcess(original)
    const left = new Uint8Array(length)
    let to = 0
    let at = 0
    while (at < length) {
      const found = original.indexOf(LESS, at)
      const open = found < 0 ? length : found + 1
      left.set(original.subarray(at, open), to)
      to += open - at
      at = open
      // Only a letter opens a tag; comments, instructions and the doctype keep their lines.
      if (!isLetter(original[at])) continue
      while (at < length && original[at] !== GREATER) {
        const byte = original[at]!
        if (byte === QUOTE || byte === APOSTROPHE) {
          const close = original.indexOf(byte, at + 1)
          const end = close < 0 ? length : close
          left[to++] = byte
          to =
            end - at > LEAST_LENGTH && isLiftable(original, at) && isPlain(original, at + 1, end)
              ? this.#mark(left, to, at + 1, end)
              : copyFlat(original, at + 1, end, left, to)
          at = end
          if (at === length) break
        }
        left[to++] = flat(original[at++]!)
      }
    }
    return left.subarray(0, to)
  }

  #mark(left: Uint8Array, to: number, start: number, end: number): number {
    if (this.#count === this.#starts.length) {
      this.#starts = grown(this.#starts)
      this.#ends = grown(this.#ends)
      this.#marks = grown(this.#marks)
    }
    const mark = MARK + this.#count
    for (let i = 0; i < mark.length; i++) left[to + i] = mark.charCodeAt(i)
    this.#starts[this.#count] = start
    this.#ends[this.#count] = end
    this.#marks[this.#count] = to + mark.length
    this.#count++
    return to + mark.length
  }
}

/** Refuses what would cost the parser memory or time out of all proportion. */
function refuseExcess(bytes: Uint8Array): void {
  let ampersands = 0
  let tags = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte === AMPERSAND) ampersands++
    else if (byte === LESS) tags++
  }
  if (ampersands > MAX_AMPERSANDS || tags > MAX_TAGS) throw new Refused(TOO_MANY_PARTS)
}

function copyFlat(from: Uint8Array, start: number, end: number, into: Uint8Array, at: number): number {
  let to = at
  for (let i = start; i < end; i++) into[to++] = flat(from[i]!)
  return to
}

/** A line end or tab as a blank. */
function flat(byte: number): number {
  return byte === LF || byte === CR || byte === TAB ? SPACE : byte
}

function isLetter(byte: number | undefined): boolean {
  if (byte === undefined) return false
  const small = byte | 32
  return small >= 97 && small <= 122
}

function grown(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(words.length * 2)
  larger.set(words)
  return larger
}

/** Whether the value behind this quote is of `d` or `points`, or a picture inside the file. */
function isLiftable(bytes: Uint8Array, quote: number): boolean {
  let at = skipBack(bytes, quote - 1)
  if (bytes[at] !== EQUALS) return false
  at = skipBack(bytes, at - 1)
  if (endsWith(bytes, at, 'd') || endsWith(bytes, at, 'points')) return true
  // Of references only whole pictures, which nobody looks at; others must stay to be followed.
  return endsWith(bytes, at, 'href') && startsWith(bytes, quote + 1, 'data:')
}

/** Whether these bytes, from `first` on, begin with ASCII text. */
export function startsWith(bytes: Uint8Array, first: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[first + i] !== text.charCodeAt(i)) return false
  return true
}

function endsWith(bytes: Uint8Array, last: number, name: string): boolean {
  const first = last - name.length + 1
  if (!startsWith(bytes, first, name)) return false
  const before = bytes[first - 1] ?? 0
  return isSpace(before) || (before === COLON && name === 'href')
}

function skipBack(bytes: Uint8Array, from: number): number {
  let at = from
  while (at > 0 && isSpace(bytes[at]!)) at--
  return at
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === LF || byte === CR || byte === TAB
}

function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!
    if (byte === LESS || byte === AMPERSAND || byte > 126 || (byte < SPACE && !isSpace(byte))) return false
  }
  return true
}
