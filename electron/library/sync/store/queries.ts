/** The statements of sync_row, sync_entry, sync_aside and sync_brake, and of the quilter's rows as records. */
import type { AsideRecord, OutboxEntry } from '#shared/sync/device/port.ts'
import type { Json, RecordKey, Stamp } from '#shared/sync/record.ts'
import type { ReadDb, WriteDb } from '#library/db/handles.ts'
import { joinSql, type Sql, sql, sqlName } from '#library/db/sql.ts'
import { following } from '#library/db/rows.ts'
import { type Fields, SYNCED, type SyncedTable } from '#library/db/synced.ts'
import { CREATED_AT } from './columns.ts'

/** A row of sync_row. */
export interface StoredRow {
  readonly cells: string
  readonly extra: string | null
  readonly purged: number
  /** 1: the record has no row in its table. */
  readonly away: number
  /** The pattern whose absence keeps it away. */
  readonly owner: string | null
  readonly gen: number
  readonly waiting: number | null
}

export function readStored(db: ReadDb, { table, id }: RecordKey): StoredRow | undefined {
  return db.get<StoredRow>(sql`select cells, extra, purged, away, owner, gen, waiting from sync_row
    where table_name = ${table} and row_id = ${id}`)
}

/** Many at once, in one statement. */
export function insertStored(db: WriteDb, rows: readonly (RecordKey & StoredRow)[]): void {
  if (rows.length === 0) return
  const values = rows.map(row => [
    row.table,
    row.id,
    row.cells,
    row.extra,
    row.purged,
    row.away,
    row.owner,
    row.gen,
    row.waiting,
  ])
  db.run(sql`insert into sync_row (table_name, row_id, cells, extra, purged, away, owner, gen, waiting)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
      value ->> 8 from json_each(${JSON.stringify(values)})`)
}

export function updateStored(db: WriteDb, { table, id }: RecordKey, row: StoredRow): void {
  db.run(sql`update sync_row set cells = ${row.cells}, extra = ${row.extra}, purged = ${row.purged}, away = ${row.away},
      owner = ${row.owner}, gen = ${row.gen}, waiting = ${row.waiting}
    where table_name = ${table} and row_id = ${id}`)
}

interface KeyRow {
  table_name: string
  row_id: string
}

const keyOf = ({ table_name: table, row_id: id }: KeyRow): RecordKey => ({ table, id })

/** Up to `limit` records after this one, in the order of table and id. */
export function keysAfter(db: ReadDb, { table, id }: RecordKey, limit: number): RecordKey[] {
  return db
    .all<KeyRow>(sql`select table_name, row_id from sync_row where (table_name, row_id) > (${table}, ${id})
      order by table_name, row_id limit ${limit}`)
    .map(keyOf)
}

/** The same of those that are not purged and that a reading since `gen` did not name. */
export function keysBefore(db: ReadDb, gen: number, after: RecordKey, limit: number): RecordKey[] {
  return db
    .all<KeyRow>(sql`select table_name, row_id from sync_row
      where (table_name, row_id) > (${after.table}, ${after.id}) and gen < ${gen} and purged = 0
      order by table_name, row_id limit ${limit}`)
    .map(keyOf)
}

/** The same of those with values that their table has no place for. */
export function keysWithExtra(db: ReadDb, after: RecordKey, limit: number): RecordKey[] {
  return db
    .all<KeyRow>(sql`select table_name, row_id from sync_row
      where extra is not null and (table_name, row_id) > (${after.table}, ${after.id})
      order by table_name, row_id limit ${limit}`)
    .map(keyOf)
}

export function forgetPurged(db: WriteDb): void {
  db.run(sql`delete from sync_row where purged = 1`)
}

export function forgetStored(db: WriteDb, { table, id }: RecordKey): void {
  db.run(sql`delete from sync_row where table_name = ${table} and row_id = ${id}`)
  db.run(sql`delete from sync_entry where table_name = ${table} and row_id = ${id}`)
  db.run(sql`delete from sync_aside where table_name = ${table} and row_id = ${id}`)
}

// Entries with a row of their own.

interface EntryRow extends KeyRow {
  field: string
  ms: number
  counter: number
  device: string
  value: string
  base: string | null
  again: number
  held: string | null
}

export function entriesOf(db: ReadDb, { table, id }: RecordKey): OutboxEntry[] {
  return db
    .all<EntryRow>(sql`select table_name, row_id, field, ms, counter, device, value, base, again, held from sync_entry
      where table_name = ${table} and row_id = ${id}`)
    .map(row => ({
      ...keyOf(row),
      field: row.field,
      value: JSON.parse(row.value) as Json,
      stamp: [row.ms, row.counter, row.device],
      base: row.base === null ? null : (JSON.parse(row.base) as Stamp),
      again: row.again === 1,
      held: row.held === null ? null : (JSON.parse(row.held) as OutboxEntry['held']),
    }))
}

export function replaceEntries(db: WriteDb, { table, id }: RecordKey, entries: readonly OutboxEntry[]): void {
  db.run(sql`delete from sync_entry where table_name = ${table} and row_id = ${id}`)
  for (const { field, value, stamp, base, again, held } of entries) {
    db.run(sql`insert into sync_entry (table_name, row_id, field, ms, counter, device, value, base, again, held)
      values (${table}, ${id}, ${field}, ${stamp[0]}, ${stamp[1]}, ${stamp[2]}, ${JSON.stringify(value)},
        ${base && JSON.stringify(base)}, ${again ? 1 : 0}, ${held && JSON.stringify(held)})`)
  }
}

/** Records with something to send, those with the oldest stamp first. */
export function keysToSend(db: ReadDb, limit: number): RecordKey[] {
  const inside = db.all<KeyRow & { at: number }>(sql`select table_name, row_id, waiting as at from sync_row
    where waiting is not null order by waiting, table_name, row_id limit ${limit}`)
  const beside = db.all<KeyRow & { at: number }>(sql`select table_name, row_id, min(ms) as at from sync_entry
    where held is null group by table_name, row_id order by at, table_name, row_id limit ${limit}`)
  if (beside.length === 0) return inside.map(keyOf)
  const oldest = new Map<string, KeyRow & { at: number }>()
  for (const row of [...inside, ...beside]) {
    const name = `${row.table_name} ${row.row_id}`
    const known = oldest.get(name)
    if (known === undefined || row.at < known.at) oldest.set(name, row)
  }
  return [...oldest.values()]
    .sort((one, other) => one.at - other.at)
    .slice(0, limit)
    .map(keyOf)
}

export function isAnythingToSend(db: ReadDb): boolean {
  return (
    db.get(sql`select 1 from sync_row where waiting is not null limit 1`) !== undefined ||
    db.get(sql`select 1 from sync_entry where held is null limit 1`) !== undefined
  )
}

/** How many records hold something the cloud does not have, those it refused not counted. */
export function countWaiting(db: ReadDb): number {
  return (
    db.values<number>(sql`select (select count(*) from sync_row where waiting is not null)
      + (select count(*) from (select distinct table_name, row_id from sync_entry where held is null) e
        where not exists (select 1 from sync_row r
          where r.table_name = e.table_name and r.row_id = e.row_id and r.waiting is not null))`)[0] ?? 0
  )
}

export function heldKeys(db: ReadDb): RecordKey[] {
  return db.all<KeyRow>(sql`select distinct table_name, row_id from sync_entry where held is not null`).map(keyOf)
}

// Set aside.

interface AsideRow extends KeyRow {
  fields: string
  stamps: string
  entries: string
  at: number
}

const asideOf = (row: AsideRow): AsideRecord => ({
  ...keyOf(row),
  fields: JSON.parse(row.fields) as AsideRecord['fields'],
  stamps: JSON.parse(row.stamps) as AsideRecord['stamps'],
  entries: JSON.parse(row.entries) as AsideRecord['entries'],
  purged: false,
  at: row.at,
})

export function readAside(db: ReadDb, { table, id }: RecordKey): AsideRecord | null {
  const row = db.get<AsideRow>(sql`select table_name, row_id, fields, stamps, entries, at from sync_aside
    where table_name = ${table} and row_id = ${id}`)
  return row === undefined ? null : asideOf(row)
}

export function allAside(db: ReadDb): AsideRecord[] {
  return db
    .all<AsideRow>(sql`select table_name, row_id, fields, stamps, entries, at from sync_aside
      order by at desc, table_name, row_id`)
    .map(asideOf)
}

export function writeAside(db: WriteDb, record: AsideRecord): void {
  const { table, id, fields, stamps, entries, at } = record
  db.run(sql`insert into sync_aside (table_name, row_id, fields, stamps, entries, at)
    values (${table}, ${id}, ${JSON.stringify(fields)}, ${JSON.stringify(stamps)}, ${JSON.stringify(entries)}, ${at})
    on conflict (table_name, row_id) do update
      set fields = excluded.fields, stamps = excluded.stamps, entries = excluded.entries, at = excluded.at`)
}

export function forgetAside(db: WriteDb, { table, id }: RecordKey): void {
  db.run(sql`delete from sync_aside where table_name = ${table} and row_id = ${id}`)
}

// The brake.

export interface Braked {
  readonly id: string
  readonly taken: 'trashed' | 'purged'
  readonly at: number
}

export function readBrake(db: ReadDb): Braked[] {
  return db.all<Braked>(sql`select pattern_id as id, taken, at from sync_brake order by at, pattern_id`)
}

export function countBraked(db: ReadDb): number {
  return db.values<number>(sql`select count(*) from sync_brake`)[0] ?? 0
}

export function putBraked(db: WriteDb, { id, taken, at }: Braked): void {
  db.run(sql`insert into sync_brake (pattern_id, taken, at) values (${id}, ${taken}, ${at})
    on conflict (pattern_id) do update set taken = excluded.taken`)
}

export function forgetBraked(db: WriteDb, id: string): void {
  db.run(sql`delete from sync_brake where pattern_id = ${id}`)
}

export function countShown(db: ReadDb): number {
  return db.values<number>(sql`select count(*) from pattern where trashed_at is null`)[0] ?? 0
}

// The quilter's rows as records.

const readTexts = new Map<SyncedTable, string>()

/** The synced fields of a row and when it was made and changed. */
export function readTyped(db: ReadDb, table: SyncedTable, id: string): (Fields & { changed_at: number }) | undefined {
  let text = readTexts.get(table)
  if (text === undefined) {
    const names = [...SYNCED[table], CREATED_AT, 'changed_at'].map(sqlName)
    text = sql`select ${joinSql(names, ', ')} from ${sqlName(table)} where id = `.text + '?'
    readTexts.set(table, text)
  }
  return db.get({ text, params: [id] })
}

export function insertTyped(db: WriteDb, table: SyncedTable, id: string, row: Fields, changedAt: number): void {
  const values = [...Object.entries(row), ...following(table, row), ['id', id], ['changed_at', changedAt]] as const
  const names = joinSql(
    values.map(([name]) => sqlName(name)),
    ', ',
  )
  const bound = joinSql(
    values.map(([, value]) => sql`${value}`),
    ', ',
  )
  db.run(sql`insert into ${sqlName(table)} (${names}) values (${bound})`)
}

export function updateTyped(db: WriteDb, table: SyncedTable, id: string, set: Fields, changedAt: number): void {
  const values = [...Object.entries(set), ...following(table, set), ['changed_at', changedAt]] as const
  const assignments = joinSql(
    values.map(([name, value]) => sql`${sqlName(name)} = ${value}`),
    ', ',
  )
  db.run(sql`update ${sqlName(table)} set ${assignments} where id = ${id}`)
}

export function deleteTyped(db: WriteDb, table: SyncedTable, id: string): void {
  db.run(sql`delete from ${sqlName(table)} where id = ${id}`)
}

/** Columns of the quilter's tables that hold the id of another record. */
const NAMING: readonly (readonly [SyncedTable, string])[] = (Object.keys(SYNCED) as SyncedTable[]).flatMap(table =>
  SYNCED[table].filter(field => field.endsWith('_id')).map(field => [table, field] as const),
)

/** Records with this id as the value of a field, wherever they stand. */
export function keysNaming(db: ReadDb, named: string): RecordKey[] {
  const typed = NAMING.flatMap(([table, field]) =>
    db.values<string>(namedBy(table, field, named)).map(id => ({ table: table as string, id })),
  )
  const extra = db
    .all<KeyRow>(sql`select table_name, row_id from sync_row where extra is not null
      and exists (select 1 from json_each(extra) where json_each.value = ${named} and json_each.type = 'text')`)
    .map(keyOf)
  const once = new Map([...typed, ...extra].map(key => [`${key.table} ${key.id}`, key]))
  return [...once.values()]
}

const namedBy = (table: string, field: string, id: string): Sql =>
  sql`select id from ${sqlName(table)} where ${sqlName(field)} = ${id}`
