/**
 * What the server does with one record of a push (SYNC.md section 7, "server: push"). Pure: the caller has locked the tenant's
 * `feed_counter`, stands in a savepoint, and writes what comes out of here.
 */
import { isSameJson, isStorable, isStorableText } from '../json.ts'
import { cellOf } from '../merge.ts'
import { type Policies, RULES } from '../policies.ts'
import type { Cell, Json, Stamp, SyncRecord } from '../record.ts'
import { compareStamps } from '../stamp.ts'
import type { PushEntry, PushRecord } from '../wire.ts'
import { EARLY_MS } from './early.ts'

/** A value that lost. It goes to the record's history, where (field, stamp, value) stands once: the first that comes stays. */
export interface LostCell {
  readonly field: string
  readonly cell: Cell
  /** Neither hand knew of the other's value: shown to the owner in words. */
  readonly isConflict: boolean
}

export type Admission =
  | {
      readonly outcome: 'stored'
      readonly record: SyncRecord
      /** False: no seq is taken and the record's night stays. History may have grown all the same. */
      readonly isChanged: boolean
      readonly history: readonly LostCell[]
      readonly named: readonly number[]
      readonly renew: boolean
    }
  | {
      readonly outcome: 'clock'
      readonly named: readonly number[]
      readonly stored: Readonly<Record<string, Stamp>>
    }
  | { readonly outcome: 'purged'; readonly stamps: Readonly<Record<string, Stamp>> }
  | {
      readonly outcome: 'refused'
      readonly named: readonly number[]
      readonly code: string
      readonly message: string
    }

export interface Refusal {
  readonly code: string
  /** A sentence for the quilter. */
  readonly message: string
}

export interface AdmitAt {
  /** The server's clock, milliseconds. */
  readonly now: number
  /** What the request says the device has heard, milliseconds. */
  readonly heard: number
  /** What the server asks of tables it knows: too large, not valid. */
  readonly refuse?: (record: PushRecord) => Refusal | null
}

/** Twice the same changes nothing: an entry that is there already is equal, one that lost is in the history. */
export function admit(stored: SyncRecord | null, asked: PushRecord, at: AdmitAt, rules: Policies = RULES): Admission {
  if (stored?.purged) return { outcome: 'purged', stamps: stored.stamps }
  const refusal = unstorable(asked) ?? at.refuse?.(asked) ?? null
  if (refusal !== null) return { outcome: 'refused', named: everyPlace(asked), ...refusal }
  const latest = Math.min(at.heard, at.now) + EARLY_MS
  const early = rules.earlyEntries(stored, asked, latest)
  if (early.length > 0) return { outcome: 'clock', named: early, stored: storedStamps(stored, asked, early) }
  return store(stored, asked, rules, latest)
}

function store(stored: SyncRecord | null, asked: PushRecord, rules: Policies, latest: number): Admission {
  const fields: Record<string, Json> = { ...stored?.fields }
  const stamps: Record<string, Stamp> = { ...stored?.stamps }
  const history: LostCell[] = []
  let isChanged = stored === null
  let renew = false
  for (const entry of asked.entries) {
    const { field } = entry
    const cell: Cell = { v: entry.value, s: rules.stampStored(entry, latest) }
    const s = stamps[field]
    const present: Cell | null = s === undefined ? null : { v: fields[field] ?? null, s }
    const order = present === null ? 1 : rules.compareCells(cell, present)
    if (present !== null && compareStamps(cell.s, present.s) === 0 && !isSameJson(cell.v, present.v)) renew = true
    if (order === 0) continue
    if (present !== null)
      history.push({ field, cell: order > 0 ? present : cell, isConflict: isConflict(entry, present) })
    if (order < 0) continue
    fields[field] = cell.v
    stamps[field] = cell.s
    isChanged = true
  }
  const record = { table: asked.table, id: asked.id, fields, stamps, purged: false }
  return { outcome: 'stored', record, isChanged, history, named: everyPlace(asked), renew }
}

function isConflict(entry: PushEntry, present: Cell): boolean {
  if (entry.again || isSameJson(entry.value, present.v) || entry.stamp[2] === present.s[2]) return false
  return entry.base === null || compareStamps(present.s, entry.base) > 0
}

/** What no database of ours can hold, and the one name that JavaScript's objects keep to themselves. */
function unstorable({ table, id, entries }: PushRecord): Refusal | null {
  const names = [table, id, ...entries.flatMap(({ field, stamp }) => [field, stamp[2]])]
  if (
    entries.every(({ value }) => isStorable(value)) &&
    names.every(name => isStorableText(name) && name !== '__proto__')
  )
    return null
  return { code: 'not-storable', message: 'There is a character in it that cannot be backed up.' }
}

function storedStamps(stored: SyncRecord | null, { entries }: PushRecord, places: readonly number[]) {
  const stamps: Record<string, Stamp> = {}
  for (const place of places) {
    const { field } = entries[place]!
    const cell = cellOf(stored, field)
    if (cell !== null) stamps[field] = cell.s
  }
  return stamps
}

function everyPlace({ entries }: PushRecord): number[] {
  return entries.map((_, place) => place)
}
