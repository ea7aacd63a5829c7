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

/** The tag of this name: the one there is, the one in the trash taken out again, or a new one. */
export function namedTag(db: ReadDb, name: string): Named {
  return named(db, 'tag', name, tagId)
}

export function namedDesigner(db: ReadDb, name: string): Named {
  return named(db, 'designer', name, designerId)
}

function named(
  db: ReadDb,
  table: 'tag' | 'designer',
  name: string,
  derivedId: (name: string, turn: number) => string,
): Named {
  const key = foldName(name)
  const there = db.get<{ id: string; trashed_at: number | null }>(
    sql`select id, trashed_at from ${sqlName(table)} where name_key = ${key} order by trashed_at is not null, id limit 1`,
  )
  if (there) {
    return {
      id: there.id,
      changes: there.trashed_at === null ? [] : [{ table, id: there.id, set: { trashed_at: null } }],
    }
  }
  for (let turn = 1; ; turn++) {
    const id = derivedId(name, turn)
    // Taken by a record that was renamed since: two computers go on to the same next id.
    if (db.get(sql`select 1 from ${sqlName(table)} where id = ${id}`)) continue
    return { id, changes: [{ table, id, set: { name: name.normalize('NFC').replace(/\s+/gu, ' ').trim() } }] }
  }
}

/** Whether another record that is not in the trash goes by this name. */
export function isNameTaken(
  db: ReadDb,
  table: 'tag' | 'tag_group' | 'collection',
  name: string,
  exceptId: string | null,
): boolean {
  return (
    db.get(sql`select 1 from ${sqlName(table)}
      where name_key = ${foldName(name)} and trashed_at is null and id is not ${exceptId}`) !== undefined
  )
}
