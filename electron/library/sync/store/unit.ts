/**
 * Records as the rules see them, over the quilter's tables, for as long as one transaction lasts. What is asked for is read once and
 * kept in memory; what the rules put is written when the transaction ends (or when a question needs the tables themselves), so that a
 * record whose ten fields get ten entries is written once.
 */
import type { HeldRecord, OutboxEntry } from '#shared/sync/device/port.ts'
import type { Json, RecordKey, Stamp } from '#shared/sync/record.ts'
import type { AppliedChange } from '#library/db/commit.ts'
import type { WriteDb } from '#library/db/handles.ts'
import type { Fields, FieldValue, SyncedTable } from '#library/db/synced.ts'
import { purgePatterns } from '#library/db/tables/purge.ts'
import { CREATED_AT, shelfOf, TRASHED_AT } from './columns.ts'
import {
  createOwners,
  hashesKeptAwayBy,
  isDeletedForGood,
  keysKeptAwayBy,
  keysOfPattern,
  type Owners,
} from './owners.ts'
import { pack } from './packed.ts'
import {
  deleteTyped,
  insertStored,
  insertTyped,
  readBrake,
  readStored,
  replaceEntries,
  type StoredRow,
  updateStored,
  updateTyped,
} from './queries.ts'
import { newSlot, readSlot, type Slot } from './slot.ts'

export interface Unit {
  slot(key: RecordKey): Slot
  /** The same of a record whose row was changed in this transaction: as it was before, when these fields held this. */
  slotOfChanged(key: RecordKey, before: Fields): Slot
  /** The same of a record whose row was made in this transaction, and is known. */
  slotOfNew(key: RecordKey, row: Fields): Slot
  /** It is written at the next flush, also when it is the same: where it stands may be another place. */
  touch(slot: Slot): void
  flush(): void
  /** What is kept of these, and is written, is read anew when it is next asked for. */
  forget(which: (slot: Slot) => boolean): void
  /** What was written into the quilter's tables so far. */
  readonly changes: readonly AppliedChange[]
  /** Hashes of the files of patterns that were purged: perhaps nothing needs them any more. */
  freed(): readonly string[]
  /** Nobody will ask for this record again: what was set aside of it goes. */
  letGo(key: RecordKey): void
}

export interface UnitOptions {
  /** Looks at what is about to be written; may put patterns on the brake. */
  readonly beforeFlush?: (slots: readonly Slot[]) => void
}

const slotName = ({ table, id }: RecordKey): string => `${table} ${id}`

/** Lives inside one `db.transaction`; thrown away when that is rolled back. */
export function createUnit(db: WriteDb, { beforeFlush }: UnitOptions = {}): Unit {
  const slots = new Map<string, Slot>()
  const dirty = new Set<Slot>()
  const changes: AppliedChange[] = []
  const gone = new Set<string>()
  const owners: Owners = createOwners(db)
  let braked: ReadonlySet<string> = brakedNow()

  function brakedNow(): ReadonlySet<string> {
    return new Set(readBrake(db).map(({ id }) => id))
  }

  function slot(key: RecordKey): Slot {
    const known = slots.get(slotName(key))
    if (known) return known
    const made = readSlot(db, key)
    slots.set(slotName(key), made)
    return made
  }

  function slotOfChanged(key: RecordKey, before: Fields): Slot {
    const known = slots.get(slotName(key))
    if (known) return known
    const made = readSlot(db, key, before)
    slots.set(slotName(key), made)
    return made
  }

  function slotOfNew(key: RecordKey, row: Fields): Slot {
    const known = slots.get(slotName(key))
    if (known) return known
    // Known already, of a record that was not whole: now it has its row.
    const made = readStored(db, key) === undefined ? newSlot(key) : readSlot(db, key)
    made.row = row
    slots.set(slotName(key), made)
    return made
  }

  function touch(one: Slot): void {
    dirty.add(one)
  }

  function flush(): void {
    // Writing one may move others: what a pattern had follows it away and back.
    for (let round = [...dirty]; round.length > 0; round = [...dirty]) {
      dirty.clear()
      if (beforeFlush) {
        beforeFlush(round)
        braked = brakedNow()
      }
      const made: (RecordKey & StoredRow)[] = []
      const back = round.filter(one => write(one, made))
      insertStored(db, made)
      for (const { key } of back) for (const kept of keysKeptAwayBy(db, key.id)) touch(slot(kept))
    }
  }

  /** Whether it is a pattern that was away and is not any more. A row of sync_row that is new goes to `made`. */
  function write(one: Slot, made: (RecordKey & StoredRow)[]): boolean {
    const { record, key } = one
    if (record === null) {
      writeEntries(one, one.entries)
      return false
    }
    const place = placeOf(one, record)
    const { cells, waiting, rest } = pack(record, one.entries)
    writeEntries(one, rest)
    const stored: StoredRow = {
      cells,
      extra: place.extra === null ? null : JSON.stringify(place.extra),
      purged: record.purged ? 1 : 0,
      away: place.row === undefined ? 1 : 0,
      owner: place.owner,
      gen: record.gen,
      waiting,
    }
    writeRow(one, record, place.row)
    if (one.stored === undefined) made.push({ ...key, ...stored })
    else if (!isSameStored(one.stored, stored)) updateStored(db, key, stored)
    const wasAway = one.stored?.away === 1
    Object.assign(one, { stored, row: place.row })
    if (key.table !== 'pattern') return false
    owners.set(key.id, stored.away === 1)
    if (record.purged && stored.away === 1) gone.add(key.id)
    return wasAway && stored.away === 0
  }

  /** Those that need rows of their own. */
  function writeEntries(one: Slot, rest: readonly OutboxEntry[]): void {
    if (one.hasEntryRows || rest.length > 0) replaceEntries(db, one.key, rest)
    one.hasEntryRows = rest.length > 0
  }

  function writeRow({ key, table, row: before }: Slot, record: HeldRecord, after: Fields | undefined): void {
    if (table === null) return
    const changedAt = greatestMs(record.stamps)
    if (after === undefined) {
      if (table === 'pattern') removePattern(key.id)
      if (before === undefined) return
      if (table !== 'pattern') deleteTyped(db, table, key.id)
      changes.push(goneChange(key, table, before, changedAt))
    } else if (before === undefined) {
      insertTyped(db, table, key.id, after, changedAt)
      changes.push({ table, id: key.id, before: null, after })
    } else {
      const different = Object.keys(after).filter(field => after[field] !== before[field])
      if (different.length === 0) return
      const pick = (fields: Fields) => Object.fromEntries(different.map(field => [field, fields[field] ?? null]))
      updateTyped(db, table, key.id, pick(after), changedAt)
      changes.push({ table, id: key.id, before: pick(before), after: pick(after) })
    }
  }

  /** With all that is its own, as "Delete for good" does; the records of that stay, and find their place anew. */
  function removePattern(id: string): void {
    for (const key of keysOfPattern(db, id)) {
      const one = slot(key)
      touch(one)
      if (one.row !== undefined && one.table !== null) changes.push(goneChange(key, one.table, one.row, 0))
      one.row = undefined
    }
    purgePatterns(db, [id])
  }

  /** Where the values of a record stand. */
  function placeOf({ table, key, row }: Slot, record: HeldRecord): Place {
    const away = (owner: string | null): Place => ({
      row: undefined,
      extra: record.purged ? null : { ...record.fields },
      owner,
    })
    if (table === null) return away(null)
    const isBraked = table === 'pattern' && row !== undefined && braked.has(key.id)
    if (record.purged) return isBraked ? { row, extra: null, owner: null } : away(null)
    const owner = owners.awayOwnerOf(table, record.fields)
    if (owner !== null) return away(owner)
    if (table === 'pattern' && !isBraked && isDeletedForGood(record.fields)) return away(null)
    const shelf = shelfOf(db, table)
    const hasPlace = (field: string): boolean => {
      const value = record.fields[field]
      return shelf.fits(field, value) || shelf.instead(field, value) !== null
    }
    if (row === undefined && !shelf.needed.every(hasPlace)) return away(null)
    const set: Record<string, FieldValue> = {}
    const extra: Record<string, Json> = {}
    for (const field of Object.keys(record.stamps)) {
      const value = record.fields[field] ?? null
      const isShownStill = isBraked && field === TRASHED_AT && value !== null
      if (isShownStill || !shelf.fits(field, value)) extra[field] = value
      else set[field] = value
    }
    for (const field of shelf.names)
      if (!(field in set)) set[field] = shelf.instead(field, extra[field]) ?? row?.[field] ?? shelf.unset(field)
    set[CREATED_AT] ??= leastMs(record.stamps)
    return { row: set, extra: Object.keys(extra).length === 0 ? null : extra, owner: null }
  }

  function forget(which: (one: Slot) => boolean): void {
    for (const [name, one] of slots) if (!dirty.has(one) && which(one)) slots.delete(name)
  }

  return {
    slot,
    slotOfChanged,
    slotOfNew,
    touch,
    flush,
    forget,
    changes,
    freed: () => (gone.size === 0 ? [] : hashesKeptAwayBy(db, [...gone])),
    letGo({ table, id }) {
      if (table === 'pattern') gone.add(id)
    },
  }
}

/** As if it were in the trash: what follows for words and windows is the same. */
function goneChange({ id }: RecordKey, table: SyncedTable, row: Fields, at: number): AppliedChange {
  return { table, id, before: row, after: { ...row, [TRASHED_AT]: at } }
}

interface Place {
  /** Undefined: it has no row in its table. */
  readonly row: Fields | undefined
  readonly extra: Readonly<Record<string, Json>> | null
  readonly owner: string | null
}

function isSameStored(one: StoredRow, other: StoredRow): boolean {
  return (Object.keys(other) as (keyof StoredRow)[]).every(field => one[field] === other[field])
}

type Stamps = Readonly<Record<string, Stamp>>

/** When the record was last changed anywhere. */
function greatestMs(stamps: Stamps): number {
  return Object.values(stamps).reduce((greatest, [ms]) => Math.max(greatest, ms), 0)
}

function leastMs(stamps: Stamps): number {
  return Object.values(stamps).reduce((least, [ms]) => Math.min(least, ms), Number.MAX_SAFE_INTEGER)
}
