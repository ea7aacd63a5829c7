import type { PatternsSummary } from '#shared/contract/library/inspector.ts'
import type { Kind } from '#shared/domain/pattern.ts'
import type { ReadDb } from '../handles.ts'
import { type Sql, sql } from '../sql.ts'

export interface SummaryRow {
  count: number
  trashed: number
  favourites: number
  locked: number
  unreadable: number
  firstName: string | null
  lastName: string | null
  firstKind: Kind | null
  lastKind: Kind | null
  firstNotes: string | null
  lastNotes: string | null
  /** How many name a designer, and the first and last of their ids. */
  designed: number
  firstDesigner: string | null
  lastDesigner: string | null
  sized: number
  minWidthMm: number | null
  maxWidthMm: number | null
  minHeightMm: number | null
  maxHeightMm: number | null
  stitchedMm: number | null
}

// The list stands outermost in each: without CROSS JOIN SQLite may walk the whole library for a handful of ids.

/** First and last in order instead of a count of distinct values: equal ends mean one value, and nothing has to be kept. */
export function factsOfAll(db: ReadDb, list: Sql): SummaryRow {
  return db.get<SummaryRow>(sql`select count(*) as count, count(p.trashed_at) as trashed,
      coalesce(sum(p.favourite), 0) as favourites,
      coalesce(sum(p.state = 'locked'), 0) as locked, coalesce(sum(p.state = 'unreadable'), 0) as unreadable,
      min(p.name) as firstName, max(p.name) as lastName, min(p.kind) as firstKind, max(p.kind) as lastKind,
      min(p.notes) as firstNotes, max(p.notes) as lastNotes,
      count(p.designer_id) as designed, min(p.designer_id) as firstDesigner, max(p.designer_id) as lastDesigner,
      count(iif(p.size_source = 'unknown', null, p.width_mm)) as sized,
      min(iif(p.size_source = 'unknown', null, p.width_mm)) as minWidthMm,
      max(iif(p.size_source = 'unknown', null, p.width_mm)) as maxWidthMm,
      min(iif(p.size_source = 'unknown', null, p.height_mm)) as minHeightMm,
      max(iif(p.size_source = 'unknown', null, p.height_mm)) as maxHeightMm,
      sum(iif(p.size_source = 'unknown', null, p.stitched_mm)) as stitchedMm
    from ${list} asked cross join pattern p on p.id = asked.value`)!
}

export function facesOf(db: ReadDb, list: Sql): PatternsSummary['faces'] {
  return db.all(sql`select p.id, iif(o.sketch is null, null, p.main_hash) as sketchKey, p.picture_hash as pictureKey
    from ${list} asked cross join pattern p on p.id = asked.value left join original o on o.hash = p.main_hash`)
}

export function tagsOnAll(db: ReadDb, list: Sql): PatternsSummary['tags'] {
  return db.all(sql`select t.id, t.name, worn.patterns from (
      select m.tag_id as id, count(*) as patterns from ${list} asked
      cross join pattern_tag m on m.pattern_id = asked.value and m.trashed_at is null group by m.tag_id
    ) worn join tag t on t.id = worn.id where t.trashed_at is null order by worn.patterns desc, t.name_key, t.id`)
}

export function collectionsOnAll(db: ReadDb, list: Sql): PatternsSummary['collections'] {
  return db.all(sql`select c.id, c.name, worn.patterns from (
      select m.collection_id as id, count(*) as patterns from ${list} asked
      cross join collection_pattern m on m.pattern_id = asked.value and m.trashed_at is null group by m.collection_id
    ) worn join collection c on c.id = worn.id where c.trashed_at is null order by worn.patterns desc, c.name_key, c.id`)
}

export function formatsOfAll(db: ReadDb, list: Sql): PatternsSummary['formats'] {
  return db.all(sql`select format, count(*) as patterns from (
      select distinct f.pattern_id, f.format from ${list} asked
      cross join file f on f.pattern_id = asked.value and f.trashed_at is null and f.role in ('design', 'locked')
    ) group by format order by patterns desc, format`)
}
