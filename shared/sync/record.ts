/** What is synced: records of cells. Pure; the same on a device and in the cloud. */

/** Any JSON value a cell may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Hybrid logical clock: milliseconds since 1970 UTC, counter within the millisecond, device. Compared in that order. */
export type Stamp = readonly [ms: number, counter: number, device: string]

/** One value of one field, and when and where it was typed. */
export interface Cell {
  readonly v: Json
  readonly s: Stamp
}

/** Which record: a table's name and an id made on the device. */
export interface RecordKey {
  readonly table: string
  readonly id: string
}

/** A record as device and cloud exchange it. A purged one keeps its stamps and has no values. */
export interface SyncRecord extends RecordKey {
  readonly fields: Readonly<Record<string, Json>>
  /** Exactly the stamps of `fields`, or, of a purged record, those of the values that went. */
  readonly stamps: Readonly<Record<string, Stamp>>
  readonly purged: boolean
}
