/** `device: batch` of SYNC.md section 7: what the feed brings is merged, and where the feed stands is part of the same transaction. */
import { cellOf, mergeRecords } from '../merge.ts'
import { type Policies, RULES } from '../policies.ts'
import type { SyncRecord } from '../record.ts'
import { clears, type Place, START } from './judge.ts'
import type { AsideRecord, DevicePort, HeldRecord, OutboxEntry } from './port.ts'
import { readAgain } from './read-again.ts'
import { tombstone } from './tombstone.ts'

export interface FeedRow extends SyncRecord {
  readonly seq: number
}

export interface FeedBatch {
  /** Of the answer's headers, as are handle and offset: where the feed stands after this batch. */
  readonly epoch: string
  readonly handle: string
  readonly offset: string
  /** What the request said. */
  readonly from: Place
  readonly rows: readonly FeedRow[]
  readonly upToDate: boolean
}

export interface AppliedRecord {
  readonly before: HeldRecord | null
  readonly after: HeldRecord
}

export interface BatchTaken {
  /** Not a row of it was looked at; its place is not where this device stands. */
  readonly isThrownAway: boolean
  /** Everything is read again: open a new stream, unless the batch is the first of it. */
  readonly readAgain: boolean
  /** Rows that are another than before, one of each record, in the order they came. */
  readonly applied: readonly AppliedRecord[]
  readonly aside: readonly AsideRecord[]
}

/** Rows that the new epoch never named are looked up this many at a time. */
const UNNAMED_AT_ONCE = 1000

/** After `learn`, in ONE transaction with it: rows, place and known are stored together or not at all. */
export function takeBatch(port: DevicePort, batch: FeedBatch, rules: Policies = RULES): BatchTaken {
  const meta = port.meta()
  if (!rules.continues(meta, batch.from)) return thrownAway(false)
  if (batch.epoch !== meta.epoch) {
    readAgain(port, { why: 'epoch', epoch: batch.epoch, successor: batch.handle })
    if (batch.from.offset !== START) return thrownAway(true)
  } else if (meta.handle !== null && batch.handle !== meta.handle && batch.from.offset !== START) {
    readAgain(port, { why: 'handle', successor: batch.handle })
    return thrownAway(true)
  }
  const taken = mergeRows(port, batch.rows, rules)
  const { known, gen, isComparing } = port.meta()
  if (batch.upToDate && isComparing) {
    if (rules.sendsUnnamedRows) sendUnnamed(port, gen)
    port.setMeta({ isComparing: false })
  }
  const seq = batch.rows.reduce((greatest, row) => Math.max(greatest, row.seq), known)
  port.setMeta({ handle: batch.handle, offset: batch.offset, known: seq })
  return { isThrownAway: false, readAgain: false, ...taken }
}

export interface FeedGone {
  /** Of the answer's header. */
  readonly epoch: string
  /** The handle to go on with. */
  readonly successor: string | null
  readonly from: Place
}

/** The feed answered 409. After `learn`, in one transaction with it. True: everything is read again, open a new stream. */
export function takeGone(port: DevicePort, { epoch, successor, from }: FeedGone, rules: Policies = RULES): boolean {
  const meta = port.meta()
  if (!rules.continues(meta, from)) return false
  readAgain(port, epoch === meta.epoch ? { why: 'handle', successor } : { why: 'epoch', epoch, successor })
  return true
}

function thrownAway(isReadAgain: boolean): BatchTaken {
  return { isThrownAway: true, readAgain: isReadAgain, applied: [], aside: [] }
}

function mergeRows(port: DevicePort, rows: readonly FeedRow[], rules: Policies) {
  const { gen, isComparing } = port.meta()
  const here = new Map<string, { readonly first: HeldRecord | null; now: HeldRecord | null }>()
  const records = port.records(rows)
  rows.forEach((row, place) => {
    const first = records[place] ?? null
    if (!here.has(nameOf(row))) here.set(nameOf(row), { first, now: first })
  })
  const aside: AsideRecord[] = []
  for (const row of rows) {
    const held = here.get(nameOf(row))!
    if (row.purged) {
      const purged = tombstone(port, row, held.now, rules)
      if (purged.aside !== null) aside.push(purged.aside)
      held.now = purged.after
    } else if (held.now?.purged) {
      // A log may still hold what the record was before its purge.
      held.now = { ...held.now, gen }
    } else {
      if (isComparing && held.now !== null) port.putEntries(differing(port, held.now, row, rules))
      const { seq: _, ...record } = row
      const merged = mergeRecords(held.now, record, rules.compareCells)
      held.now = { ...merged, gen }
    }
  }
  const changed = [...here.values()].filter(({ first, now }) => now !== null && now !== first)
  port.putRecords(changed.map(({ now }) => now!))
  const applied = changed
    .filter(({ first, now }) => !isSame(first, now!))
    .map(({ first, now }) => ({ before: first, after: now! }))
  return { applied, aside }
}

/** What this device has otherwise than the new epoch: sent again, whichever is greater. Typed entries stay what they are. */
function differing(port: DevicePort, here: HeldRecord, row: SyncRecord, rules: Policies): OutboxEntry[] {
  const fields = Object.keys(here.stamps).filter(field => rules.differs(cellOf(here, field)!, cellOf(row, field)))
  return fields.length === 0 ? [] : againEntries(port, here, fields)
}

/** Rows the new epoch never named go whole. */
function sendUnnamed(port: DevicePort, gen: number): void {
  for (;;) {
    const records = port.recordsBefore(gen, UNNAMED_AT_ONCE)
    if (records.length === 0) return
    port.putEntries(records.flatMap(record => againEntries(port, record, Object.keys(record.stamps))))
    // Once is enough: they are in the outbox now.
    port.putRecords(records.map(record => ({ ...record, gen })))
  }
}

function againEntries(port: DevicePort, here: HeldRecord, fields: readonly string[]): OutboxEntry[] {
  const entries = port.entriesOf(here)
  return fields.flatMap(field => {
    const { v: value, s: stamp } = cellOf(here, field)!
    const isThere = entries.some(entry => clears(entry, { field, value, stamp }))
    return isThere ? [] : { table: here.table, id: here.id, field, value, stamp, base: null, again: true, held: null }
  })
}

function isSame(before: HeldRecord | null, after: HeldRecord): boolean {
  return (
    before !== null &&
    before.purged === after.purged &&
    before.fields === after.fields &&
    before.stamps === after.stamps
  )
}

function nameOf({ table, id }: SyncRecord): string {
  return `${table} ${id}`
}
