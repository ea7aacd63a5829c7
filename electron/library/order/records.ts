import { BobbinError } from '#shared/contract/errors.ts'
import { foldName } from '#shared/text/fold.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql, sqlName } from '../db/sql.ts'

/** The records that keep order, each known to a quilter by its name. */
export type Named = 'tag' | 'tag_group' | 'collection' | 'collection_group' | 'designer' | 'saved_search' | 'machine'

const WORDS: Readonly<Record<Named, { one: string; gone: string; goneSentence: string }>> = {
  tag: { one: 'a tag', gone: 'tag-gone', goneSentence: 'This tag is not in your library any more.' },
  tag_group: {
    one: 'a group of tags',
    gone: 'group-gone',
    goneSentence: 'This group is not in your library any more.',
  },
  collection: {
    one: 'a collection',
    gone: 'collection-gone',
    goneSentence: 'This collection is not in your library any more.',
  },
  collection_group: {
    one: 'a group of collections',
    gone: 'group-gone',
    goneSentence: 'This group is not in your library any more.',
  },
  designer: {
    one: 'a designer',
    gone: 'designer-gone',
    goneSentence: 'This designer is not in your library any more.',
  },
  saved_search: { one: 'a search', gone: 'search-gone', goneSentence: 'This search is not in your library any more.' },
  machine: { one: 'a machine', gone: 'machine-gone', goneSentence: 'This machine is not on your list any more.' },
}

/** @throws BobbinError `tag-gone`, `group-gone`, `collection-gone`, `designer-gone`, `search-gone`, `machine-gone` */
export function nameOf(db: ReadDb, table: Named, id: string): string {
  const row = db.get<{ name: string }>(sql`select name from ${sqlName(table)} where id = ${id} and trashed_at is null`)
  if (!row) throw new BobbinError(WORDS[table].gone, WORDS[table].goneSentence, { id })
  return row.name
}

/** Those of `ids` that are there, without repeats, in the order asked. */
export function known(db: ReadDb, table: Named, ids: readonly string[]): { id: string; name: string }[] {
  return [...new Set(ids)].flatMap(
    id =>
      db.get<{ id: string; name: string }>(
        sql`select id, name from ${sqlName(table)} where id = ${id} and trashed_at is null`,
      ) ?? [],
  )
}

/** How a command tells of these: by the name of the first, and how many they are. */
export function told(some: readonly { name: string }[]): { name: string; count: number } {
  return { name: some[0]?.name ?? '', count: some.length }
}

/**
 * The name of a record that goes by it must be free; `exceptId` may keep it.
 * @throws BobbinError `name-taken` with the id of the one that has it
 */
export function checkFree(db: ReadDb, table: Named, name: string, exceptId: string | null): void {
  const id = holderOf(db, table, name, exceptId)
  if (id === undefined) return
  throw nameTaken(table, name, id)
}

/** Who goes by this name, not counting what is in the trash. */
export function holderOf(db: ReadDb, table: Named, name: string, exceptId: string | null): string | undefined {
  return db.get<{ id: string }>(sql`select id from ${sqlName(table)}
    where name_key = ${foldName(name)} and trashed_at is null and id is not ${exceptId} order by id limit 1`)?.id
}

export function nameTaken(table: Named, name: string, id: string): BobbinError {
  const sentence = `You already have ${WORDS[table].one} called “${name}”. Please choose another name.`
  return new BobbinError('name-taken', sentence, { name, id })
}
