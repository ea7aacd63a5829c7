import type { PatternState } from '#shared/domain/pattern.ts'
import type { ReadDb } from '../handles.ts'
import { type Sql, sql } from '../sql.ts'

export interface CaptionRow {
  id: string
  name: string
  designer: string | null
  state: PatternState
  widthMm: number | null
  heightMm: number | null
  sizeSource: string | null
  sketchKey: string | null
  pictureKey: string | null
}

/** @param ids a `sqlList` */
export function captionRows(db: ReadDb, ids: Sql): CaptionRow[] {
  return db.all(sql`select p.id, p.name, d.name as designer, p.state, p.width_mm as widthMm, p.height_mm as heightMm,
      p.size_source as sizeSource, iif(o.sketch is null, null, p.main_hash) as sketchKey, p.picture_hash as pictureKey
    from pattern p left join designer d on d.id = p.designer_id left join original o on o.hash = p.main_hash
    where p.id in ${ids}`)
}

interface WordRow {
  patternId: string
  word: string
}

export function formatRows(db: ReadDb, ids: Sql): WordRow[] {
  return db.all(sql`select distinct f.pattern_id as patternId, f.format as word from file f
    where f.pattern_id in ${ids} and f.trashed_at is null and f.role in ('design', 'locked') and f.recipe is null order by f.format`)
}

export function tagRows(db: ReadDb, ids: Sql): WordRow[] {
  return db.all(sql`select m.pattern_id as patternId, t.name as word from pattern_tag m join tag t on t.id = m.tag_id
    where m.pattern_id in ${ids} and m.trashed_at is null and t.trashed_at is null order by t.name_key`)
}

interface FileNameRow {
  patternId: string
  name: string
  format: string
}

export function fileRows(db: ReadDb, ids: Sql): FileNameRow[] {
  return db.all(sql`select f.pattern_id as patternId, f.name, f.format from file f
    where f.pattern_id in ${ids} and f.trashed_at is null order by f.role, f.name`)
}

export function presentIds(db: ReadDb, ids: Sql): string[] {
  return db.values(sql`select id from pattern where id in ${ids}`)
}
