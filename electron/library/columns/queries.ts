import type { Kind, PatternState } from '#shared/domain/pattern.ts'
import type { ReadDb } from '../db/handles.ts'
import { type Sql, sql, sqlList } from '../db/sql.ts'

export interface FactRow {
  seq: number
  trashedAt: number | null
  kind: Kind
  state: PatternState
  favourite: number
  designerId: string | null
  importId: string | null
  widthMm: number | null
  heightMm: number | null
  sizeSource: string | null
  jumps: number | null
  stitchedMm: number | null
  closed: number | null
  riseMm: number | null
  hasVersion: number
  addedAt: number
  usedAt: number | null
}

export interface MemberRow {
  seq: number
  of: string
}

/** A run of patterns by row number. */
export const between = (from: number, to: number): Sql => sql`p.seq >= ${from} and p.seq < ${to}`

export const withIds = (ids: readonly string[]): Sql => sql`p.id in ${sqlList(ids)}`

export function lastSeq(db: ReadDb): number {
  return db.values<number | null>(sql`select max(seq) from pattern`)[0] ?? 0
}

export function everySeq(db: ReadDb): number[] {
  return db.values<number>(sql`select seq from pattern`)
}

export function factsSql(which: Sql): Sql {
  return sql`select p.seq, p.trashed_at as trashedAt, p.kind, p.state, p.favourite, p.designer_id as designerId,
    p.import_id as importId, p.width_mm as widthMm, p.height_mm as heightMm, p.size_source as sizeSource, p.jumps,
    p.stitched_mm as stitchedMm, p.closed, p.end_rise_mm as riseMm, p.version_id is not null as hasVersion,
    p.created_at as addedAt, p.last_used_at as usedAt from pattern p where ${which}`
}

/** Without tags that are in the trash: to her the pattern does not wear them. `cross join` keeps each pattern's rows together. */
export function tagsSql(which: Sql): Sql {
  return sql`select p.seq, m.tag_id as "of" from pattern p cross join pattern_tag m on m.pattern_id = p.id
    cross join tag t on t.id = m.tag_id where ${which} and m.trashed_at is null and t.trashed_at is null`
}

export function collectionsSql(which: Sql): Sql {
  return sql`select p.seq, m.collection_id as "of" from pattern p cross join collection_pattern m on m.pattern_id = p.id
    where ${which} and m.trashed_at is null`
}

export interface FileRow extends MemberRow {
  /** One that its machine's own program alone opens. */
  isLocked: number
  /** It is there, and nobody can read it. */
  isDamaged: number
  /** Made by Bobbin, and the one she chose to be sent. */
  isVersion: number
}

/**
 * Only of files to stitch from: that nearly every pattern has a picture and a text beside it narrows nothing. A QLI that is no text is a
 * protected one, and whole.
 */
export function filesSql(which: Sql): Sql {
  return sql`select p.seq, f.format as "of", f.role = 'locked' as isLocked, f.recipe is not null as isVersion,
      exists (select 1 from original o indexed by original_unreadable where o.hash = f.hash and o.outcome = 'unreadable'
        and not (f.format = 'qli' and o.error_code is 'not-text')) as isDamaged
    from pattern p cross join file f on f.pattern_id = p.id
    where ${which} and f.trashed_at is null and f.role in ('design', 'locked') and (f.recipe is null or f.id = p.version_id)`
}

export function plannedSql(which: Sql): Sql {
  return sql`select p.seq from pattern p where ${which}
    and exists (select 1 from plan l where l.pattern_id = p.id and l.trashed_at is null)`
}

export interface NamedRow {
  id: string
  name: string
}

export function designerNames(db: ReadDb): NamedRow[] {
  return db.all(sql`select id, name from designer where trashed_at is null order by name_key, id`)
}

export function tagNames(db: ReadDb): NamedRow[] {
  return db.all(sql`select id, name from tag where trashed_at is null order by name_key, id`)
}

/** What was brought in, the latest first; without an import that another computer made. */
export function importNames(db: ReadDb): (NamedRow & { at: number })[] {
  return db.all(sql`select id, coalesce(json_extract(payload, '$.label'), '') as name, created_at as at from job
    where kind = 'import' order by created_at desc, id desc`)
}

export function collectionNames(db: ReadDb): NamedRow[] {
  return db.all(sql`select id, name from collection where trashed_at is null order by name_key, id`)
}
