import type { DevicePort } from './port.ts'
import { START } from './judge.ts'

/** Why everything is read again. */
export type ReadAgain =
  /** The database was restored, or this is the first contact. */
  | { readonly why: 'epoch'; readonly epoch: string; readonly successor: string | null }
  /** The shape was lost within its epoch. */
  | { readonly why: 'handle'; readonly successor: string | null }
  | { readonly why: 'digest' }

/**
 * `read again` of SYNC.md section 7. Rows stay. In a new epoch, or when the digest differs, what differs is sent again, and tombstones
 * are forgotten: the server alone says what is purged.
 */
export function readAgain(port: DevicePort, again: ReadAgain): void {
  port.setMeta({ handle: again.why === 'digest' ? null : again.successor, offset: START })
  if (again.why === 'handle') return
  port.setMeta({ gen: port.meta().gen + 1, known: 0, isComparing: true })
  if (again.why === 'epoch') port.setMeta({ epoch: again.epoch })
  port.forgetTombstones()
}
