/** The join (SYNC.md section 1): for each field, the greater cell. Commutative, associative, idempotent; the same on device and server. */
import { canonicalJson, compareBytes, isSameJson } from './json.ts'
import type { Cell, Json, Stamp, SyncRecord } from './record.ts'
import { compareStamps } from './stamp.ts'

/** By stamp, then (a copied disk can make equal stamps) by the bytes of the value in canonical JSON. 1: the first is greater. */
export function compareCells(one: Cell, other: Cell): -1 | 0 | 1 {
  const order = compareStamps(one.s, other.s)
  if (order !== 0) return order < 0 ? -1 : 1
  return isSameJson(one.v, other.v) ? 0 : compareBytes(canonicalJson(one.v), canonicalJson(other.v))
}

/** What a field of a record holds; null: nothing. */
export function cellOf(record: SyncRecord | null, field: string): Cell | null {
  const s = record?.stamps[field]
  return s === undefined || record === null || record.purged ? null : { v: record.fields[field] ?? null, s }
}

/** `one` itself when `other` has nothing that it lacks. Purged is for good: values go, the greater of the stamps stay. */
export function mergeRecords(one: SyncRecord | null, other: SyncRecord, compare = compareCells): SyncRecord {
  if (one === null) return other
  const isPurged = one.purged || other.purged
  if (isPurged) return mergePurged(one, other)
  let fields: Record<string, Json> | null = null
  let stamps: Record<string, Stamp> | null = null
  for (const [field, s] of Object.entries(other.stamps)) {
    const mine = one.stamps[field]
    const v = other.fields[field] ?? null
    if (mine !== undefined && compare({ v: one.fields[field] ?? null, s: mine }, { v, s }) >= 0) continue
    fields ??= { ...one.fields }
    stamps ??= { ...one.stamps }
    fields[field] = v
    stamps[field] = s
  }
  return fields === null || stamps === null ? one : { ...one, fields, stamps }
}

function mergePurged(one: SyncRecord, other: SyncRecord): SyncRecord {
  let stamps: Record<string, Stamp> | null = null
  for (const [field, s] of Object.entries(other.stamps)) {
    const mine = one.stamps[field]
    if (mine !== undefined && compareStamps(mine, s) >= 0) continue
    stamps ??= { ...one.stamps }
    stamps[field] = s
  }
  return one.purged && stamps === null ? one : { ...one, fields: {}, stamps: stamps ?? one.stamps, purged: true }
}
