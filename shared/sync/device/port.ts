/**
 * What the rules of a device ask of its storage. Synchronous, because a rule runs inside one transaction; the library implements it
 * over SQLite, the simulator over maps. Nothing in here decides anything. Whatever can be many comes and goes as a list: a first
 * reading of 15,651 records has to be applied in about two seconds.
 */
import type { Json, RecordKey, Stamp, SyncRecord } from '../record.ts'

/** A value that was typed here and is not known to be stored. Unique by all but base, again and held. */
export interface OutboxEntry extends RecordKey {
  readonly field: string
  readonly value: Json
  readonly stamp: Stamp
  /** The stamp it was typed over; null: over nothing, or not known. */
  readonly base: Stamp | null
  /** Sent because a new reading found the server without it, not because it was typed. */
  readonly again: boolean
  /** Refused or failed: kept, and not sent until the record is edited or it is time to try again. */
  readonly held: Held | null
}

/** Which entry: what an answer names it by, within its record. */
export type EntryName = Pick<OutboxEntry, 'field' | 'value' | 'stamp'>

export interface Held {
  readonly outcome: 'refused' | 'failed'
  readonly code: string
  /** A sentence for the quilter. */
  readonly message: string
  /** Server time, milliseconds. */
  readonly at: number
}

/** What one device remembers of its talks with the cloud. */
export interface DeviceMeta {
  /** Made with the library; another one is taken when the library turns out to be a copy. */
  readonly device: string
  /** Null before the first contact. */
  readonly epoch: string | null
  /** Of the shape: null and `-1` before a reading. */
  readonly handle: string | null
  readonly offset: string
  /** Greatest server time heard, milliseconds. */
  readonly heard: number
  /** Greatest seq known. */
  readonly known: number
  /** Number of the present reading. */
  readonly gen: number
  /** What is added to the wall clock, milliseconds. */
  readonly clockOffset: number
  /** While a new epoch (or a digest that differs) is read for the first time: what differs is sent again. */
  readonly isComparing: boolean
}

/** A record as this device holds it. */
export interface HeldRecord extends SyncRecord {
  /** The reading that last named it; 0: only ever made here. */
  readonly gen: number
}

/** A record that was purged while this device held something of it the purge did not know. */
export interface AsideRecord extends SyncRecord {
  /** Values typed here that were not the record's own any more when it was purged. */
  readonly entries: readonly OutboxEntry[]
  /** Server time, milliseconds. */
  readonly at: number
}

export interface DevicePort {
  meta(): DeviceMeta
  setMeta(change: Partial<DeviceMeta>): void
  /** In the order of the keys; null: not here. */
  records(keys: readonly RecordKey[]): readonly (HeldRecord | null)[]
  /** Every record here (of this bucket of the digest, if one is given), tombstones too, in any order. */
  everyRecord(bucket?: number): Iterable<HeldRecord>
  putRecords(records: readonly HeldRecord[]): void
  /** Not purged, with a gen less than this one; `limit` at most. */
  recordsBefore(gen: number, limit: number): readonly HeldRecord[]
  /** Every purged record goes without a trace; records with values stay. */
  forgetTombstones(): void
  /** All of one record, held ones too, in any order. */
  entriesOf(key: RecordKey): readonly OutboxEntry[]
  /** Not held, whole records, those with the oldest stamp first: as many as fit, `records` at most. */
  entriesToSend(records: number): readonly OutboxEntry[]
  /** Records with an entry that is held, and whether any entry is not. */
  heldKeys(): readonly RecordKey[]
  hasEntriesToSend(): boolean
  /** Adds each, or changes base, again and held of the one that is there. */
  putEntries(entries: readonly OutboxEntry[]): void
  /** Does nothing for one that is not there. */
  dropEntries(key: RecordKey, entries: readonly EntryName[]): void
  /** Replaces the one of that key. */
  putAside(record: AsideRecord): void
  aside(key: RecordKey): AsideRecord | null
  dropAside(key: RecordKey): void
  /** Live and trashed records that have this id as the value of a field: memberships and files, what follows it to a new id. */
  recordsNaming(id: string): readonly HeldRecord[]
}
