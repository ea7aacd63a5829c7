/** What a tenant's rows name in the bucket, and what lies there: compared, made to agree, and let go of when the tenant is gone. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { Refusal } from '#server/refusal.ts'
import { type Bucket, type BucketObject, folderOf, hashOfObject } from '#server/services/files/bucket.ts'
import { hasTable } from './fingerprint.ts'

export interface NamedObject {
  readonly hash: string
  readonly bytes: number
  readonly object: string
}

export interface Comparison {
  /** Named by a row, and not there, or not as long as it has to be. */
  readonly missing: readonly NamedObject[]
  readonly cut: readonly NamedObject[]
  /** There, and named by no row. */
  readonly orphans: readonly BucketObject[]
}

/** Read at once, in parts. */
const AT_ONCE = 8
/** What was put this short a while ago may belong to a request that still decides whether it stays. */
const UNDER_WAY_MS = 10 * 60_000

async function named(client: pg.Client): Promise<Map<string, NamedObject>> {
  // A database from before there were files.
  if (!(await hasTable(client, 'file'))) return new Map()
  const { rows } = await client.query<NamedObject>('select hash, bytes, object from file where object is not null')
  return new Map(rows.map(row => [row.object, row]))
}

/**
 * Compares a tenant's rows with its folder, outside any transaction: what comes and goes meanwhile is neither missing nor an orphan, because
 * an object is there before its row and goes after it.
 * @throws Refusal `bucket-missing`
 */
export async function compareWithBucket(
  client: pg.Client,
  bucket: Bucket | null,
  tenantId: string,
): Promise<Comparison> {
  const expected = await named(client)
  if (bucket === null) {
    if (expected.size > 0) throw noBucket(expected.size)
    return { missing: [], cut: [], orphans: [] }
  }
  const cut: NamedObject[] = []
  const strangers: BucketObject[] = []
  for await (const page of bucket.list(folderOf(tenantId))) {
    for (const object of page) {
      const row = expected.get(object.key)
      expected.delete(object.key)
      if (row === undefined) strangers.push(object)
      else if (row.bytes !== object.bytes) cut.push(row)
    }
  }
  const now = await named(client)
  return {
    missing: [...expected.values()].filter(row => now.has(row.object)),
    cut,
    orphans: strangers.filter(({ key }) => !now.has(key)),
  }
}

const noBucket = (files: number) =>
  new Refusal('bucket-missing', `${files} files lie in a bucket, and the settings name none (BOBBIN_S3_ENDPOINT).`)

export interface Agreed {
  /** Rows that went because the bucket has not what they say: computers that have it send it again. */
  readonly forgotten: number
  /** Objects that have a row again. */
  readonly adopted: number
}

/**
 * Makes rows agree with the bucket. Nothing in the bucket goes: what lies there whole is named again, and stays for thirty nights at least
 * (invariant 11: what we say is stored is there). For a database that nobody writes to.
 * @throws Refusal `bucket-missing`
 */
export async function agreeWithBucket(
  client: pg.Client,
  bucket: Bucket | null,
  tenantId: string,
  now: number,
): Promise<Agreed> {
  const { missing, cut, orphans } = await compareWithBucket(client, bucket, tenantId)
  if (bucket === null) return { forgotten: 0, adopted: 0 }
  const whole = await wholeOnes(
    bucket,
    orphans.filter(({ at }) => at.getTime() < now - UNDER_WAY_MS),
  )
  const lost = [...missing, ...cut].map(row => row.hash)
  await client.query('begin')
  await client.query('delete from file where hash = any($1::text[])', [lost])
  // What was begun and never ended is whole now.
  await client.query('delete from file where hash = any($1::text[]) and stored_at is null', [[...whole.keys()]])
  const { rows: adopted } = await client.query<{ hash: string }>(
    `insert into file (hash, bytes, object, stored_at, last_referenced_night)
     select f.hash, f.bytes, f.object, now(), (select night from feed_counter)
     from unnest($1::text[], $2::bigint[], $3::text[]) as f (hash, bytes, object)
     on conflict (hash) do nothing returning hash`,
    [[...whole.keys()], [...whole.values()].map(one => one.bytes), [...whole.values()].map(one => one.key)],
  )
  await client.query('update file_usage set bytes = (select coalesce(sum(bytes), 0) from file)')
  await client.query('commit')
  const found = new Set(adopted.map(row => row.hash))
  return { forgotten: lost.filter(hash => !found.has(hash)).length, adopted: adopted.length }
}

/** By hash, those whose bytes are what their names say. */
async function wholeOnes(bucket: Bucket, objects: readonly BucketObject[]): Promise<Map<string, BucketObject>> {
  const whole = new Map<string, BucketObject>()
  for (let from = 0; from < objects.length; from += AT_ONCE) {
    await Promise.all(
      objects.slice(from, from + AT_ONCE).map(async object => {
        const hash = hashOfObject(object.key)
        if (hash !== null && (await hashOf(bucket, object)) === hash) whole.set(hash, object)
      }),
    )
  }
  return whole
}

async function hashOf(bucket: Bucket, { key, bytes }: BucketObject): Promise<string> {
  const hash = createHash('sha256')
  if (bytes > 0) for await (const part of await bucket.get(key, { from: 0, to: bytes - 1 })) hash.update(part)
  return hash.digest('hex')
}

/** Lets go of everything below a tenant's folder, and of nothing else. Cut off, it is simply done again. @returns how many objects went */
export async function removeFolder(bucket: Bucket, tenantId: string): Promise<number> {
  let removed = 0
  for await (const page of bucket.list(folderOf(tenantId))) {
    if (page.length === 0) continue
    await bucket.remove(page.map(({ key }) => key))
    removed += page.length
  }
  return removed
}

/** @throws Refusal `bucket-missing` when rows of this database name objects */
export async function refuseObjects(client: pg.Client): Promise<void> {
  const { size } = await named(client)
  if (size > 0) throw noBucket(size)
}
