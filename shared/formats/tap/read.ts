import type { Design } from '#shared/geometry/design.ts'
import { lower } from '#shared/text/byte-scanner.ts'
import { type Reading, readingOf } from '#shared/util/reading.ts'
import { isPlace, takePlace } from '../place-words.ts'
import { ofUnknownSize } from '../unknown-size.ts'
import { LineReader, notAText } from '../line-reader.ts'

/**
 * Reads the motions of a G-code pattern (G0 travels, G1 stitches). Its M codes switch things of a machine we do not know: they are
 * stepped over, and the format is never written. NOTES.md lists every refusal and warning with its code. Never throws.
 */
export function readTap(bytes: Uint8Array): Reading<Design> {
  return notAText(bytes, 'a TAP file') ?? new TapReader(bytes).read()
}

const OPEN = 40
const CLOSE = 41
const SEMICOLON = 59
const G = 103
const M = 109
const X = 120

class TapReader extends LineReader {
  #stitches = false

  read(): Reading<Design> {
    const runs = this.readLines()
    if (this.failure !== null) return this.refused(this.failure)
    const sized = ofUnknownSize(runs, 'TAP file')
    if (!sized.ok) return this.refused(sized.failure)
    if (!this.ended) this.warnings.add('end-missing', 'The end mark M30 is missing. The file may be cut short.')
    return readingOf(sized.value, this.warnings.list())
  }

  protected override line(): void {
    const scan = this.scan
    const letter = lower(scan.peek())
    if (letter === SEMICOLON) scan.skipTo(-1)
    else if (letter === OPEN) this.#remark()
    else if (letter === G || letter === M) this.#code(letter)
    else if (letter === X) this.#place()
    else this.fail('unexpected-text', 'this is not a command of the format')
  }

  #remark(): void {
    const scan = this.scan
    scan.skipTo(CLOSE)
    if (!scan.take(CLOSE)) this.fail('remark-open', 'a remark in brackets does not end')
  }

  #code(letter: number): void {
    const scan = this.scan
    scan.at++
    const code = scan.number()
    if (Number.isNaN(code)) return this.fail('bad-number', 'the number of a code cannot be read')
    if (letter === M) this.ended ||= code === 30 || code === 2
    else if (code === 0 || code === 1) this.#stitches = code === 1
    // Absolute places: what these files have anyway. Anything else would mean other places than we take them for.
    else if (code !== 90) this.fail('unknown-code', `G${code} is not a code Bobbin knows in this format`)
  }

  #place(): void {
    if (this.ended) return this.fail('motion-after-end', 'the pattern goes on behind its end mark')
    const place = takePlace(this.scan)
    if (!isPlace(place)) return this.fail(place.code, place.what)
    // Y is down in these files.
    if (this.#stitches) this.runs.lineTo(place.x, -place.y + 0)
    else this.runs.moveTo(place.x, -place.y + 0)
    this.failure = this.runs.overflow
  }
}
