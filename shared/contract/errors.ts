/**
 * A failure that was expected: `code` is stable and for code (the window maps it to a sentence of its catalogue),
 * `message` is a plain sentence for people and scripts, `detail` is plain JSON for filling sentences in.
 */
export class BobbinError extends Error {
  readonly code: string
  readonly detail: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'BobbinError'
    this.code = code
    this.detail = detail
  }
}

/** The answer to a call whose AbortSignal fired. */
export function cancelled(): BobbinError {
  return new BobbinError('cancelled', 'This was stopped before it was done.')
}
