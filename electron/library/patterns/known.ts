import type { ReadDb } from '../db/handles.ts'
import { sql, sqlList } from '../db/sql.ts'

/** Those of `ids` that are patterns of this library, without repeats, in the order asked. */
export function knownPatterns(
  db: ReadDb,
  ids: readonly string[],
  where: 'anywhere' | 'in-trash' | 'not-in-trash',
): string[] {
  const asked = [...new Set(ids)]
  const rows = db.all<{ id: string; trashed: number }>(
    sql`select id, trashed_at is not null as trashed from pattern where id in ${sqlList(asked)}`,
  )
  const wanted = new Set(
    rows.filter(row => where === 'anywhere' || (row.trashed === 1) === (where === 'in-trash')).map(row => row.id),
  )
  return asked.filter(id => wanted.has(id))
}
