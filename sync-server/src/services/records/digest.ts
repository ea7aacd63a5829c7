/** Hashes by which a device and the cloud find that they differ. */
import { type Kysely, sql } from 'kysely'
import type { TenantDb } from '#server/db/tenant.ts'
import { BUCKETS, NO_HASH, signedToHash } from '#shared/sync/digest.ts'

export interface Digest {
  readonly seq: number
  readonly buckets: string[]
}

export interface BucketDigest {
  readonly seq: number
  readonly records: { table: string; id: string; hash: string; stamps: Record<string, [number, number, string]> }[]
}

/** The hash of each of the 256 buckets, and the seq they are of: one statement, so that both are of one moment. */
export async function readDigest(db: Kysely<TenantDb>): Promise<Digest> {
  const { rows } = await sql<{ seq: number; bucket: number | null; hash: string | null }>`
    select c.seq, r.bucket, r.hash from feed_counter c
    left join (select bucket, bit_xor(hash)::text as hash from record group by bucket) r on true`.execute(db)
  const buckets = new Array<string>(BUCKETS).fill(NO_HASH)
  for (const { bucket, hash } of rows)
    if (bucket !== null && hash !== null) buckets[bucket] = signedToHash(BigInt(hash))
  return { seq: rows[0]!.seq, buckets }
}

interface BucketRow {
  seq: number
  table_name: string | null
  row_id: string
  hash: string
  stamps: Record<string, [number, number, string]>
}

/** The hash and the stamps of every record of one bucket. */
export async function readBucket(db: Kysely<TenantDb>, bucket: number): Promise<BucketDigest> {
  const { rows } = await sql<BucketRow>`
    select c.seq, r.table_name, r.row_id, r.hash::text as hash, r.stamps from feed_counter c
    left join record r on r.bucket = ${bucket} order by r.table_name, r.row_id`.execute(db)
  const records = rows.flatMap(({ table_name, row_id, hash, stamps }) =>
    table_name === null ? [] : [{ table: table_name, id: row_id, hash: signedToHash(BigInt(hash)), stamps }],
  )
  return { seq: rows[0]!.seq, records }
}
