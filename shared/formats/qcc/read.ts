import type { Design } from '#shared/geometry/design.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { ByteScanner, lower } from '#shared/text/byte-scanner.ts'
import { looksLikeText } from '#shared/text/looks-like-text.ts'
import { type ReadFailure, type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { RunCollector } from '../run-collector.ts'
import { MAX_FILE_BYTES } from '../types.ts'

/** Numbers beyond this are refused on reading and never written. */
export const MAX_INCHES = 1000

/**
 * Reads a QuiltEZ pattern. NOTES.md beside this file lists what is accepted and every refusal and warning with its code.
 * Never throws.
 */
export function readQcc(bytes: Uint8Array): Reading<Design> {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  if (!looksLikeText(bytes)) return refusal({ code: 'not-text', message: 'This is not a text QCC file.' })
  return new QccReader(bytes).read()
}

const SMALL_C = 99
const SMALL_M = 109
const SMALL_P = 112
const SMALL_X = 120
const SMALL_Y = 121

class QccReader {
  readonly #scan: ByteScanner
  readonly #warnings = new WarningList()
  readonly #runs = new RunCollector()
  /** Where the line is; the first point has none before it. */
  #x = Number.NaN
  #y = Number.NaN
  #second = false
  #unknown = 0
  #ended = false
  #failure: ReadFailure | null = null

  constructor(bytes: Uint8Array) {
    this.#scan = new ByteScanner(bytes)
  }

  read(): Reading<Design> {
    const scan = this.#scan
    while (!this.#ended && this.#failure === null) {
      scan.skipBlanks()
      if (scan.done) break
      if (!scan.takeLineEnd()) this.#line()
    }
    const runs = this.#runs.finish(this.#warnings)
    if (this.#failure === null && runs.length === 0) {
      this.#failure = { code: 'no-stitching', message: 'There is no stitching in this QCC file.' }
    }
    if (this.#failure !== null) return refusal(this.#failure, this.#warnings.list())
    if (this.#unknown > 0) {
      this.#warnings.add('unknown-command', `Lines of unknown meaning were left out: ${this.#unknown}.`)
    }
    return readingOf({ runs, metadata: { notes: [], size: 'stated' } }, this.#warnings.list())
  }

  /** Any line with an X and a Y is a point, whatever else it says; the first X and the first Y count. */
  #line(): void {
    const scan = this.#scan
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
    else if (letter === SMALL_P) this.#fail('too-few-numbers', 'a point needs X and Y')
    else if (letter !== SMALL_C) this.#unknown++
  }

  #number(): number {
    this.#scan.skipBlanks()
    return this.#scan.number()
  }

  #point(x: number, y: number): void {
    if (Math.max(Math.abs(x), Math.abs(y)) > MAX_INCHES) {
      return this.#fail('number-out-of-range', 'a number is too large for a pattern')
    }
    const first = Number.isNaN(this.#x)
    // Writers tell the first point twice, once to go there and once to stitch; that is no stitch left out.
    const again = this.#second && x === this.#x && y === this.#y
    this.#second = first
    this.#x = x
    this.#y = y
    if (first) this.#runs.moveTo(x * MM_PER_INCH, y * MM_PER_INCH)
    else if (!again) this.#runs.lineTo(x * MM_PER_INCH, y * MM_PER_INCH)
    this.#failure = this.#runs.overflow
  }

  #end(): void {
    const scan = this.#scan
    this.#ended = true
    scan.skipTo(0)
    while (!scan.done && (scan.takeLineEnd() || scan.peek() === 0x1a)) if (scan.peek() === 0x1a) scan.at++
    if (!scan.done) this.#warnings.add('text-after-end', 'What stands behind the end mark M02 was left out.', scan.line)
  }

  #fail(code: string, what: string): void {
    const { line } = this.#scan
    this.#failure = { code, message: `Line ${line}: ${what}.`, line }
  }
}
