import type { Design } from '#shared/geometry/design.ts'
import { ByteScanner, lower } from '#shared/text/byte-scanner.ts'
import { looksLikeText } from '#shared/text/looks-like-text.ts'
import { type ReadFailure, type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { isPlace, takePlace } from '../place-words.ts'
import { RunCollector } from '../run-collector.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { ofUnknownSize } from '../unknown-size.ts'

/**
 * Reads the motions of a G-code pattern (G0 travels, G1 stitches). Its M codes switch things of a machine we do not know: they are
 * stepped over, and the format is never written. NOTES.md lists every refusal and warning with its code. Never throws.
 */
export function readTap(bytes: Uint8Array): Reading<Design> {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  if (!looksLikeText(bytes)) return refusal({ code: 'not-text', message: 'This is not a TAP file: it is not text.' })
  return new TapReader(bytes).read()
}

const OPEN = 40
const CLOSE = 41
const SEMICOLON = 59
const G = 103
const M = 109
const X = 120

class TapReader {
  readonly #scan: ByteScanner
  readonly #warnings = new WarningList()
  readonly #runs = new RunCollector()
  #stitches = false
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
      if (!scan.takeLineEnd()) this.#word()
    }
    const runs = this.#runs.finish(this.#warnings)
    if (this.#failure !== null) return refusal(this.#failure, this.#warnings.list())
    const sized = ofUnknownSize(runs, 'TAP file')
    if (!sized.ok) return refusal(sized.failure, this.#warnings.list())
    if (!this.#ended) this.#warnings.add('end-missing', 'The end mark M30 is missing. The file may be cut short.')
    return readingOf(sized.value, this.#warnings.list())
  }

  #word(): void {
    const scan = this.#scan
    const letter = lower(scan.peek())
    if (letter === SEMICOLON) scan.skipTo(-1)
    else if (letter === OPEN) this.#remark()
    else if (letter === G || letter === M) this.#code(letter)
    else if (letter === X) this.#place()
    else this.#fail('unexpected-text', 'this is not a command of the format')
  }

  #remark(): void {
    const scan = this.#scan
    scan.skipTo(CLOSE)
    if (!scan.take(CLOSE)) this.#fail('remark-open', 'a remark in brackets does not end')
  }

  #code(letter: number): void {
    const scan = this.#scan
    scan.at++
    const code = scan.number()
    if (Number.isNaN(code)) return this.#fail('bad-number', 'the number of a code cannot be read')
    if (letter === M) this.#ended ||= code === 30 || code === 2
    else if (code === 0 || code === 1) this.#stitches = code === 1
    // Absolute places: what these files have anyway. Anything else would mean other places than we take them for.
    else if (code !== 90) this.#fail('unknown-code', `G${code} is not a code Bobbin knows in this format`)
  }

  #place(): void {
    if (this.#ended) return this.#fail('motion-after-end', 'the pattern goes on behind its end mark')
    const place = takePlace(this.#scan)
    if (!isPlace(place)) return this.#fail(place.code, place.what)
    // Y is down in these files.
    if (this.#stitches) this.#runs.lineTo(place.x, -place.y + 0)
    else this.#runs.moveTo(place.x, -place.y + 0)
    this.#failure = this.#runs.overflow
  }

  #fail(code: string, what: string): void {
    const { line } = this.#scan
    this.#failure = { code, message: `Line ${line}: ${what}.`, line }
  }
}
