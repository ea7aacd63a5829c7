import type { LibraryContract } from '#shared/contract/library.ts'
import type { OutputOf } from '#shared/contract/method.ts'
import type { ReadDb } from '../handles.ts'
import { type Sql, sql } from '../sql.ts'

type Output<Name extends keyof LibraryContract> = OutputOf<LibraryContract[Name]>

/** Tags by name with the patterns that wear them; what is in the trash is not counted. */
export function tagsList(db: ReadDb): Output<'tags.list'> {
  const count = counted(
    db,
    sql`select tag_id as id, count(*) as patterns from pattern_tag where trashed_at is null group by tag_id`,
    sql`select m.tag_id as id, count(*) as patterns from pattern p join pattern_tag m on m.pattern_id = p.id
      where p.trashed_at is not null and m.trashed_at is null group by m.tag_id`,
  )
  const tags = db.all<PlacedRow>(
    sql`select id, name, tag_group_id as groupId, pinned from tag where trashed_at is null order by name_key, id`,
  )
  return {
    tags: tags.map(tag => ({ ...tag, pinned: tag.pinned === 1, patterns: count(tag.id) })),
    groups: db.all(sql`select id, name from tag_group where trashed_at is null order by name_key, id`),
  }
}

export function collectionsList(db: ReadDb): Output<'collections.list'> {
  const count = counted(
    db,
    sql`select collection_id as id, count(*) as patterns from collection_pattern where trashed_at is null
      group by collection_id`,
    sql`select m.collection_id as id, count(*) as patterns
      from pattern p join collection_pattern m on m.pattern_id = p.id
      where p.trashed_at is not null and m.trashed_at is null group by m.collection_id`,
  )
  const collections = db.all<PlacedRow>(sql`select id, name, collection_group_id as groupId, pinned
    from collection where trashed_at is null order by name_key, id`)
  return {
    collections: collections.map(one => ({ ...one, pinned: one.pinned === 1, patterns: count(one.id) })),
    groups: db.all(sql`select id, name from collection_group where trashed_at is null order by name_key, id`),
  }
}

interface PlacedRow {
  id: string
  name: string
  groupId: string | null
  pinned: number
}

/** All memberships out of one index, less the few of patterns in the trash: asking each membership's pattern takes 30 times as long. */
function counted(db: ReadDb, all: Sql, inTrash: Sql): (id: string) => number {
  interface Count {
    id: string
    patterns: number
  }
  const total = new Map(db.all<Count>(all).map(row => [row.id, row.patterns]))
  const hidden = new Map(db.all<Count>(inTrash).map(row => [row.id, row.patterns]))
  return id => (total.get(id) ?? 0) - (hidden.get(id) ?? 0)
}

/** Designers of the patterns there are: one whose last pattern went is not told any more. */
export function designersList(db: ReadDb): Output<'designers.list'> {
  return {
    designers: db.all(sql`select d.id, d.name, count(*) as patterns
      from designer d join pattern p on p.designer_id = d.id and p.trashed_at is null
      group by d.id order by d.name_key, d.id`),
  }
}
