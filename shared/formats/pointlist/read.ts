import type { Design } from '#shared/geometry/design.ts'
import { ByteScanner, isBlank, isDigit, lower } from '#shared/text/byte-scanner.ts'
import { type Reading, readingOf } from '#shared/util/reading.ts'
import { MOST_UNITS, ofUnknownSize } from '../unknown-size.ts'
import { LineReader, notAText } from '../line-reader.ts'

const COMMA = 44
const SEMICOLON = 59
const MINUS = 45
const POINT = 46

/**
 * Reads a list of points, two numbers a line, one line of stitching. Blanks or tabs between the numbers: Y is up; a comma or a
 * semicolon: Y is down. NOTES.md beside this file lists every refusal and warning with its code. Never throws.
 */
export function readPointList(bytes: Uint8Array): Reading<Design> {
  return notAText(bytes, 'a point list') ?? new PointListReader(bytes).read()
}

class PointListReader extends LineReader {
  /** The mark between the numbers, set by the first line; null for blanks. */
  #separator: number | null = null
  #isFirst = true

  read(): Reading<Design> {
    const runs = this.readLines()
    if (this.failure !== null) return this.refused(this.failure)
    const sized = ofUnknownSize(runs, 'point list')
    if (!sized.ok) return this.refused(sized.failure)
    if (this.#separator !== null)
      this.warnings.add(
        'maybe-upside-down',
        'Programs differ in which way up they write such a list. If it stands on its head, flip it.',
      )
    return readingOf(sized.value, this.warnings.list())
  }

  protected override line(): void {
    if (this.#isFirst) this.#separator = separatorOf(this.scan)
    const x = this.#number()
    if (this.failure !== null) return
    if (!this.#between()) return this.#notAList('there are not two numbers')
    const y = this.#number()
    if (this.failure !== null) return
    this.scan.skipBlanks()
    if (!this.scan.atLineEnd()) return this.#notAList('there is something behind the two numbers')
    const up = this.#separator === null ? y : -y + 0
    if (this.#isFirst) this.runs.moveTo(x, up)
    else this.runs.lineTo(x, up)
    this.#isFirst = false
    this.failure = this.runs.overflow
  }

  #between(): boolean {
    const scan = this.scan
    const before = scan.at
    scan.skipBlanks()
    if (this.#separator === null) return scan.at > before
    if (!scan.take(this.#separator)) return false
    scan.skipBlanks()
    return true
  }

  /** A number with point or, where commas do not separate, comma; other programs than the one we know may add an exponent. */
  #number(): number {
    const scan = this.scan
    const { bytes } = scan
    const start = scan.at
    let value = scan.number()
    if (Number.isNaN(value)) {
      this.#notAList('there are not two numbers')
      return 0
    }
    if (this.#separator !== COMMA && scan.peek() === COMMA && !bytes.subarray(start, scan.at).includes(POINT)) {
      scan.at++
      const fraction = this.#fraction()
      value += bytes[start] === MINUS ? -fraction : fraction
    }
    if (lower(scan.peek()) === 101) {
      scan.at++
      const exponent = scan.number()
      if (Number.isNaN(exponent)) {
        this.#notAList('a number cannot be read')
        return 0
      }
      value *= 10 ** exponent
    }
    if (!(Math.abs(value) <= MOST_UNITS)) {
      this.fail('number-out-of-range', 'a number is too large for a pattern')
      return 0
    }
    return value
  }

  /** The digits here as decimals. */
  #fraction(): number {
    const scan = this.scan
    let value = 0
    for (let unit = 0.1; isDigit(scan.peek()); unit /= 10, scan.at++) value += (scan.peek() - 48) * unit
    return value
  }

  #notAList(what: string): void {
    this.fail('not-a-point-list', `${what}. This is not a list of points`)
  }
}

/** What stands between the numbers of this line: a semicolon, else a comma that is no decimal comma, else blanks (null). */
function separatorOf({ bytes, at, end }: ByteScanner): number | null {
  let hasComma = false
  let blanksBetween = false
  let last = 0
  for (let i = at; i < end; i++) {
    const byte = bytes[i]!
    if (byte === 10 || byte === 13) break
    if (byte === SEMICOLON) return SEMICOLON
    if (byte === COMMA) hasComma = true
    // A blank beside a comma belongs to the comma; one between digits parts two numbers.
    if (isBlank(last) && !isBlank(byte) && byte !== COMMA && wordEnded(bytes, i)) blanksBetween = true
    last = byte
  }
  return hasComma && !blanksBetween ? COMMA : null
}

/** Whether what stands before the blanks at `at` is the end of a number. */
function wordEnded(bytes: Uint8Array, at: number): boolean {
  let before = at - 1
  while (before >= 0 && isBlank(bytes[before]!)) before--
  const byte = bytes[before] ?? 0
  return isDigit(byte) || byte === POINT
}
