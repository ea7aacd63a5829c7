/**
 * What the rules of a device ask of its storage. Synchronous, because a rule runs inside one transaction; the library implements it
 * over SQLite, the simulator over maps. Nothing in here decides anything.
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
  /** Server time, milliseconds. */
  readonly at: number
}

export interface DevicePort {
  meta(): DeviceMeta
  setMeta(change: Partial<DeviceMeta>): void
  record(key: RecordKey): HeldRecord | null
  putRecord(record: HeldRecord): void
  /** Records whose gen is less than this one, oldest id first; `limit` at most. */
  recordsBefore(gen: number, limit: number): readonly HeldRecord[]
  /** Every record is as before the first reading: tombstones go, values stay. */
  forgetTombstones(): void
  entriesOf(key: RecordKey): readonly OutboxEntry[]
  /** Not held, oldest stamp first, whole records: as many as fit, `records` at most. */
  entriesToSend(records: number): readonly OutboxEntry[]
  /** Adds it, or changes base, again and held of the one that is there. */
  putEntry(entry: OutboxEntry): void
  /** Does nothing when it is not there. */
  dropEntry(entry: Pick<OutboxEntry, 'table' | 'id' | 'field' | 'value' | 'stamp'>): void
  putAside(record: AsideRecord): void
  aside(key: RecordKey): AsideRecord | null
  dropAside(key: RecordKey): void
  /** Memberships and files that name this record in a field: what follows it to a new id. */
  recordsNaming(id: string): readonly HeldRecord[]
}
