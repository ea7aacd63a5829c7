import type { Json, RecordKey, Stamp } from '#shared/sync/record.ts'
import { nextStamp } from '#shared/sync/stamp.ts'
import { isDerived } from '#shared/sync/ids.ts'
import type { DevicePort, OutboxEntry } from '#shared/sync/device/port.ts'
import { writeFields } from '#shared/sync/device/write.ts'
import type { AppliedChange } from '#library/db/commit.ts'
import type { WriteDb } from '#library/db/handles.ts'
import type { Fields } from '#library/db/synced.ts'
import { CREATED_AT, shelfOf, TRASHED_AT } from './columns.ts'
import { createPort } from './port.ts'
import { readTyped } from './queries.ts'
import type { Slot } from './slot.ts'
import { createUnit } from './unit.ts'

/**
 * Stamps what was just written into the quilter's tables and puts it into the outbox: `write(field, v)` of SYNC.md section 7, in the same
 * transaction as the write itself. Every local write of a synced table comes through here (commit.ts, undo/walk.ts, backup/salvage.ts).
 *
 * @param now this computer's clock, milliseconds
 */
export function stampChanges(db: WriteDb, changes: readonly AppliedChange[], now: number): void {
  if (changes.length === 0) return
  const unit = createUnit(db)
  const port = createPort(db, unit)
  const first = firstValues(changes)
  const met = new Set<Slot>()
  for (const change of changes) {
    const { table, id, before, after } = change
    const slot =
      before === null
        ? unit.slotOfNew({ table, id }, rowOfNew(db, change, now))
        : unit.slotOfChanged({ table, id }, first.get(nameOf(change)) ?? {})
    if (met.has(slot)) slot.row = { ...slot.row, ...after }
    else if (slot.stored === undefined && before !== null) adoptUnstamped(db, port, slot)
    met.add(slot)
    if (slot.record?.purged) writeAsideFields(port, slot.key, after, now)
    else writeFields(port, { table, id }, before === null ? valuesOfNew(db, slot, after) : after, now)
  }
  unit.flush()
}

/** As `insertRow` made it, without reading it again. */
function rowOfNew(db: WriteDb, { table, after }: AppliedChange, now: number): Fields {
  const shelf = shelfOf(db, table)
  const unset = Object.fromEntries(shelf.names.map(field => [field, shelf.unset(field)]))
  return { ...unset, ...after, [CREATED_AT]: now }
}

/** What each field held before the first of the changes: the tables hold what it is after the last. */
function firstValues(changes: readonly AppliedChange[]): ReadonlyMap<string, Fields> {
  const first = new Map<string, Fields>()
  for (const change of changes.toReversed()) {
    if (change.before === null) first.delete(nameOf(change))
    else first.set(nameOf(change), { ...first.get(nameOf(change)), ...change.before })
  }
  return first
}

/**
 * Of a new record only what somebody set: a value that nobody set would come in over one that was set on another computer, where the id
 * is derived and both made the record. There, that it is not in the trash is said too: making it says so.
 */
function valuesOfNew(db: WriteDb, { table, row, stored, key }: Slot, after: Fields): Readonly<Record<string, Json>> {
  const values: Record<string, Json> = { [CREATED_AT]: row?.[CREATED_AT] ?? null }
  if (isDerived(key.id)) values[TRASHED_AT] = null
  for (const [field, value] of Object.entries(after)) {
    const isUnset = table !== null && stored === undefined && value === shelfOf(db, table).unset(field)
    if (!isUnset) values[field] = value
  }
  return values
}

/** A row without stamps, as a safety copy or a tool may leave one: it counts as typed here when it was last changed. */
export function adoptUnstamped(db: WriteDb, port: DevicePort, { table, key, row }: Slot): void {
  if (table === null || row === undefined) return
  const shelf = shelfOf(db, table)
  const changedAt = Math.max(readTyped(db, table, key.id)?.changed_at ?? 0, 0)
  const stamp: Stamp = [changedAt, 0, port.meta().device]
  const set = shelf.names.filter(field => field === TRASHED_AT || (row[field] ?? null) !== shelf.unset(field))
  const fields = Object.fromEntries(set.map(field => [field, row[field] ?? null]))
  const stamps = Object.fromEntries(set.map(field => [field, stamp]))
  port.putRecords([{ ...key, fields, stamps, purged: false, gen: 0 }])
  port.putEntries(
    set.map(
      (field): OutboxEntry => ({
        ...key,
        field,
        value: fields[field] ?? null,
        stamp,
        base: null,
        again: false,
        held: null,
      }),
    ),
  )
}

/** Purged in the cloud, and still shown because the brake asks first: what she types goes to what was set aside. */
function writeAsideFields(port: DevicePort, key: RecordKey, after: Fields, now: number): void {
  const aside = port.aside(key)
  if (aside === null) return
  const { device, clockOffset: offset, heard } = port.meta()
  const stamps: Record<string, Stamp> = { ...aside.stamps }
  for (const field of Object.keys(after))
    stamps[field] = nextStamp({ field: aside.stamps[field] ?? null, wall: now, offset, heard, device })
  port.putAside({ ...aside, fields: { ...aside.fields, ...after }, stamps })
}

function nameOf({ table, id }: RecordKey): string {
  return `${table} ${id}`
}
