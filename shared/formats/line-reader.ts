import type { Design, Run } from '#shared/geometry/design.ts'
import { ByteScanner } from '#shared/text/byte-scanner.ts'
import { looksLikeText } from '#shared/text/looks-like-text.ts'
import { type ReadFailure, type Reading, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { TOO_MANY_BYTES } from './limits.ts'
import { RunCollector } from './run-collector.ts'
import { MAX_FILE_BYTES } from './types.ts'

/**
 * What readers of text formats share: they go through the lines, collect runs and warnings, and stop at the first line that cannot
 * be. A format says what its lines mean, and what has to be true in the end.
 */
export abstract class LineReader {
  protected readonly scan: ByteScanner
  protected readonly warnings = new WarningList()
  protected readonly runs = new RunCollector()
  protected failure: ReadFailure | null = null
  protected ended = false

  constructor(bytes: Uint8Array) {
    this.scan = new ByteScanner(bytes)
  }

  /** Called at the first sign of a line, and again while some of the line is left. */
  protected abstract line(): void

  /** All lines, or those before the first that failed. */
  protected readLines(): Run[] {
    const { scan } = this
    while (this.failure === null) {
      scan.skipBlanks()
      if (scan.done) break
      if (!scan.takeLineEnd()) this.line()
    }
    return this.runs.finish(this.warnings)
  }

  /** @param what without a full stop: "a number cannot be read" */
  protected fail(code: string, what: string): void {
    const { line } = this.scan
    this.failure = { code, message: `Line ${line}: ${what}.`, line }
  }

  protected refused(failure: ReadFailure): Reading<Design> {
    return refusal(failure, this.warnings.list())
  }
}

/** The refusal of a file that is too large or no text; null for one to be read. @param called "a CQP file" */
export function notAText(bytes: Uint8Array, called: string): Reading<Design> | null {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  if (!looksLikeText(bytes)) return refusal({ code: 'not-text', message: `This is not ${called}: it is not text.` })
  return null
}
