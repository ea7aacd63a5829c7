/** The judgements of a device, each one rule of SYNC.md section 7 and nothing else. Pure. */
import { isSameJson } from '../json.ts'
import type { Cell, Stamp } from '../record.ts'
import { compareStamps } from '../stamp.ts'
import type { DeviceMeta, EntryName, HeldRecord, OutboxEntry } from './port.ts'

/** Where the shape starts. */
export const START = '-1'

/** Where a batch was asked from. */
export interface Place {
  readonly handle: string | null
  readonly offset: string
}

/** Exactly the entries an answer names go: by field, stamp and value, for a copied disk can make one stamp twice. */
export function clears(entry: EntryName, named: EntryName): boolean {
  return (
    entry.field === named.field && compareStamps(entry.stamp, named.stamp) === 0 && isSameJson(entry.value, named.value)
  )
}

/** A batch that was asked from anywhere else than where this device stands now is an answer of the past. */
export function continues({ handle, offset }: DeviceMeta, from: Place): boolean {
  return handle === from.handle && offset === from.offset
}

/** Greater or not: a lesser cell belongs in the history. */
export function differs(mine: Cell, theirs: Cell | null): boolean {
  return theirs === null || compareStamps(mine.s, theirs.s) !== 0 || !isSameJson(mine.v, theirs.v)
}

export interface PurgeHere {
  readonly record: HeldRecord
  readonly entries: readonly OutboxEntry[]
  /** Of the purge: what it knew of. */
  readonly stamps: Readonly<Record<string, Stamp>>
  readonly isComparing: boolean
}

/**
 * Whether a purge would take something it did not know of: an entry not acknowledged, or a value later than any it knew. What lives here
 * is looked at more closely while a new epoch is read: an earlier value that differs may be what the restore lost.
 */
export function isLost({ record, entries, stamps, isComparing }: PurgeHere): boolean {
  if (entries.length > 0) return true
  const isTrashed = (record.fields.trashed_at ?? null) !== null
  return Object.entries(record.stamps).some(([field, stamp]) => {
    const theirs = stamps[field]
    if (theirs === undefined) return true
    const order = compareStamps(stamp, theirs)
    return order > 0 || (order !== 0 && isComparing && !isTrashed)
  })
}
