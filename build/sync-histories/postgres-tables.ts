/** A tenant's tables as a whole: copied, put back, read. */
import type pg from 'pg'
import type { FeedRow } from '#shared/sync/device/batch.ts'
import type { Json, Stamp, SyncRecord } from '#shared/sync/record.ts'
import type { CloudContents } from '#shared/sync/testing/cloud.ts'

const TABLES = ['record', 'record_history', 'feed_counter'] as const

/** Rows as Postgres writes them, so that 64 bits stay 64 bits and a null that was typed is no missing value. */
export type CopiedTables = Readonly<Record<(typeof TABLES)[number], readonly string[]>>

export async function copyTables(admin: pg.Client): Promise<CopiedTables> {
  const copies = TABLES.map(table => `(select coalesce(array_agg(t::text), '{}') from ${table} t) as ${table}`)
  return (await admin.query<CopiedTables>(`select ${copies.join(', ')}`)).rows[0]!
}

/** As an operator does from a safety copy: at once, and without a word to anybody. */
export async function putTablesBack(admin: pg.Client, copy: CopiedTables): Promise<void> {
  await admin.query('begin')
  for (const table of TABLES) {
    await admin.query(`delete from ${table}`)
    await admin.query(`insert into ${table} select (row_text::public.${table}).* from unnest($1::text[]) as row_text`, [
      copy[table],
    ])
  }
  await admin.query('commit')
}

interface RecordRow {
  table_name: string
  row_id: string
  fields: Record<string, Json>
  stamps: Record<string, Stamp>
  purged: boolean
}

interface HistoryRow {
  table_name: string
  row_id: string
  field: string
  value: Json
  stamp: Stamp
  is_conflict: boolean
}

export async function contentsOf(admin: pg.Client): Promise<CloudContents> {
  const records = await admin.query<RecordRow>('select table_name, row_id, fields, stamps, purged from record')
  const history = await admin.query<HistoryRow>(
    'select table_name, row_id, field, value, stamp, is_conflict from record_history',
  )
  return {
    records: records.rows.map(recordOf),
    history: history.rows.map(({ table_name, row_id, field, value, stamp, is_conflict }) => ({
      table: table_name,
      id: row_id,
      field,
      cell: { v: value, s: stamp },
      isConflict: is_conflict,
    })),
  }
}

function recordOf({ table_name, row_id, fields, stamps, purged }: RecordRow): SyncRecord {
  return { table: table_name, id: row_id, fields, stamps, purged }
}

/** Each column comes as the text Postgres writes of it. */
interface ShapeMessage {
  readonly value?: Readonly<Record<'table_name' | 'row_id' | 'fields' | 'stamps' | 'purged' | 'seq', string>>
}

/** The rows of a shape's answer. */
export function rowsOf(body: string): FeedRow[] {
  return (JSON.parse(body) as ShapeMessage[]).flatMap(({ value }) => {
    if (value === undefined) return []
    const { table_name: table, row_id: id, fields, stamps, purged, seq } = value
    return {
      table,
      id,
      fields: JSON.parse(fields),
      stamps: JSON.parse(stamps),
      purged: purged === 'true',
      seq: Number(seq),
    }
  })
}
