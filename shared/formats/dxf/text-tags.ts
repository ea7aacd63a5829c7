import { Refused } from '#shared/util/refused.ts'
import { numberIn } from '#shared/text/decimal.ts'
import { badCoordinate, Interner, latin1, truncated, type TagMark, type Tags } from './tags.ts'

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const MINUS = 45
/** Control-Z, the end of a text file for programs of the eighties. */
const OLD_END = 26

/** The pairs of a text DXF. Blanks around codes and values do not count; lines end with LF, CRLF or CR. */
export class TextTags implements Tags {
  code = -1
  line = 0
  done = false
  readonly #bytes: Uint8Array
  readonly #interner = new Interner()
  #at = 0
  #linesRead = 0
  #start = 0
  #end = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = withLineFeeds(bytes)
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3
  }

  get at(): number {
    return this.#at
  }

  next(): void {
    const bytes = this.#bytes
    const length = bytes.length
    let at = this.#at
    while (at < length && (bytes[at] === SPACE || bytes[at] === TAB)) at++
    if (at >= length || bytes[at]! < MINUS) {
      // Only a sign or a digit may stand here; what sorts before them is a line end, or the blank rest of the file.
      if (this.#isBlankFrom(at)) {
        this.done = true
        return
      }
    }
    let code = 0
    const negative = bytes[at] === MINUS
    if (negative) at++
    const from = at
    while (at < length) {
      const digit = bytes[at]! - 48
      if (digit < 0 || digit > 9) break
      code = code * 10 + digit
      at++
    }
    const digits = at - from
    while (at < length && (bytes[at] === SPACE || bytes[at] === TAB || bytes[at] === CR)) at++
    if (digits === 0 || digits > 5 || (at < length && bytes[at] !== LF)) throw this.#badCode(this.#at)
    this.code = negative ? -code : code
    this.line = this.#linesRead + 1
    at++
    if (at >= length) throw truncated(this.line)
    while (bytes[at] === SPACE || bytes[at] === TAB) at++
    this.#start = at
    while (at < length && bytes[at] !== LF) at++
    let end = at
    while (end > this.#start && bytes[end - 1]! <= SPACE) end--
    this.#end = end
    this.#at = at + 1
    this.#linesRead += 2
  }

  coordinate(): number {
    const value = numberIn(this.#bytes, this.#start, this.#end)
    // The value stands on the line below its group code; the line of the group is what is reported.
    if (value !== value) throw badCoordinate(this, latin1(this.#bytes, this.#start, this.#end))
    return value
  }

  flags(): number {
    const value = numberIn(this.#bytes, this.#start, this.#end)
    return value === value ? Math.trunc(value) : 0
  }

  text(): string {
    return this.#interner.text(this.#bytes, this.#start, this.#end)
  }

  mark(): TagMark {
    return {
      at: this.#at,
      code: this.code,
      line: this.line,
      start: this.#start,
      end: this.#end,
      value: this.#linesRead,
    }
  }

  goTo(mark: TagMark): void {
    this.#at = mark.at
    this.code = mark.code
    this.line = mark.line
    this.#start = mark.start
    this.#end = mark.end
    this.#linesRead = mark.value
    this.done = false
  }

  #isBlankFrom(at: number): boolean {
    const bytes = this.#bytes
    while (at < bytes.length && (bytes[at]! <= SPACE || bytes[at] === OLD_END)) at++
    return at >= bytes.length
  }

  #badCode(from: number): Refused {
    let end = from
    while (end < this.#bytes.length && this.#bytes[end] !== LF && end < from + 40) end++
    const seen = latin1(this.#bytes, from, end).trim()
    return new Refused({
      code: 'bad-group-code',
      message: `Every second line of a DXF is a whole number, but here the file has "${seen}".`,
      line: this.#linesRead + 1,
    })
  }
}

/** Files of old Macintosh programs end their lines with CR alone. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(LF) || !bytes.includes(CR)) return bytes
  return bytes.map(byte => (byte === CR ? LF : byte))
}
