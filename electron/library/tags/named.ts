import { foldName } from '#shared/text/fold.ts'
import type { RowChange } from '../db/commit.ts'
import { designerId, tagId } from '../db/derived-id.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql, sqlName } from '../db/sql.ts'

/** The record of a name, and what has to be changed for it to be there. */
export interface Named {
  readonly id: string
  readonly changes: readonly RowChange[]
}

/** The tag of this name: the one there is, the one in the trash taken out again and clean, or a new one. */
export function namedTag(db: ReadDb, name: string): Named {
  return named(db, 'tag', name, tagId, { trashed_at: null, pinned: 0, tag_group_id: null })
}

export function namedDesigner(db: ReadDb, name: string): Named {
  return named(db, 'designer', name, designerId, { trashed_at: null })
}

function named(
  db: ReadDb,
  table: 'tag' | 'designer',
  name: string,
  derivedId: (name: string, turn: number) => string,
  again: RowChange['set'],
): Named {
  const key = foldName(name)
  const there = db.get<{ id: string; trashed_at: number | null }>(
    sql`select id, trashed_at from ${sqlName(table)} where name_key = ${key} order by trashed_at is not null, id limit 1`,
  )
  if (there) return { id: there.id, changes: there.trashed_at === null ? [] : [{ table, id: there.id, set: again }] }
  for (let turn = 1; ; turn++) {
    const id = derivedId(name, turn)
    // Taken by a record that was renamed since: two computers go on to the same next id.
    if (db.get(sql`select 1 from ${sqlName(table)} where id = ${id}`)) continue
    return { id, changes: [{ table, id, set: { name: tidy(name) } }] }
  }
}

/** As it was typed, but for blanks that nobody sees. */
function tidy(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim()
}
