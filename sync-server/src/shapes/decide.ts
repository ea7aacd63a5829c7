/** What is answered to which request of the built-in log. Pure; the table of NOTES.md. */
import { wasPutBack } from '#shared/sync/server/nights.ts'
import { BUILT_IN_HANDLE, joinHandle } from './handle.ts'
import type { ShapeRequest } from './request.ts'

export type Decision =
  /** Everything after `after`, up to a chunk's end. */
  | { readonly kind: 'read'; readonly after: number }
  /** Nothing but where the log ends now. */
  | { readonly kind: 'end' }
  /** There is nothing after `after` yet: held until there is, or until the hold has passed. */
  | { readonly kind: 'hold'; readonly after: number }
  /** The handle is dead, foreign or of another epoch: 409, with the one that lives. */
  | { readonly kind: 'gone' }
  /** A device knows more than the database: it was put back without telling anybody. A new epoch begins, then 409. */
  | { readonly kind: 'put-back' }

export interface LogState {
  readonly epoch: string
  /** The greatest seq of the log as far as it is known here. */
  readonly seq: number
}

/** How far the device has read, by its offset and by what it says it knows; 0 when it says nothing about this log. */
export function claimed(request: ShapeRequest, known: number): number {
  return request.offset.kind === 'at' ? Math.max(request.offset.seq, known) : 0
}

/**
 * @param known the greatest seq the device knows (header `bobbin-known`), 0 when it says none. It speaks of the log its handle names;
 *   a reading from the start has none, and a device that starts over may still carry the number of the log that died.
 */
export function decide(request: ShapeRequest, known: number, log: LogState): Decision {
  const { offset } = request
  if (offset.kind === 'start') return { kind: 'read', after: 0 }
  if (offset.kind === 'now') return { kind: 'end' }
  if (request.handle !== joinHandle({ epoch: log.epoch, source: BUILT_IN_HANDLE })) return { kind: 'gone' }
  if (wasPutBack(claimed(request, known), log.seq)) return { kind: 'put-back' }
  return request.live && offset.seq >= log.seq
    ? { kind: 'hold', after: offset.seq }
    : { kind: 'read', after: offset.seq }
}
