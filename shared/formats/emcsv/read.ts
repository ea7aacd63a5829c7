import type { Design } from '#shared/geometry/design.ts'
import { ByteScanner } from '#shared/text/byte-scanner.ts'
import { looksLikeText } from '#shared/text/looks-like-text.ts'
import { type ReadFailure, type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { RunCollector } from '../run-collector.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { quotedFields } from './quoted-fields.ts'

/**
 * Reads the table of stitches that Embroidermodder saves: threads, jumps, trims and stitches, one a line. NOTES.md beside this file
 * lists every refusal and warning with its code. Never throws.
 */
export function readEmbroidermodderCsv(bytes: Uint8Array): Reading<Design> {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  if (!looksLikeText(bytes)) return refusal({ code: 'not-text', message: 'This is not a CSV file: it is not text.' })
  return new StitchTable(bytes).read()
}

/** Millimetres; further away is no embroidery. */
const MOST_MM = 25_400
/** Threads a file may name; more is no list of threads. */
const MOST_THREADS = 1000

class StitchTable {
  readonly #scan: ByteScanner
  readonly #warnings = new WarningList()
  readonly #runs = new RunCollector()
  readonly #threads: string[] = []
  #thread = 0
  #x = Number.NaN
  #y = Number.NaN
  #ended = false
  #failure: ReadFailure | null = null

  constructor(bytes: Uint8Array) {
    this.#scan = new ByteScanner(bytes)
  }

  read(): Reading<Design> {
    const scan = this.#scan
    while (this.#failure === null) {
      scan.skipBlanks()
      if (scan.done) break
      if (!scan.takeLineEnd()) this.#line()
    }
    const runs = this.#runs.finish(this.#warnings)
    if (this.#failure === null && runs.length === 0)
      this.#failure = { code: 'no-stitching', message: 'There is no stitching in this table.' }
    if (this.#failure !== null) return refusal(this.#failure, this.#warnings.list())
    if (!this.#ended) this.#warnings.add('end-missing', 'The end mark END is missing. The file may be cut short.')
    this.#warnings.add('size-assumed', 'The table does not name its unit. Bobbin takes it for millimetres.')
    return readingOf({ runs, metadata: { notes: [], size: 'assumed' } }, this.#warnings.list())
  }

  #line(): void {
    const [mark, ...fields] = quotedFields(this.#scan)
    if (mark === '*') this.#stitch(fields)
    else if (mark === '$') this.#addThread(fields)
    // Remarks, and settings of the program: nothing that is stitched.
    else if (mark !== '#' && mark !== '>') this.#fail('unknown-line', 'this is not a line of a table of stitches')
  }

  /** `"$","1","255","0","0","red","Isacord 1800"` */
  #addThread([, ...fields]: readonly string[]): void {
    const levels = fields.slice(0, 3).map(Number)
    if (levels.length < 3 || levels.some(level => !Number.isInteger(level) || level < 0 || level > 255))
      return this.#fail('bad-colour', 'a thread colour cannot be read')
    if (this.#threads.length < MOST_THREADS)
      this.#threads.push(`#${levels.map(level => level.toString(16).padStart(2, '0')).join('')}`)
  }

  #stitch([kind = '', x = '', y = '']: readonly string[]): void {
    if (this.#ended) return this.#fail('motion-after-end', 'the pattern goes on behind its end mark END')
    const word = kind.toUpperCase()
    if (word === 'END') this.#ended = true
    else if (word === 'COLOR') this.#nextThread()
    else if (word === 'STITCH' || word === 'JUMP' || word === 'TRIM') this.#move(word, numberOf(x), numberOf(y))
    else this.#fail('unknown-stitch', 'this is not a kind of stitch Bobbin knows')
  }

  #nextThread(): void {
    this.#runs.endRun()
    this.#thread++
  }

  #move(word: 'STITCH' | 'JUMP' | 'TRIM', x: number, y: number): void {
    if (Number.isNaN(x) || Number.isNaN(y)) return this.#fail('bad-number', 'a number cannot be read')
    if (Math.max(Math.abs(x), Math.abs(y)) > MOST_MM)
      return this.#fail('number-out-of-range', 'a number is too large for a pattern')
    // A jump and the first stitch at its end are two lines of the same place: no stitch of no length was meant.
    const isHere = x === this.#x && y === this.#y
    const isFirst = Number.isNaN(this.#x)
    this.#x = x
    this.#y = y
    if (word !== 'STITCH' || isFirst) this.#runs.moveTo(x, y)
    else if (!isHere) {
      const thread = this.#threads[this.#thread]
      if (thread !== undefined) this.#runs.useThread(thread)
      this.#runs.lineTo(x, y)
    }
    this.#failure = this.#runs.overflow
  }

  #fail(code: string, what: string): void {
    const { line } = this.#scan
    this.#failure = { code, message: `Line ${line}: ${what}.`, line }
  }
}

function numberOf(field: string): number {
  const text = field.trim()
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i.test(text) ? Number(text) : Number.NaN
}
