import type { HistoryEntry } from '#shared/contract/library/patterns.ts'
import type { ReadDb } from '../db/handles.ts'
import { type Sql, sql } from '../db/sql.ts'
import type { Fields, SyncedTable } from '../db/synced.ts'

interface HistoryRow {
  id: number
  at: number
  label: string
  args: string
  undone: number
  table_name: SyncedTable
  row_id: string
  before: string | null
  after: string
}

type HistoryChange = HistoryEntry['changes'][number]

/** More than anybody reads; a pattern whose size is mended by every release must not fill a window. */
const MOST_ENTRIES = 500

/** What happened to one pattern, newest first, in words: names instead of ids, "tag" and "collection" instead of tables. */
export function historyOf(db: ReadDb, id: string): HistoryEntry[] {
  const rows = db.all<HistoryRow>(sql`select c.id, c.made_at as at, c.label, c.args, c.undone_at is not null as undone,
      h.table_name, h.row_id, h.before, h.after
    from command_change h join command c on c.id = h.command_id
    where h.pattern_id = ${id} order by c.id desc, h.id limit ${MOST_ENTRIES * 10}`)
  const entries = new Map<number, HistoryEntry>()
  for (const row of rows) {
    const entry = entries.get(row.id) ?? {
      id: row.id,
      at: row.at,
      label: row.label,
      args: JSON.parse(row.args) as Record<string, unknown>,
      changes: [],
      undone: row.undone === 1,
    }
    if (entries.size >= MOST_ENTRIES && !entries.has(row.id)) break
    entry.changes.push(...changesIn(db, row))
    entries.set(row.id, entry)
  }
  return [...entries.values()]
}

function changesIn(db: ReadDb, row: HistoryRow): HistoryChange[] {
  const before = row.before === null ? null : (JSON.parse(row.before) as Fields)
  const after = JSON.parse(row.after) as Fields
  switch (row.table_name) {
    case 'pattern':
      return before === null
        ? [{ field: 'added', before: null, after: after.name ?? null }]
        : Object.keys(after).map(field => fieldChange(db, field, before, after))
    case 'file':
      return before === null
        ? [{ field: 'file', before: null, after: after.name ?? null }]
        : [place(db, row, before, 'file')]
    case 'pattern_tag':
      return [place(db, row, before, 'tag')]
    case 'collection_pattern':
      return [place(db, row, before, 'collection')]
    default:
      return []
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  designer_id: 'designer',
  trashed_at: 'trashed',
  version_id: 'version',
}

function fieldChange(db: ReadDb, field: string, before: Fields, after: Fields): HistoryChange {
  const told = (fields: Fields): unknown => {
    const value = fields[field] ?? null
    if (field === 'designer_id')
      return value === null ? null : nameOf(db, sql`select name from designer where id = ${value}`)
    if (field === 'version_id')
      return value === null ? null : nameOf(db, sql`select name from file where id = ${value}`)
    if (field === 'favourite' || field === 'closed') return value === null ? null : value === 1
    if (field === 'trashed_at') return value !== null
    return value
  }
  return { field: FIELDS[field] ?? field, before: told(before), after: told(after) }
}

/** Something put on or in: its name stands on the side where it was there. */
function place(
  db: ReadDb,
  row: HistoryRow,
  before: Fields | null,
  field: 'file' | 'tag' | 'collection',
): HistoryChange {
  const name = nameOf(db, PLACES[field](row.row_id))
  const wasThere = before !== null && before.trashed_at === null
  return wasThere ? { field, before: name, after: null } : { field, before: null, after: name }
}

const PLACES: Readonly<Record<'file' | 'tag' | 'collection', (id: string) => Sql>> = {
  file: id => sql`select name from file where id = ${id}`,
  tag: id => sql`select t.name from pattern_tag m join tag t on t.id = m.tag_id where m.id = ${id}`,
  collection: id =>
    sql`select c.name from collection_pattern m join collection c on c.id = m.collection_id where m.id = ${id}`,
}

function nameOf(db: ReadDb, query: Sql): string | null {
  return db.values<string>(query)[0] ?? null
}
