/** Hashes by which a device and the cloud find that they differ without telling each other everything. Pure. */
import { sha256 } from '@noble/hashes/sha2.js'
import { canonicalJson } from './json.ts'
import type { RecordKey, SyncRecord } from './record.ts'

export const BUCKETS = 256
/** Of a bucket without records. */
export const NO_HASH = '0'.repeat(16)

const encoder = new TextEncoder()

/** 16 hex digits: the first 8 bytes of SHA-256 of the canonical {table, id, fields, stamps, purged}. */
export function recordHash({ table, id, fields, stamps, purged }: SyncRecord): string {
  return hex(sha256(encoder.encode(canonicalJson({ table, id, fields, stamps, purged }))).subarray(0, 8))
}

/**
 * By the last two digits of the id, which are random in a UUIDv7 and hashed in a derived id. In SQL:
 * `case when row_id ~ '[0-9a-f]{2}$' then ('x' || right(row_id, 2))::bit(8)::int else 0 end`.
 */
export function bucketOf({ id }: Pick<RecordKey, 'id'>): number {
  return /[0-9a-f]{2}$/.test(id) ? Number.parseInt(id.slice(-2), 16) : 0
}

/** The 256 hashes, of records added one by one. */
export interface BucketSums {
  add(record: SyncRecord): void
  hashes(): string[]
}

export function createBucketSums(): BucketSums {
  const sums = new Array<bigint>(BUCKETS).fill(0n)
  return {
    add(record) {
      const bucket = bucketOf(record)
      sums[bucket] = sums[bucket]! ^ BigInt(`0x${recordHash(record)}`)
    },
    hashes: () => sums.map(sum => sum.toString(16).padStart(16, '0')),
  }
}

/** The 256 hashes of these records. */
export function bucketHashes(records: Iterable<SyncRecord>): string[] {
  const sums = createBucketSums()
  for (const record of records) sums.add(record)
  return sums.hashes()
}

/** As a Postgres `bigint` holds it. */
export function hashToSigned(hash: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${hash}`))
}

export function signedToHash(signed: bigint): string {
  return BigInt.asUintN(64, signed).toString(16).padStart(16, '0')
}

function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
