/** An answer that is not what was asked for: a stable word for programs, a sentence for people. */

/** Which HTTP status a refusal answers with, unless it says otherwise. */
const DEFAULT_STATUS = 400

export class Refusal extends Error {
  readonly code: string
  readonly status: number
  /** Seconds after which to try again. */
  readonly retryAfter: number | null

  constructor(code: string, message: string, status = DEFAULT_STATUS, retryAfter: number | null = null) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.retryAfter = retryAfter
  }
}
