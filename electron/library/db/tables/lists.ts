import type { LibraryContract } from '#shared/contract/library.ts'
import type { OutputOf } from '#shared/contract/method.ts'
import type { ReadDb } from '../handles.ts'
import { sql } from '../sql.ts'

type Output<Name extends keyof LibraryContract> = OutputOf<LibraryContract[Name]>

/** Tags by name with the patterns that wear them; what is in the trash is not counted. */
export function tagsList(db: ReadDb): Output<'tags.list'> {
  return {
    tags: db.all(sql`select t.id, t.name, t.tag_group_id as groupId,
        (select count(*) from pattern_tag m cross join pattern p on p.id = m.pattern_id and p.trashed_at is null
          where m.tag_id = t.id and m.trashed_at is null) as patterns
      from tag t where t.trashed_at is null order by t.name_key, t.id`),
    groups: db.all(sql`select id, name from tag_group where trashed_at is null order by name_key, id`),
  }
}

export function collectionsList(db: ReadDb): Output<'collections.list'> {
  return {
    collections: db.all(sql`select c.id, c.name,
        (select count(*) from collection_pattern m cross join pattern p on p.id = m.pattern_id and p.trashed_at is null
          where m.collection_id = c.id and m.trashed_at is null) as patterns
      from collection c where c.trashed_at is null order by c.name_key, c.id`),
  }
}

/** Designers of the patterns there are: one whose last pattern went is not told any more. */
export function designersList(db: ReadDb): Output<'designers.list'> {
  return {
    designers: db.all(sql`select d.id, d.name, count(*) as patterns
      from designer d join pattern p on p.designer_id = d.id and p.trashed_at is null
      group by d.id order by d.name_key, d.id`),
  }
}
