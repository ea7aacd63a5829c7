import type { Design } from '#shared/geometry/design.ts'
import { type Bounds, boundsOf } from '#shared/geometry/bounds.ts'
import { type Reading, readingOf } from '#shared/util/reading.ts'
import { isPlace, takePlace } from '../place-words.ts'
import { ofUnknownSize } from '../unknown-size.ts'
import { LineReader, notAText } from '../line-reader.ts'

/** Reads a CompuQuilter pattern. NOTES.md beside this file lists every refusal and warning with its code. Never throws. */
export function readCqp(bytes: Uint8Array): Reading<Design> {
  return notAText(bytes, 'a CQP file') ?? new CqpReader(bytes).read()
}

/** By how much, in units, a limit may differ from the points and still be the same: rounding to one decimal. */
const LIMIT_SLACK = 0.1

class CqpReader extends LineReader {
  readonly #limits: Partial<Record<keyof Bounds, number>> = {}
  #needleDown = false

  read(): Reading<Design> {
    const runs = this.readLines()
    if (this.failure !== null) return this.refused(this.failure)
    const sized = ofUnknownSize(runs, 'CQP file')
    if (!sized.ok) return this.refused(sized.failure)
    if (!this.ended) this.warnings.add('end-missing', 'The end mark END is missing. The file may be cut short.')
    const bounds = boundsOf({ runs, metadata: { notes: [], size: 'unknown' } })
    if (bounds !== null && this.#contradicts(bounds))
      this.warnings.add('limits-contradict', 'The limits at the end of the file are not those of its points.')
    return readingOf(sized.value, this.warnings.list())
  }

  protected override line(): void {
    const scan = this.scan
    if (scan.takeWord('MIN')) this.#limit('min')
    else if (scan.takeWord('MAX')) this.#limit('max')
    else if (this.ended) this.fail('text-after-end', 'the pattern goes on behind its end mark END')
    else if (scan.takeWord('PU')) this.#needleDown = false
    else if (scan.takeWord('PD')) this.#needleDown = true
    else if (scan.takeWord('END')) this.ended = true
    else this.#place()
    if (this.failure !== null) return
    scan.skipBlanks()
    if (!scan.atLineEnd()) this.fail('unexpected-text', 'there is something behind the command')
  }

  #place(): void {
    const place = takePlace(this.scan)
    if (!isPlace(place)) return this.fail(place.code, place.what)
    // Y is down in these files.
    if (this.#needleDown) this.runs.lineTo(place.x, -place.y + 0)
    else this.runs.moveTo(place.x, -place.y + 0)
    this.failure = this.runs.overflow
  }

  /** `MIN X=-12.5` */
  #limit(which: 'min' | 'max'): void {
    const scan = this.scan
    scan.skipBlanks()
    const isX = scan.takeLetters('X')
    if (!isX && !scan.takeLetters('Y')) return this.fail('unexpected-text', 'a limit is neither of X nor of Y')
    scan.skipBlanks()
    scan.take(61)
    scan.skipBlanks()
    const value = scan.number()
    if (Number.isNaN(value)) return this.fail('bad-number', 'the number of a limit cannot be read')
    this.#limits[`${which}${isX ? 'X' : 'Y'}`] = value
  }

  /** The points of the runs are Y up already, the limits are as the file has them. */
  #contradicts({ minX, minY, maxX, maxY }: Bounds): boolean {
    const found = { minX, maxX, minY: -maxY, maxY: -minY }
    return Object.entries(this.#limits).some(
      ([side, value]) => Math.abs(value - found[side as keyof Bounds]) > LIMIT_SLACK,
    )
  }
}
