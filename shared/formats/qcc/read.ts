import type { Design } from '#shared/geometry/design.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { lower } from '#shared/text/byte-scanner.ts'
import { type Reading, readingOf } from '#shared/util/reading.ts'
import { LineReader, notAText } from '../line-reader.ts'

/** Numbers beyond this are refused on reading and never written. */
export const MAX_INCHES = 1000

/**
 * Reads a QuiltEZ pattern. NOTES.md beside this file lists what is accepted and every refusal and warning with its code.
 * Never throws.
 */
export function readQcc(bytes: Uint8Array): Reading<Design> {
  return notAText(bytes, 'a QCC file') ?? new QccReader(bytes).read()
}

const SMALL_C = 99
const SMALL_M = 109
const SMALL_P = 112
const SMALL_X = 120
const SMALL_Y = 121

class QccReader extends LineReader {
  /** Where the line is; the first point has none before it. */
  #x = Number.NaN
  #y = Number.NaN
  #second = false
  #unknown = 0

  read(): Reading<Design> {
    const runs = this.readLines()
    if (this.failure === null && runs.length === 0) {
      this.failure = { code: 'no-stitching', message: 'There is no stitching in this QCC file.' }
    }
    if (this.failure !== null) return this.refused(this.failure)
    if (this.#unknown > 0) {
      this.warnings.add('unknown-command', `Lines of unknown meaning were left out: ${this.#unknown}.`)
    }
    return readingOf({ runs, metadata: { notes: [], size: 'stated' } }, this.warnings.list())
  }

  /** Any line with an X and a Y is a point, whatever else it says; the first X and the first Y count. */
  protected override line(): void {
    const scan = this.scan
    const letter = lower(scan.peek())
    let x = Number.NaN
    let y = Number.NaN
    while (!scan.atLineEnd()) {
      const byte = lower(scan.peek())
      if (byte === SMALL_M && scan.takeWord('M02')) return this.#end()
      scan.at++
      if (byte === SMALL_X && Number.isNaN(x)) x = this.#number()
      else if (byte === SMALL_Y && Number.isNaN(y)) y = this.#number()
    }
    if (!Number.isNaN(x) && !Number.isNaN(y)) this.#point(x, y)
    else if (letter === SMALL_P) this.fail('too-few-numbers', 'a point needs X and Y')
    else if (letter !== SMALL_C) this.#unknown++
  }

  #number(): number {
    this.scan.skipBlanks()
    return this.scan.number()
  }

  #point(x: number, y: number): void {
    if (Math.max(Math.abs(x), Math.abs(y)) > MAX_INCHES) {
      return this.fail('number-out-of-range', 'a number is too large for a pattern')
    }
    const first = Number.isNaN(this.#x)
    // Writers tell the first point twice, once to go there and once to stitch; that is no stitch left out.
    const again = this.#second && x === this.#x && y === this.#y
    this.#second = first
    this.#x = x
    this.#y = y
    if (first) this.runs.moveTo(x * MM_PER_INCH, y * MM_PER_INCH)
    else if (!again) this.runs.lineTo(x * MM_PER_INCH, y * MM_PER_INCH)
    this.failure = this.runs.overflow
  }

  #end(): void {
    const scan = this.scan
    this.ended = true
    scan.skipTo(0)
    while (!scan.done && (scan.takeLineEnd() || scan.peek() === 0x1a)) if (scan.peek() === 0x1a) scan.at++
    if (scan.done) return
    this.warnings.add('text-after-end', 'What stands behind the end mark M02 was left out.', scan.line)
    scan.at = scan.bytes.length
  }
}
