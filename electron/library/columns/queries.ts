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

/** Only of files to stitch from: that nearly every pattern has a picture and a text beside it narrows nothing. */
export function formatsSql(which: Sql): Sql {
  return sql`select p.seq, f.format as "of" from pattern p cross join file f on f.pattern_id = p.id
    where ${which} and f.trashed_at is null and f.role in ('design', 'locked') and f.recipe is null`
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

export function collectionNames(db: ReadDb): NamedRow[] {
  return db.all(sql`select id, name from collection where trashed_at is null order by name_key, id`)
}
