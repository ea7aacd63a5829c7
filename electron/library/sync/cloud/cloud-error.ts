import { BobbinError } from '#shared/contract/errors.ts'
import type { Reason } from '../state.ts'

/** A request that did not get what it asked for: why, as the machine knows it, and what the cloud said. */
export class CloudError extends Error {
  readonly why: Reason
  /** HTTP status; null: there was no answer. */
  readonly status: number | null
  readonly code: string
  readonly atLeastMs: number | undefined

  constructor(
    why: Reason,
    {
      status = null,
      code,
      message,
      atLeastMs,
    }: { status?: number | null; code: string; message: string; atLeastMs?: number },
  ) {
    super(message)
    this.name = 'CloudError'
    this.why = why
    this.status = status
    this.code = code
    this.atLeastMs = atLeastMs
  }
}

export function noConnection(): CloudError {
  return new CloudError('network', {
    code: 'no-connection',
    message: 'There is no connection to the cloud right now. Everything you do is kept on this computer.',
  })
}

/** What a window or a script is told. */
export function toBobbinError(error: unknown): unknown {
  return error instanceof CloudError ? new BobbinError(error.code, error.message, { status: error.status }) : error
}
