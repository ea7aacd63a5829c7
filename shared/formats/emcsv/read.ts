import type { Design } from '#shared/geometry/design.ts'
import { type Reading, readingOf } from '#shared/util/reading.ts'
import { quotedFields } from './quoted-fields.ts'
import { LineReader, notAText } from '../line-reader.ts'

/**
 * Reads the table of stitches that Embroidermodder saves: threads, jumps, trims and stitches, one a line. NOTES.md beside this file
 * lists every refusal and warning with its code. Never throws.
 */
export function readEmbroidermodderCsv(bytes: Uint8Array): Reading<Design> {
  return notAText(bytes, 'a CSV file') ?? new StitchTable(bytes).read()
}

/** Millimetres; further away is no embroidery. */
const MOST_MM = 25_400
/** Threads a file may name; more is no list of threads. */
const MOST_THREADS = 1000

class StitchTable extends LineReader {
  readonly #threads: string[] = []
  #thread = 0
  #x = Number.NaN
  #y = Number.NaN

  read(): Reading<Design> {
    const runs = this.readLines()
    if (this.failure === null && runs.length === 0)
      this.failure = { code: 'no-stitching', message: 'There is no stitching in this table.' }
    if (this.failure !== null) return this.refused(this.failure)
    if (!this.ended) this.warnings.add('end-missing', 'The end mark END is missing. The file may be cut short.')
    this.warnings.add('size-assumed', 'The table does not name its unit. Bobbin takes it for millimetres.')
    return readingOf({ runs, metadata: { notes: [], size: 'assumed' } }, this.warnings.list())
  }

  protected override line(): void {
    const [mark, ...fields] = quotedFields(this.scan)
    if (mark === '*') this.#stitch(fields)
    else if (mark === '$') this.#addThread(fields)
    // Remarks, and settings of the program: nothing that is stitched.
    else if (mark !== '#' && mark !== '>') this.fail('unknown-line', 'this is not a line of a table of stitches')
  }

  /** `"$","1","255","0","0","red","Isacord 1800"` */
  #addThread([, ...fields]: readonly string[]): void {
    const levels = fields.slice(0, 3).map(Number)
    if (levels.length < 3 || levels.some(level => !Number.isInteger(level) || level < 0 || level > 255))
      return this.fail('bad-colour', 'a thread colour cannot be read')
    if (this.#threads.length < MOST_THREADS)
      this.#threads.push(`#${levels.map(level => level.toString(16).padStart(2, '0')).join('')}`)
  }

  #stitch([kind = '', x = '', y = '']: readonly string[]): void {
    if (this.ended) return this.fail('motion-after-end', 'the pattern goes on behind its end mark END')
    const word = kind.toUpperCase()
    if (word === 'END') this.ended = true
    else if (word === 'COLOR') this.#nextThread()
    else if (word === 'STITCH' || word === 'JUMP' || word === 'TRIM') this.#move(word, numberOf(x), numberOf(y))
    else this.fail('unknown-stitch', 'this is not a kind of stitch Bobbin knows')
  }

  #nextThread(): void {
    this.runs.endRun()
    this.#thread++
  }

  #move(word: 'STITCH' | 'JUMP' | 'TRIM', x: number, y: number): void {
    if (Number.isNaN(x) || Number.isNaN(y)) return this.fail('bad-number', 'a number cannot be read')
    if (Math.max(Math.abs(x), Math.abs(y)) > MOST_MM)
      return this.fail('number-out-of-range', 'a number is too large for a pattern')
    // A jump and the first stitch at its end are two lines of the same place: no stitch of no length was meant.
    const isHere = x === this.#x && y === this.#y
    const isFirst = Number.isNaN(this.#x)
    this.#x = x
    this.#y = y
    if (word !== 'STITCH' || isFirst) this.runs.moveTo(x, y)
    else if (!isHere) {
      const thread = this.#threads[this.#thread]
      if (thread !== undefined) this.runs.useThread(thread)
      this.runs.lineTo(x, y)
    }
    this.failure = this.runs.overflow
  }
}

function numberOf(field: string): number {
  const text = field.trim()
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i.test(text) ? Number(text) : Number.NaN
}
