import type { Logger } from '../context.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { openForReading } from '../db/open-for-reading.ts'
import { type AppliedChange, applyChange } from '../db/commit.ts'
import { insertRow, readRow } from '../db/rows.ts'
import { joinSql, type Sql, sql, sqlName } from '../db/sql.ts'
import { type Fields, SYNCED, type SyncedTable } from '../db/synced.ts'
import { stampChanges } from '../sync/store/stamp-changes.ts'

const CHUNK = 100
/** Seats tried one after the other behind a page that cannot be read, before the rest of the table is given up. */
const MOST_FAILURES = 5_000

type Row = Record<string, string | number | null | Uint8Array> & { rowid: number }

/**
 * Takes over from a damaged database what can still be read of it and is missing, or newer, in the safety copy that took its place. Usually
 * a few pages are bad and all else is whole. Returns the number of records taken over.
 */
export function salvage(db: WriteDb, damaged: string, log: Logger): number {
  const source = openSource(damaged)
  if (!source) {
    log.warn({ damaged }, 'nothing of the damaged library can be read')
    return 0
  }
  try {
    let taken = 0
    for (const table of Object.keys(SYNCED) as SyncedTable[]) {
      const columns = ['id', 'created_at', 'changed_at', ...SYNCED[table]]
      for (const row of readable(source.db, table, columns)) if (takeOver(db, table, row)) taken++
    }
    const facts = db.values<string>(sql`select name from pragma_table_info('original')`)
    for (const row of readable(source.db, 'original', facts)) takeOverFacts(db, facts, row)
    takeOverValues(source.db, db)
    return taken
  } finally {
    source.close()
  }
}

function openSource(damaged: string): ReturnType<typeof openForReading> | null {
  try {
    const source = openForReading(damaged)
    if (attempt(source.db, sql`select count(*) as rowid from sqlite_schema`)) return source
    source.close()
  } catch {
    // Not even a database any more.
  }
  return null
}

/** Row by row around whatever cannot be read. */
function* readable(db: ReadDb, table: string, columns: readonly string[]): Generator<Row> {
  const list = joinSql(columns.map(sqlName), ', ')
  let failures = 0
  for (let after = 0; failures < MOST_FAILURES; ) {
    const rows =
      attempt(
        db,
        sql`select rowid as rowid, ${list} from ${sqlName(table)} where rowid > ${after} order by rowid limit ${CHUNK}`,
      ) ??
      attempt(
        db,
        sql`select rowid as rowid, ${list} from ${sqlName(table)} where rowid > ${after} order by rowid limit 1`,
      )
    if (rows === null) {
      failures++
      after++
      continue
    }
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.rowid
  }
}

function attempt(db: ReadDb, query: Sql): Row[] | null {
  try {
    return db.all<Row>(query)
  } catch {
    return null
  }
}

function takeOver(db: WriteDb, table: SyncedTable, row: Row): boolean {
  const { id, changed_at: changedAt, created_at: createdAt } = row
  if (typeof id !== 'string' || typeof changedAt !== 'number' || typeof createdAt !== 'number') return false
  const fields = Object.fromEntries(SYNCED[table].map(field => [field, row[field]])) as Fields
  try {
    return db.transaction(() => {
      const at = { id, createdAt, changedAt }
      const change = readRow(db, table, id) ? newer(db, table, at, fields) : made(db, table, at, fields)
      if (change !== null) stampChanges(db, [change], changedAt)
      return change !== null
    })
  } catch {
    // A value of a wrong kind: the page was garbage after all.
    return false
  }
}

interface Timed {
  readonly id: string
  readonly createdAt: number
  readonly changedAt: number
}

function made(db: WriteDb, table: SyncedTable, { id, createdAt, changedAt }: Timed, fields: Fields): AppliedChange {
  insertRow(db, table, id, fields, createdAt)
  db.run(sql`update ${sqlName(table)} set changed_at = ${changedAt} where id = ${id}`)
  return { table, id, before: null, after: fields }
}

function newer(db: WriteDb, table: SyncedTable, { id, changedAt }: Timed, fields: Fields): AppliedChange | null {
  const here = db.values<number>(sql`select changed_at from ${sqlName(table)} where id = ${id}`)[0] ?? 0
  return here >= changedAt ? null : applyChange(db, { table, id, set: fields }, changedAt)
}

/** What was set aside or refused since: values of hers that stand in no row. */
function takeOverValues(source: ReadDb, db: WriteDb): void {
  for (const table of ['sync_aside', 'sync_entry']) {
    for (const row of attempt(source, sql`select * from ${sqlName(table)}`) ?? []) {
      const columns = Object.keys(row).map(sqlName)
      const values = Object.values(row).map(value => sql`${value}`)
      try {
        db.run(
          sql`insert or ignore into ${sqlName(table)} (${joinSql(columns, ', ')}) values (${joinSql(values, ', ')})`,
        )
      } catch {
        // A value of a wrong kind: the page was garbage after all.
      }
    }
  }
}

function takeOverFacts(db: WriteDb, names: readonly string[], row: Row): void {
  const columns = joinSql(names.map(sqlName), ', ')
  const values = joinSql(
    names.map(column => sql`${row[column] ?? null}`),
    ', ',
  )
  try {
    db.run(sql`insert into original (${columns}) values (${values}) on conflict (hash) do nothing`)
  } catch {
    // Found out again when the file is next read.
  }
}
