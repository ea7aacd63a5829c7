/**
 * The built-in log: `record` by seq. What changed since n is `where seq > n order by seq`, for the first reading and for every later
 * one. Postgres itself writes the messages, so that a row costs the server neither parsing nor an object.
 */
import { type Kysely, sql } from 'kysely'
import { planned } from '#server/db/planned.ts'
import type { Chunk } from './messages.ts'

/** At most so many rows are looked at for one chunk. */
export const CHUNK_ROWS = 2_000
/** And so many bytes of messages are taken, but always one row: a chunk bounds what a request costs in memory. */
export const CHUNK_BYTES = 2 * 1024 * 1024
/** Messages of patterns are two to three times as long as what Postgres stores of them; more need not be written out to be left. */
const STORED_SHARE = 3

export interface ChunkLimits {
  readonly rows: number
  readonly bytes: number
}

/** A chunk, and the counter as it stood when the chunk was read. */
export interface ReadChunk extends Chunk {
  readonly counter: number
}

interface ChunkRow {
  readonly rows: string | null
  readonly last: number | string | null
  readonly taken: number | string
  readonly seen: number | string
  readonly counter: number | string
}

/**
 * Everything after `after`, up to a chunk's end. One statement and so one snapshot: when it takes all it finds, nothing up to the
 * counter is missing, because a seq is only ever given to a transaction that holds the counter.
 *
 * (The text of jsonb holds no control characters, only their escapes, so that backslash and quote are all there is to escape in it; this
 * takes a tenth less time than to_json.)
 *
 * Rows are measured twice: as they are stored (which opens none of them, so that a few huge ones are not written out by the thousand),
 * then as messages.
 */
export async function readChunk<T>(db: Kysely<T>, after: number, limits: ChunkLimits): Promise<ReadChunk> {
  const { rows } = await sql<ChunkRow>`
    ${planned('feed')} with seen as materialized (
      select *, sum(pg_column_size(fields) + pg_column_size(stamps))
        over (order by seq rows between unbounded preceding and 1 preceding) as before
      from (
        select table_name, row_id, fields, stamps, purged, seq from record
        where seq > ${after} order by seq limit ${limits.rows}
      ) as next
    ), written as materialized (
      select seq,
        '{"key":' || to_json('"public"."record"/"' || replace(table_name, '/', '//') || '"/"' || replace(row_id, '/', '//') || '"')::text
        || ',"value":{"table_name":' || to_json(table_name)::text
        || ',"row_id":' || to_json(row_id)::text
        || ',"fields":"' || replace(replace(fields::text, '\\', '\\\\'), '"', '\\"')
        || '","stamps":"' || replace(replace(stamps::text, '\\', '\\\\'), '"', '\\"')
        || '","purged":"' || purged::text
        || '","seq":"' || seq::text
        || '"},"headers":{"operation":"insert","relation":["public","record"],"lsn":"' || seq::text
        || '","op_position":0,"last":true}}' as message
      from seen where before is null or before < ${Math.ceil(limits.bytes / STORED_SHARE)}
    ), measured as (
      select seq, message,
        sum(octet_length(message)) over (order by seq rows between unbounded preceding and 1 preceding) as before
      from written
    )
    select string_agg(message, ',' order by seq) as rows, max(seq) as last, count(*) as taken,
      (select count(*) from seen) as seen, (select seq from feed_counter) as counter
    from measured where before is null or before < ${limits.bytes}`.execute(db)
  const read = rows[0]
  if (!read) throw new Error('an aggregate answered no row')
  const counter = Number(read.counter)
  const seen = Number(read.seen)
  const tookAll = Number(read.taken) === seen && seen < limits.rows
  // A chunk that is full and yet the last must say so too: a live reader would be held for the whole poll before it may apply it.
  const isUpToDate = tookAll || Number(read.last) >= counter
  // At the end the counter speaks: rows alone would leave a reader behind it for ever if a seq was given to none of them.
  const end = isUpToDate ? Math.max(counter, after) : Number(read.last)
  return { rows: read.rows ?? '', end, isUpToDate, counter }
}

/** The greatest seq given in this database. */
export async function readCounter<T>(db: Kysely<T>): Promise<number> {
  const { rows } = await sql<{ seq: string }>`select seq from feed_counter`.execute(db)
  if (!rows[0]) throw new Error('the tenant has no feed counter')
  return Number(rows[0].seq)
}
