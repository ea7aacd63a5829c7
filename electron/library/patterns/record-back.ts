import type { LeftBehind } from '#shared/contract/library/inspector.ts'
import { foldName } from '#shared/text/fold.ts'
import type { RowChange } from '../db/commit.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql, sqlName } from '../db/sql.ts'

interface RecordRow {
  name: string
  trashedAt: number | null
}

/**
 * The designer, tag or collection a pattern had: as it is, out of the trash again, or another one of the same name. A collection is not
 * brought back: everything that was in it would come with it. `coming`: those that come out of the trash with the same change, by table and
 * name; two that share a name come back as one.
 */
export function recordBack(
  db: ReadDb,
  table: LeftBehind['field'],
  id: string,
  isMerged: boolean,
  coming: Map<string, string>,
): { readonly id: string; readonly changes: readonly RowChange[] } | LeftBehind {
  const row = db.get<RecordRow>(sql`select name, trashed_at as trashedAt from ${sqlName(table)} where id = ${id}`)
  if (!row) return { field: table, name: '', why: 'gone' }
  if (row.trashedAt === null) return { id, changes: [] }
  if (isMerged) return { field: table, name: row.name, why: 'merged' }
  const [twin] = db.values<string>(sql`select id from ${sqlName(table)}
    where name_key = ${foldName(row.name)} and trashed_at is null order by id limit 1`)
  if (twin !== undefined) return { id: twin, changes: [] }
  if (table === 'collection') return { field: table, name: row.name, why: 'gone' }
  const key = `${table} ${foldName(row.name)}`
  const first = coming.get(key)
  if (first !== undefined && first !== id) return { id: first, changes: [] }
  coming.set(key, id)
  return { id, changes: [{ table, id, set: { trashed_at: null } }] }
}
