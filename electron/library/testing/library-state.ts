import { expect } from 'vitest'
import type { WriteDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'
import { SYNCED, type SyncedTable } from '../db/synced.ts'
import { shelfOf } from '../sync/store/columns.ts'
import { createPort } from '../sync/store/port.ts'
import { createUnit } from '../sync/store/unit.ts'
import type { Call } from './moves.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly trashed_at: number | null }

/** Everything a quilter has, row for row, and everything that follows from it. */
export interface LibraryState {
  readonly tables: Readonly<Record<SyncedTable, readonly Row[]>>
  /** The words of every pattern by its id. */
  readonly words: ReadonlyMap<string, unknown>
  /** What the window shows of it: the lists with their counts. */
  readonly lists: unknown
}

const TABLES = Object.keys(SYNCED) as SyncedTable[]

/** Not to be undone, so not looked at: when a row was changed, and when a pattern was last used. */
const LEFT_OUT: ReadonlySet<string> = new Set(['changed_at', 'last_used_at', 'seq'])

export async function stateOf(db: WriteDb, call: Call): Promise<LibraryState> {
  const rows = (table: SyncedTable) =>
    db
      .all<Row>({ text: `select * from ${table} order by id`, params: [] })
      .map(row => Object.fromEntries(Object.entries(row).filter(([field]) => !LEFT_OUT.has(field))) as unknown as Row)
  const words = db.all<{ id: string }>(sql`select p.id, d.name, d.tags, d.designer, d.notes, d.files, d.kind, d.parts
    from pattern_doc d join pattern p on p.seq = d.seq`)
  const { counts, kinds } = await call('library.info', {})
  return {
    tables: Object.fromEntries(TABLES.map(table => [table, rows(table)])) as unknown as LibraryState['tables'],
    words: new Map(words.map(row => [row.id, row])),
    lists: {
      tags: await call('tags.list', {}),
      collections: await call('collections.list', {}),
      designers: await call('designers.list', {}),
      searches: await call('searches.list', {}),
      // What an undone import had brought lies in the trash; what was used is not undone.
      counts: { ...counts, trashed: 0, used: 0 },
      kinds,
    },
  }
}

/**
 * Everything undone: every row that was there is exactly as it was, and every row that was made since is away. `gone`: patterns deleted for
 * good meanwhile, which nothing brings back.
 */
export function expectUndone(now: LibraryState, before: LibraryState, gone: ReadonlySet<string>): void {
  const away = awayIn(now)
  for (const table of TABLES) {
    const was = new Map(before.tables[table].filter(row => !isOf(row, gone)).map(row => [row.id, row]))
    const is = new Map(now.tables[table].map(row => [row.id, row]))
    expect([...was.keys()].map(id => is.get(id))).toEqual([...was.values()])
    const strays = now.tables[table].filter(row => !was.has(row.id) && !isAway(row, away))
    expect(strays, `${table}: made since, and still there`).toEqual([])
  }
  for (const [id, words] of before.words) if (!gone.has(id)) expect(now.words.get(id)).toEqual(words)
  if (gone.size === 0) expect(now.lists).toEqual(before.lists)
}

/** Everything done again: exactly as it was after the first time. */
export function expectSame(now: LibraryState, then: LibraryState): void {
  for (const table of TABLES) expect(now.tables[table]).toEqual(then.tables[table])
  expect(now.words).toEqual(then.words)
  expect(now.lists).toEqual(then.lists)
}

function isOf(row: Row, gone: ReadonlySet<string>): boolean {
  return gone.has(row.id) || gone.has(String(row['pattern_id']))
}

function awayIn({ tables }: LibraryState): ReadonlySet<string> {
  return new Set(
    [...tables.pattern, ...tables.tag, ...tables.collection].filter(row => row.trashed_at !== null).map(row => row.id),
  )
}

/** In the trash itself, or together with what it belongs to. */
function isAway(row: Row, away: ReadonlySet<string>): boolean {
  if (row.trashed_at !== null) return true
  return ['pattern_id', 'tag_id', 'collection_id'].some(field => away.has(String(row[field])))
}

/**
 * What would be backed up is what she has: every record of hers is stamped, with exactly the values of its row; nothing else is; and of a
 * library that nothing left yet, every value waits.
 */
export function expectStamped(db: WriteDb, after: string): void {
  const port = createPort(db, createUnit(db))
  const told = new Map([...port.everyRecord()].map(record => [`${record.table} ${record.id}`, record]))
  for (const table of TABLES) {
    const shelf = shelfOf(db, table)
    for (const row of db.all<Row>({ text: `select * from ${table}`, params: [] })) {
      const name = `${table} ${row.id}`
      const record = told.get(name)
      expect(record, `${name} has no stamps, after ${after}`).toBeDefined()
      const set = shelf.names.filter(field => Object.hasOwn(record!.stamps, field))
      const unset = shelf.names.filter(field => !set.includes(field) && row[field] !== shelf.unset(field))
      expect(unset, `${name}: values without stamps, after ${after}`).toEqual([])
      expect(record!.fields, `${name}, after ${after}`).toEqual(Object.fromEntries(set.map(f => [f, row[f]])))
      const waiting = port.entriesOf(record!).map(({ field, value }) => [field, value])
      expect(Object.fromEntries(waiting), `${name}: what waits, after ${after}`).toEqual(record!.fields)
      told.delete(name)
    }
  }
  expect([...told.keys()], `stamps of nothing, after ${after}`).toEqual([])
}

const NAMED = ['tag', 'tag_group', 'collection', 'collection_group', 'saved_search', 'designer'] as const

/** What is true of every library at any moment. `after`: what was done, for the report of a failure. */
export function expectSound(db: WriteDb, after: string): void {
  for (const table of NAMED) {
    const twins = db.values<string>({
      text: `select name_key from ${table} where trashed_at is null group by name_key having count(*) > 1`,
      params: [],
    })
    expect(twins, `two of one name among ${table}, after ${after}`).toEqual([])
  }
  const worn = db.values<string>(sql`select t.name from pattern_tag m join tag t on t.id = m.tag_id
    join pattern p on p.id = m.pattern_id
    where m.trashed_at is null and p.trashed_at is null and t.trashed_at is not null`)
  expect(worn, `tags in the trash, on patterns that are not, after ${after}`).toEqual([])
  const by = db.values<string>(sql`select d.name from pattern p join designer d on d.id = p.designer_id
    where p.trashed_at is null and d.trashed_at is not null`)
  expect(by, `designers in the trash, of patterns that are not, after ${after}`).toEqual([])
  const groups = db.values<string>(sql`select t.name from tag t join tag_group g on g.id = t.tag_group_id
    where t.trashed_at is null and g.trashed_at is not null
    union all select c.name from collection c join collection_group g on g.id = c.collection_group_id
    where c.trashed_at is null and g.trashed_at is not null`)
  expect(groups, `in a group that is gone, after ${after}`).toEqual([])
}
