import type { FileRole, PatternState } from '#shared/domain/pattern.ts'
import type { ReadDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

export interface SideRow {
  readonly id: string
  readonly name: string
  readonly designer: string | null
  readonly state: PatternState
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly sizeSource: string | null
  readonly favourite: number
  readonly addedAt: number
  readonly tags: number
  readonly collections: number
  readonly plans: number
  readonly hasNotes: number
  readonly sketchKey: string | null
  readonly pictureKey: string | null
}

/** Patterns as she compares them with one another. */
export function sideRows(db: ReadDb, ids: readonly string[]): SideRow[] {
  return db.all(sql`select p.id, p.name, d.name as designer, p.state, p.width_mm as widthMm, p.height_mm as heightMm,
      p.size_source as sizeSource, p.favourite, p.created_at as addedAt, p.notes <> '' as hasNotes,
      (select count(*) from pattern_tag m join tag t on t.id = m.tag_id and t.trashed_at is null
        where m.pattern_id = p.id and m.trashed_at is null) as tags,
      (select count(*) from collection_pattern m join collection c on c.id = m.collection_id and c.trashed_at is null
        where m.pattern_id = p.id and m.trashed_at is null) as collections,
      (select count(*) from plan where pattern_id = p.id and trashed_at is null) as plans,
      iif(o.sketch is null, null, p.main_hash) as sketchKey, p.picture_hash as pictureKey
    from ${sqlList(ids)} asked cross join pattern p on p.id = asked.value
    left join designer d on d.id = p.designer_id left join original o on o.hash = p.main_hash`)
}

export interface SideFile {
  readonly patternId: string
  readonly name: string
  readonly format: string
  readonly role: FileRole
}

export function fileRowsOf(db: ReadDb, ids: readonly string[]): SideFile[] {
  return db.all(sql`select f.pattern_id as patternId, f.name, f.format, f.role
    from ${sqlList(ids)} asked cross join file f on f.pattern_id = asked.value
    where f.trashed_at is null and f.recipe is null order by f.role <> 'design', f.name, f.id`)
}
