/** Answers that are no chunk of a log. Pure. */
import { joinHandle } from './handle.ts'
import { MUST_REFETCH } from './messages.ts'
import type { ShapeErrors } from './request.ts'
import type { ShapeAnswer } from './source.ts'

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

/** 409: read again from the start. `source` is what the living handle is called, null when that is not known. */
export function mustRefetch(epoch: string, source: string | null): ShapeAnswer {
  return {
    status: 409,
    epoch,
    headers: { ...JSON_TYPE, ...(source === null ? {} : { 'electric-handle': joinHandle({ epoch, source }) }) },
    body: MUST_REFETCH,
  }
}

/** 400: nonsense, told by field. No device sends it, so nothing waits for it to be put right. */
export function nonsense(epoch: string, errors: ShapeErrors): ShapeAnswer {
  return { status: 400, epoch, headers: JSON_TYPE, body: JSON.stringify({ message: 'Invalid request', errors }) }
}

/** 503: trouble that passes. Devices come back by themselves. */
export function comeBack(epoch: string, afterSeconds: number): ShapeAnswer {
  return {
    status: 503,
    epoch,
    headers: { ...JSON_TYPE, 'retry-after': String(afterSeconds) },
    body: JSON.stringify({ message: 'Not ready: try again soon.' }),
  }
}
