import type { HeldRecord, OutboxEntry } from '#shared/sync/device/port.ts'
import type { Json, RecordKey } from '#shared/sync/record.ts'
import type { ReadDb } from '#library/db/handles.ts'
import type { Fields, SyncedTable } from '#library/db/synced.ts'
import { isSyncedTable } from './columns.ts'
import { unpackEntries, unpackStamps } from './packed.ts'
import { entriesOf, readStored, readTyped, type StoredRow } from './queries.ts'

/** One record for as long as a transaction lasts. */
export interface Slot {
  readonly key: RecordKey
  /** Null: a table this Bobbin does not know. */
  readonly table: SyncedTable | null
  /** As it stands in sync_row. */
  stored: StoredRow | undefined
  /** As it stands in its table: the synced fields and `created_at`. */
  row: Fields | undefined
  record: HeldRecord | null
  entries: OutboxEntry[]
  /** Whether some of its entries stand in rows of their own. */
  hasEntryRows: boolean
}

/** Of a record nobody knows yet. */
export function newSlot(key: RecordKey): Slot {
  const table = isSyncedTable(key.table) ? key.table : null
  return { key, table, stored: undefined, row: undefined, record: null, entries: [], hasEntryRows: false }
}

/** As it stands on the disk. `before`: what these fields of its row held before this transaction changed them. */
export function readSlot(db: ReadDb, key: RecordKey, before: Fields = {}): Slot {
  const table = isSyncedTable(key.table) ? key.table : null
  const stored = readStored(db, key)
  const { changed_at: _, ...row } = table !== null && stored?.away !== 1 ? (readTyped(db, table, key.id) ?? {}) : {}
  const typed = Object.keys(row).length === 0 ? undefined : (row as Fields)
  const beside = entriesOf(db, key)
  const hasEntryRows = beside.length > 0
  if (stored === undefined) return { key, table, stored, row: typed, record: null, entries: beside, hasEntryRows }
  const stamps = unpackStamps(stored.cells)
  const extra = stored.extra === null ? {} : (JSON.parse(stored.extra) as Record<string, Json>)
  const fields: Record<string, Json> = {}
  if (stored.purged === 0) {
    const seen = { ...typed, ...before }
    for (const field of Object.keys(stamps))
      fields[field] = Object.hasOwn(extra, field) ? extra[field]! : (seen[field] ?? null)
  }
  const record: HeldRecord = { ...key, fields, stamps, purged: stored.purged === 1, gen: stored.gen }
  const inside = stored.waiting === null ? [] : unpackEntries(stored.cells, key, fields)
  return { key, table, stored, row: typed, record, entries: [...inside, ...beside], hasEntryRows }
}
