import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { takeBatch } from '#shared/sync/device/batch.ts'
import type { Json, Stamp, SyncRecord } from '#shared/sync/record.ts'
import { seededRandom } from './fake-clock.ts'
import { createOriginals } from '../files/originals.ts'
import { createSyncStore, type SyncStore } from '../sync/store/store.ts'
import { quietLog } from './temp-library.ts'
import { tempDatabase, tempDir } from './temp-database.ts'

/** A device of somebody else's, for stamps. */
export const ELSEWHERE = '0190b8a0-0000-7000-8000-00000000e15e'

/** A database with its storage of sync, and how often a safety copy was asked for. */
export async function tempStore() {
  const temp = await tempDatabase()
  const originals = join(tempDir(), 'originals')
  mkdirSync(originals)
  const context = { ...temp, random: seededRandom(7), log: quietLog, originals: createOriginals(originals) }
  const copies: string[] = []
  const store = createSyncStore(context, {
    make: async reason => {
      copies.push(reason)
      return { name: '', at: 0, reason, bytes: 0 }
    },
  })
  return { ...context, store, copies }
}

/** A record as another computer wrote it, all of it in one moment. */
export function written(
  table: string,
  id: string,
  fields: Readonly<Record<string, Json>>,
  ms: number,
  device = ELSEWHERE,
): SyncRecord {
  const stamp: Stamp = [ms, 0, device]
  const stamps = Object.fromEntries(Object.keys(fields).map(field => [field, stamp]))
  return { table, id, fields, stamps, purged: false }
}

export function purged({ table, id, stamps }: SyncRecord): SyncRecord {
  return { table, id, fields: {}, stamps, purged: true }
}

/** What a pattern needs at least. */
export const patternFields = (name: string): Record<string, Json> => ({
  name,
  kind: 'border',
  state: 'readable',
  created_at: 1,
  trashed_at: null,
})

export const EPOCH = 'first'

/** Applies what the cloud has to tell, from where the device stands. */
export function pull(store: SyncStore, records: readonly SyncRecord[], upToDate = true) {
  const { handle, offset, known } = store.meta()
  return store.transaction(port =>
    takeBatch(port, {
      epoch: EPOCH,
      handle: `${EPOCH}~1`,
      offset: `${known + records.length}_0`,
      from: { handle, offset },
      rows: records.map((record, index) => ({ ...record, seq: known + index + 1 })),
      upToDate,
    }),
  )
}
