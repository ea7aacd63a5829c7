import { foldName, sortKey } from '#shared/text/fold.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { joinSql, sql, sqlName } from './sql.ts'
import { type Fields, type FieldValue, SYNCED, type SyncedTable } from './synced.ts'

/** The record's synced fields as they stand; undefined when there is none of this id. */
export function readRow(db: ReadDb, table: SyncedTable, id: string): Fields | undefined {
  return db.get<Fields>(
    sql`select ${joinSql(SYNCED[table].map(sqlName), ', ')} from ${sqlName(table)} where id = ${id}`,
  )
}

export function insertRow(db: WriteDb, table: SyncedTable, id: string, set: Fields, now: number): void {
  const fields = [...checked(table, set), ['id', id], ['created_at', now], ['changed_at', now]] as const
  const names = joinSql(
    fields.map(([name]) => sqlName(name)),
    ', ',
  )
  const values = joinSql(
    fields.map(([, value]) => sql`${value}`),
    ', ',
  )
  db.run(sql`insert into ${sqlName(table)} (${names}) values (${values})`)
}

export function updateRow(db: WriteDb, table: SyncedTable, id: string, set: Fields, now: number): void {
  const fields = [...checked(table, set), ['changed_at', now]] as const
  const assignments = joinSql(
    fields.map(([name, value]) => sql`${sqlName(name)} = ${value}`),
    ', ',
  )
  db.run(sql`update ${sqlName(table)} set ${assignments} where id = ${id}`)
}

/** Only fields the table has; what follows from the name is filled in. */
function checked(table: SyncedTable, set: Fields): [string, FieldValue][] {
  const known: readonly string[] = SYNCED[table]
  const fields = Object.entries(set)
  const strange = fields.find(([name]) => !known.includes(name))
  if (strange) throw new Error(`${table} has no field ${strange[0]}`)
  return [...fields, ...following(table, set)]
}

/** The columns that follow from a name, when there is one among the fields. */
export function following(table: SyncedTable, { name }: Fields): [string, FieldValue][] {
  if (typeof name !== 'string' || table === 'file') return []
  return [table === 'pattern' ? ['sort_key', sortKey(name)] : ['name_key', foldName(name)]]
}
