import type { Kind } from '#shared/domain/pattern.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { sql, sqlList } from '#library/db/sql.ts'

export interface SavedPattern {
  readonly id: string
  readonly name: string
  readonly designer: string | null
  readonly kind: Kind
  readonly favourite: number
  readonly notes: string
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly mainHash: string | null
}

export interface SavedFile {
  readonly id: string
  readonly hash: string
  readonly name: string
  readonly bytes: number
  readonly format: string
}

/** Everything that is not in the trash, oldest first: a pattern keeps its name in the folder when others come after it. */
export function patternsToSave(db: ReadDb): SavedPattern[] {
  return db.all(sql`select p.id, p.name, d.name as designer, p.kind, p.favourite, p.notes, p.width_mm as widthMm,
      p.height_mm as heightMm, p.main_hash as mainHash
    from pattern p left join designer d on d.id = p.designer_id
    where p.trashed_at is null order by p.created_at, p.seq`)
}

/** Files by pattern id. */
export function filesToSave(db: ReadDb): Map<string, SavedFile[]> {
  return grouped(
    db.all<
      SavedFile & { patternId: string }
    >(sql`select f.pattern_id as patternId, f.id, f.hash, f.name, f.bytes, f.format
      from file f join pattern p on p.id = f.pattern_id
      where f.trashed_at is null and p.trashed_at is null order by f.created_at, f.id`),
  )
}

/** Names of tags by pattern id. */
export function tagsToSave(db: ReadDb): Map<string, { name: string }[]> {
  return grouped(
    db.all<{ patternId: string; name: string }>(sql`select m.pattern_id as patternId, t.name
      from pattern_tag m join tag t on t.id = m.tag_id
      where m.trashed_at is null and t.trashed_at is null order by t.name, t.id`),
  )
}

/** Names of collections by pattern id. */
export function collectionsToSave(db: ReadDb): Map<string, { name: string }[]> {
  return grouped(
    db.all<{ patternId: string; name: string }>(sql`select m.pattern_id as patternId, c.name
      from collection_pattern m join collection c on c.id = m.collection_id
      where m.trashed_at is null and c.trashed_at is null order by c.name, c.id`),
  )
}

/** Sketches by the hash of the file they show. */
export function sketchesToSave(db: ReadDb, hashes: readonly string[]): Map<string, Uint8Array> {
  const rows = db.all<{ hash: string; sketch: Uint8Array }>(sql`select hash, sketch from original
    where hash in ${sqlList(hashes)} and sketch is not null`)
  return new Map(rows.map(({ hash, sketch }) => [hash, sketch]))
}

function grouped<Row extends { patternId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const known = groups.get(row.patternId)
    if (known) known.push(row)
    else groups.set(row.patternId, [row])
  }
  return groups
}
