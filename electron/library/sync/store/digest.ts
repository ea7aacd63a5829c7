import { setImmediate } from 'node:timers/promises'
import { createBucketSums } from '#shared/sync/digest.ts'
import type { RecordKey } from '#shared/sync/record.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { heldKeys, keysAfter } from './queries.ts'
import { readSlot } from './slot.ts'

/** Some 30 microseconds a record: a step takes a millisecond or two. */
const RECORDS_A_STEP = 50

/** See `SyncStore.digest`. */
export async function digestInSteps(db: ReadDb, signal: AbortSignal): Promise<string[]> {
  const isHeld = new Set(heldKeys(db).map(nameOf))
  const sums = createBucketSums()
  for (let after: RecordKey | undefined = { table: '', id: '' }; after !== undefined && !signal.aborted; ) {
    const keys = keysAfter(db, after, RECORDS_A_STEP)
    for (const key of keys) {
      const { record } = readSlot(db, key)
      if (record !== null && !isHeld.has(nameOf(key))) sums.add(record)
    }
    after = keys.at(-1)
    await setImmediate()
  }
  return sums.hashes()
}

function nameOf({ table, id }: RecordKey): string {
  return `${table} ${id}`
}
