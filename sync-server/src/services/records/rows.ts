/** Records and their history as rows. Everything in here happens in a transaction that holds the lock of `lockCounter`. */
import { createHash } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { planned } from '#server/db/planned.ts'
import type { TenantDb } from '#server/db/tenant.ts'
import { bucketOf, hashToSigned, recordHash } from '#shared/sync/digest.ts'
import { canonicalJson } from '#shared/sync/json.ts'
import type { Json, RecordKey, Stamp, SyncRecord } from '#shared/sync/record.ts'
import type { LostCell } from '#shared/sync/server/admit.ts'

type Db = Kysely<TenantDb>

export interface Counter {
  readonly seq: number
  readonly night: number
}

/** A value that lost, and whose it was. */
export interface HistoryRow extends LostCell {
  readonly key: RecordKey
}

export const keyText = ({ table, id }: RecordKey): string => `${table}\n${id}`

/**
 * Takes the tenant's one lock: pushes, purges and restores run one after another. (Two overlapping merges otherwise lose a field, and seq
 * would not follow the order of commits.)
 */
export async function lockCounter(db: Db): Promise<Counter> {
  const { rows } =
    await sql<Counter>`${planned('lock-counter')} select seq, night from feed_counter for update`.execute(db)
  return rows[0]!
}

interface RecordRow {
  table_name: string
  row_id: string
  fields: Record<string, Json>
  stamps: Record<string, Stamp>
  purged: boolean
}

export const recordOf = (row: RecordRow): SyncRecord => ({
  table: row.table_name,
  id: row.row_id,
  fields: row.fields,
  stamps: row.stamps,
  purged: row.purged,
})

/** The records of these keys that there are, by `keyText`. */
export async function readRecords(db: Db, keys: readonly RecordKey[]): Promise<Map<string, SyncRecord>> {
  const { rows } = await sql<RecordRow>`
    ${planned('records')} select r.table_name, r.row_id, r.fields, r.stamps, r.purged
    from unnest(${keys.map(key => key.table)}::text[], ${keys.map(key => key.id)}::text[]) as k (t, i)
    join record r on r.table_name = k.t and r.row_id = k.i`.execute(db)
  return new Map(rows.map(row => [keyText({ table: row.table_name, id: row.row_id }), recordOf(row)]))
}

/**
 * Writes whole records, each taking a seq. `isNew`: by `keyText`, those there was no row of.
 * @param before as it was locked
 * @returns the greatest seq then
 */
export async function writeRecords(
  db: Db,
  records: readonly SyncRecord[],
  isNew: (record: SyncRecord) => boolean,
  before: Counter,
): Promise<number> {
  const { seq, night } = before
  // Not one statement with `on conflict`: its trigger would take a seq for the insert that does not happen.
  const [added, changed] = [records.filter(isNew), records.filter(record => !isNew(record))]
  const inserted = await write(
    db,
    'add-records',
    added,
    rows => sql`
      insert into record (table_name, row_id, fields, stamps, purged, changed_night, hash, bucket)
      select t, i, f, s, p, ${night}, h, b from ${rows}`,
  )
  const updated = await write(
    db,
    'change-records',
    changed,
    rows => sql`
      update record set fields = f, stamps = s, purged = p, changed_night = ${night}, hash = h, bucket = b
      from ${rows} where table_name = t and row_id = i`,
  )
  return Math.max(seq, inserted, updated)
}

type Sql = RawBuilder<unknown>

/** Answers the greatest seq the statement gave. (A row of which nothing a device can see has changed keeps its own.) */
async function write(
  db: Db,
  name: string,
  records: readonly SyncRecord[],
  statement: (rows: Sql) => Sql,
): Promise<number> {
  if (records.length === 0) return 0
  const { rows } = await sql<{ seq: number | null }>`
    ${planned(name)} with written as (${statement(asRows(records))} returning seq) select max(seq) as seq from written`.execute(
    db,
  )
  return rows[0]?.seq ?? 0
}

/** One parameter for any number of rows. */
function asRows(records: readonly SyncRecord[]) {
  const rows = records.map(record => ({
    t: record.table,
    i: record.id,
    f: record.fields,
    s: record.stamps,
    p: record.purged,
    h: String(hashToSigned(recordHash(record))),
    b: bucketOf(record),
  }))
  return sql`json_to_recordset(${JSON.stringify(rows)}::json)
    as x (t text, i text, f jsonb, s jsonb, p boolean, h bigint, b smallint)`
}

/** Of one lost value: the same stamp and value are the same key. */
export function cellKey(stamp: Stamp, value: Json): string {
  return createHash('sha256')
    .update(canonicalJson([stamp, value]))
    .digest('hex')
    .slice(0, 32)
}

/** Keeps values that lost; one that is there already stays as it is (twice is once). */
export async function writeHistory(db: Db, rows: readonly HistoryRow[], night: number, now: number): Promise<void> {
  if (rows.length === 0) return
  const listed = rows.map(({ key, field, cell, isConflict }) => ({
    t: key.table,
    i: key.id,
    f: field,
    k: cellKey(cell.s, cell.v),
    v: cell.v,
    s: cell.s,
    c: isConflict,
  }))
  await sql`
    ${planned('add-history')} insert into record_history (table_name, row_id, field, cell_key, value, stamp, is_conflict, arrived_night, arrived_at)
    select t, i, f, k, coalesce(v, 'null'::jsonb), s, c, ${night}, ${new Date(now)}
    from json_to_recordset(${JSON.stringify(listed)}::json)
      as x (t text, i text, f text, k text, v jsonb, s jsonb, c boolean)
    on conflict do nothing`.execute(db)
}
