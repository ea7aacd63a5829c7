import { compareDigest, differsInBucket, mayReadForDigest } from '#shared/sync/device/digest.ts'
import { readAgain } from '#shared/sync/device/read-again.ts'
import { digestAnswer } from '#shared/sync/wire.ts'
import type { CloudHttp } from './cloud/http.ts'
import type { SyncStore } from './store/store.ts'
import type { Remembered } from './remembered.ts'

export interface CheckParts {
  readonly store: SyncStore
  readonly remembered: Remembered
  readonly http: CloudHttp
  /** Milliseconds of this computer. */
  now(): number
}

/** `differs`: and it was read again within a day already. `not-now`: something was on its way; it is asked again soon. */
export type Checked = 'same' | 'differs' | 'read-again' | 'not-now'

/**
 * Compares what is here with what the cloud has, without telling each other everything. A difference starts a new reading, at most one a
 * day (SYNC.md section 7, digest). Rejects with CloudError.
 */
export async function checkDigest(parts: CheckParts, signal: AbortSignal): Promise<Checked> {
  const { store, remembered, now } = parts
  const differs = await isDifferent(parts, signal)
  if (signal.aborted || differs === null) return 'not-now'
  remembered.setTimes({ comparedAt: now() })
  if (!differs) return 'same'
  if (!mayReadForDigest(remembered.times().readForDigestAt, now())) return 'differs'
  store.transaction(port => {
    readAgain(port, { why: 'digest' })
    remembered.setTimes({ readForDigestAt: now() })
  })
  return 'read-again'
}

/** Null: it cannot be said now; something is on its way. */
async function isDifferent({ store, http }: CheckParts, signal: AbortSignal): Promise<boolean | null> {
  const answer = await http.ask({ path: '/v1/records/digest', answer: digestAnswer, signal })
  const mine = await store.digest(signal)
  if (signal.aborted) return null
  const compared = store.read(port => compareDigest(port, answer, mine))
  if (compared.outcome === 'not-now') return null
  if (compared.outcome === 'same') return false
  for (const bucket of compared.buckets) {
    const path = `/v1/records/digest?bucket=${bucket}`
    const inBucket = await http.ask({ path, answer: digestAnswer, signal })
    const differs = store.read(port => differsInBucket(port, bucket, inBucket))
    if (differs !== false) return differs
  }
  return false
}
