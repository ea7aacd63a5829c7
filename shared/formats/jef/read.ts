import type { Design } from '#shared/geometry/design.ts'
import { type ReadFailure, type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { StitchRuns } from '../stitches/stitch-runs.ts'
import { threadOf } from '../stitches/thread-chart.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { JANOME } from './janome-chart.ts'
import { END_CODE, ESCAPE, HEADER_BYTES, JUMP_CODE, LONGEST, MOST_THREADS, SAME_THREAD, STOP_CODE } from './records.ts'

/** Reads Janome embroidery. NOTES.md beside this file lists every refusal and warning with its code. Never throws. */
export function readJef(bytes: Uint8Array): Reading<Design> {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  if (bytes.length < HEADER_BYTES) {
    return refusal({ code: 'too-short', message: 'This JEF file is cut short in its head.', offset: bytes.length })
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = view.getUint32(0, true)
  if (start < HEADER_BYTES || start >= bytes.length) {
    return refusal({
      code: 'offset-outside',
      message: 'This JEF file says that its stitches are where the file is not. It may be cut short.',
      offset: 0,
    })
  }
  const threads = view.getUint32(24, true)
  if (threads > MOST_THREADS) {
    return refusal({
      code: 'too-many-threads',
      message: `This JEF file lists ${threads} threads. It may be damaged.`,
      offset: 24,
    })
  }
  const warnings = new WarningList()
  const stitches = new StitchRuns(LONGEST)
  const failure =
    new JefRecords(bytes, threadsOf(view, threads, start), stitches, warnings).read(start) ?? stitches.overflow
  if (failure !== null) return refusal(failure, warnings.list())
  const runs = stitches.finish(warnings)
  if (runs.length === 0) {
    return refusal({ code: 'no-stitching', message: 'There is no stitching in this JEF file.' }, warnings.list())
  }
  return readingOf({ runs, metadata: { notes: [], size: 'stated' } }, warnings.list())
}

/** Colours in order; a stop for the same thread repeats the one before. The table never reaches into the stitches. */
function threadsOf(view: DataView, count: number, start: number): (string | undefined)[] {
  const threads: (string | undefined)[] = []
  for (let i = 0; i < count && HEADER_BYTES + 4 * i + 4 <= start; i++) {
    const number = view.getUint32(HEADER_BYTES + 4 * i, true)
    threads.push(number === SAME_THREAD ? threads.at(-1) : threadOf(JANOME, number))
  }
  return threads
}

class JefRecords {
  readonly #bytes: Uint8Array
  readonly #threads: readonly (string | undefined)[]
  readonly #stitches: StitchRuns
  readonly #warnings: WarningList
  #stretch = 0

  constructor(
    bytes: Uint8Array,
    threads: readonly (string | undefined)[],
    stitches: StitchRuns,
    warnings: WarningList,
  ) {
    this.#bytes = bytes
    this.#threads = threads
    this.#stitches = stitches
    this.#warnings = warnings
    stitches.begin(threads[0])
  }

  read(start: number): ReadFailure | null {
    const bytes = this.#bytes
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = start
    while (at + 2 <= bytes.length && this.#stitches.overflow === null) {
      if (bytes[at] !== ESCAPE) {
        this.#stitches.stitch(view.getInt8(at), view.getInt8(at + 1))
        at += 2
        continue
      }
      const code = bytes[at + 1]!
      if (code === END_CODE) return null
      if (code !== STOP_CODE && code !== JUMP_CODE) {
        const message = `This JEF file has a command nobody knows (${code}). It may be damaged.`
        return { code: 'unknown-code', message, offset: at }
      }
      if (at + 4 > bytes.length) break
      if (code === STOP_CODE) this.#stop()
      this.#move(view.getInt8(at + 2), view.getInt8(at + 3), code)
      at += 4
    }
    this.#warnings.addAt('end-missing', 'The end mark is missing. The file may be cut short.', at)
    return null
  }

  #stop(): void {
    this.#stretch++
    this.#stitches.stop(this.#threads[this.#stretch])
  }

  /** A jump of no length cuts the thread. */
  #move(dx: number, dy: number, code: number): void {
    if (dx !== 0 || dy !== 0) this.#stitches.jump(dx, dy)
    else if (code === JUMP_CODE) this.#stitches.trim()
  }
}
