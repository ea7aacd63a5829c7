import type { Design } from '#shared/geometry/design.ts'
import { type Bounds, boundsOf } from '#shared/geometry/bounds.ts'
import { ByteScanner } from '#shared/text/byte-scanner.ts'
import { looksLikeText } from '#shared/text/looks-like-text.ts'
import { type ReadFailure, type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { RunCollector } from '../run-collector.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { isPlace, takePlace } from '../place-words.ts'
import { ofUnknownSize } from '../unknown-size.ts'

/** Reads a CompuQuilter pattern. NOTES.md beside this file lists every refusal and warning with its code. Never throws. */
export function readCqp(bytes: Uint8Array): Reading<Design> {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  if (!looksLikeText(bytes)) return refusal({ code: 'not-text', message: 'This is not a CQP file: it is not text.' })
  return new CqpReader(bytes).read()
}

/** By how much, in units, a limit may differ from the points and still be the same: rounding to one decimal. */
const LIMIT_SLACK = 0.1

class CqpReader {
  readonly #scan: ByteScanner
  readonly #warnings = new WarningList()
  readonly #runs = new RunCollector()
  readonly #limits: Partial<Record<keyof Bounds, number>> = {}
  #needleDown = false
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
    if (this.#failure !== null) return refusal(this.#failure, this.#warnings.list())
    const sized = ofUnknownSize(runs, 'CQP file')
    if (!sized.ok) return refusal(sized.failure, this.#warnings.list())
    if (!this.#ended) this.#warnings.add('end-missing', 'The end mark END is missing. The file may be cut short.')
    const bounds = boundsOf({ runs, metadata: { notes: [], size: 'unknown' } })
    if (bounds !== null && this.#contradicts(bounds))
      this.#warnings.add('limits-contradict', 'The limits at the end of the file are not those of its points.')
    return readingOf(sized.value, this.#warnings.list())
  }

  #line(): void {
    const scan = this.#scan
    if (scan.takeWord('MIN')) this.#limit('min')
    else if (scan.takeWord('MAX')) this.#limit('max')
    else if (this.#ended) this.#fail('text-after-end', 'the pattern goes on behind its end mark END')
    else if (scan.takeWord('PU')) this.#needleDown = false
    else if (scan.takeWord('PD')) this.#needleDown = true
    else if (scan.takeWord('END')) this.#ended = true
    else this.#place()
    if (this.#failure !== null) return
    scan.skipBlanks()
    if (!scan.atLineEnd()) this.#fail('unexpected-text', 'there is something behind the command')
  }

  #place(): void {
    const place = takePlace(this.#scan)
    if (!isPlace(place)) return this.#fail(place.code, place.what)
    // Y is down in these files.
    if (this.#needleDown) this.#runs.lineTo(place.x, -place.y + 0)
    else this.#runs.moveTo(place.x, -place.y + 0)
    this.#failure = this.#runs.overflow
  }

  /** `MIN X=-12.5` */
  #limit(which: 'min' | 'max'): void {
    const scan = this.#scan
    scan.skipBlanks()
    const isX = scan.takeLetters('X')
    if (!isX && !scan.takeLetters('Y')) return this.#fail('unexpected-text', 'a limit is neither of X nor of Y')
    scan.skipBlanks()
    scan.take(61)
    scan.skipBlanks()
    const value = scan.number()
    if (Number.isNaN(value)) return this.#fail('bad-number', 'the number of a limit cannot be read')
    this.#limits[`${which}${isX ? 'X' : 'Y'}`] = value
  }

  /** The points of the runs are Y up already, the limits are as the file has them. */
  #contradicts({ minX, minY, maxX, maxY }: Bounds): boolean {
    const found = { minX, maxX, minY: -maxY, maxY: -minY }
    return Object.entries(this.#limits).some(
      ([side, value]) => Math.abs(value - found[side as keyof Bounds]) > LIMIT_SLACK,
    )
  }

  #fail(code: string, what: string): void {
    const { line } = this.#scan
    this.#failure = { code, message: `Line ${line}: ${what}.`, line }
  }
}
