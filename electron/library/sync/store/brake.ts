import type { HeldRecord } from '#shared/sync/device/port.ts'
import { mergeRecords } from '#shared/sync/merge.ts'
import type { SyncRecord } from '#shared/sync/record.ts'
import type { WriteDb } from '#library/db/handles.ts'
import { restoreOf } from '../origin.ts'
import { TRASHED_AT } from './columns.ts'
import { isDeletedForGood } from './owners.ts'
import { countShown, putBraked, readAside, readBrake, writeAside } from './queries.ts'
import { readSlot, type Slot } from './slot.ts'

/** More patterns than this, taken away by other computers at once, are asked about. */
const MOST_PATTERNS = 20
/** And more than this part of the wall, in hundredths; a handful of few patterns is everyday work. */
const MOST_PERCENT = 5
const HANDFUL = 5

export interface Brake {
  /** Looks at what is about to be written, and holds what would go from the window. */
  look(slots: readonly Slot[]): void
  /** Whether patterns were put on the brake that was open for none. */
  readonly isNew: boolean
}

/**
 * The mass-delete brake (SYNC.md section 2), for one transaction. Sync goes on: the records are what the cloud says. But the rows of
 * these patterns stay as they are, and what was purged is set aside with all its values, until she says "Let them go" or "Bring them
 * back". While it is open, whatever else is taken away waits with the rest.
 *
 * @param at now, milliseconds
 * @param rest what the same answer of the cloud holds beyond this transaction: it is applied in steps, and counts as one
 */
export function createBrake(db: WriteDb, at: number, rest: readonly SyncRecord[] = []): Brake {
  let isNew = false

  function look(slots: readonly Slot[]): void {
    const taken = slots.flatMap(slot => takenBy(slot) ?? [])
    if (taken.length === 0) return
    const isOpen = readBrake(db).length > 0
    if (!isOpen && !isMass(taken.length + countTakenBy(db, rest), () => countShown(db))) return
    isNew ||= !isOpen
    for (const { slot, how } of taken) {
      putBraked(db, { id: slot.key.id, taken: how, at })
      if (how === 'purged') setAside(slot)
    }
  }

  /** With what the purge left of it: the row, which is what she saw. */
  function setAside({ key, row, record }: Slot): void {
    if (readAside(db, key) !== null) return
    const fields = Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null))
    const known = Object.entries(record?.stamps ?? {}).filter(([field]) => Object.hasOwn(fields, field))
    writeAside(db, { ...key, fields, stamps: Object.fromEntries(known), purged: false, entries: [], at })
  }

  return {
    look,
    get isNew() {
      return isNew
    },
  }
}

export function isMass(taken: number, shown: () => number): boolean {
  if (taken > MOST_PATTERNS) return true
  return taken >= HANDFUL && taken * 100 > shown() * MOST_PERCENT
}

/** Null unless the window shows the pattern now and would not afterwards. */
function takenBy(slot: Slot): { slot: Slot; how: 'trashed' | 'purged' } | null {
  const { key, row, record } = slot
  if (key.table !== 'pattern' || row === undefined || row[TRASHED_AT] !== null || record === null) return null
  // A restore to a day is her own word for all her computers, and has its own way back: nobody is asked a second time.
  const by = record.stamps[TRASHED_AT]
  if (!record.purged && by !== undefined && restoreOf(by[2]) !== null) return null
  const how = howGone(record)
  return how && { slot, how }
}

/** How many patterns that the window shows will be gone by these. */
function countTakenBy(db: WriteDb, records: readonly SyncRecord[]): number {
  const taken = records.flatMap(record => {
    if (record.table !== 'pattern' || howGone(record) === null) return []
    const slot = readSlot(db, { table: record.table, id: record.id })
    const merged = record.purged ? record : mergeRecords(slot.record, record)
    return takenBy({ ...slot, record: { ...merged, gen: 0 } }) === null ? [] : record.id
  })
  return new Set(taken).size
}

function howGone({ purged, fields }: Pick<HeldRecord, 'purged' | 'fields'>): 'trashed' | 'purged' | null {
  if (purged) return 'purged'
  return (fields[TRASHED_AT] ?? null) !== null || isDeletedForGood(fields) ? 'trashed' : null
}
