import type { Design } from '#shared/geometry/design.ts'
import { type Reading, readingOf } from '#shared/util/reading.ts'
import { MOST_UNITS, ofUnknownSize } from '../unknown-size.ts'
import { LineReader, notAText } from '../line-reader.ts'

/** Reads a QDATA pattern. NOTES.md beside this file lists every refusal and warning with its code. Never throws. */
export function readQdata(bytes: Uint8Array): Reading<Design> {
  return notAText(bytes, 'a QDATA file') ?? new QdataReader(bytes).read()
}

/** The numbers are thousandths of the units the rest of the family has. */
const PER_UNIT = 1000
const COMMA = 44

class QdataReader extends LineReader {
  #x = 0
  #y = 0
  #isFirst = true

  read(): Reading<Design> {
    const scan = this.scan
    if (!scan.takeWord('$LIMIT')) this.fail('no-limit', 'the file does not begin with $Limit')
    // What its four numbers mean is not known.
    scan.skipTo(-1)
    const runs = this.readLines()
    if (this.failure !== null) return this.refused(this.failure)
    const sized = ofUnknownSize(runs, 'QDATA file')
    if (!sized.ok) return this.refused(sized.failure)
    if (!this.ended) this.warnings.add('end-missing', 'The end mark #END is missing. The file may be cut short.')
    return readingOf(sized.value, this.warnings.list())
  }

  protected override line(): void {
    const scan = this.scan
    if (this.ended) return this.fail('text-after-end', 'the pattern goes on behind its end mark #END')
    if (scan.takeWord('#END')) this.ended = true
    else if (scan.takeWord('#COLR')) return this.#colour()
    else this.#step()
    if (this.failure !== null) return
    scan.skipBlanks()
    if (!scan.atLineEnd()) this.fail('unexpected-text', 'there is something behind the two numbers')
  }

  /** The first place as it is, every further one from the one before. */
  #step(): void {
    const scan = this.scan
    const x = scan.number()
    scan.skipBlanks()
    if (Number.isNaN(x) || !scan.take(COMMA)) return this.fail('bad-number', 'there are not two numbers')
    scan.skipBlanks()
    const y = scan.number()
    if (Number.isNaN(y)) return this.fail('bad-number', 'there are not two numbers')
    this.#x += x
    this.#y += y
    if (Math.max(Math.abs(this.#x), Math.abs(this.#y)) > MOST_UNITS * PER_UNIT)
      return this.fail('number-out-of-range', 'a number is too large for a pattern')
    if (this.#isFirst) this.runs.moveTo(this.#x / PER_UNIT, this.#y / PER_UNIT)
    else this.runs.lineTo(this.#x / PER_UNIT, this.#y / PER_UNIT)
    this.#isFirst = false
    this.failure = this.runs.overflow
  }

  /** `#COLR R:40,G:40,B:33, brand,number`: what is stitched from here on. */
  #colour(): void {
    const scan = this.scan
    const { at } = scan
    const words = String.fromCharCode(...scan.bytes.subarray(at, Math.min(scan.skipTo(-1), at + 60)))
    const levels = /R:\s*(\d{1,3})\s*,\s*G:\s*(\d{1,3})\s*,\s*B:\s*(\d{1,3})/i.exec(words)?.slice(1).map(Number)
    if (levels === undefined || levels.some(level => level > 255))
      return this.warnings.add('bad-colour', `Line ${scan.line}: a colour cannot be read.`, scan.line)
    this.runs.useThread(`#${levels.map(level => level.toString(16).padStart(2, '0')).join('')}`)
  }
}
