import type { PatternState } from '#shared/domain/pattern.ts'
import type { ReadDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

export interface Home {
  readonly hash: string
  readonly patternId: string
  readonly trashed: boolean
}

/** Patterns that hold a file of these bytes; for each hash those in sight before those in the trash, the oldest first. */
export function homesOf(db: ReadDb, hashes: readonly string[]): Home[] {
  return db
    .all<{ hash: string; patternId: string; trashed: number }>(
      sql`select f.hash, f.pattern_id as patternId, p.trashed_at is not null as trashed
        from file f join pattern p on p.id = f.pattern_id
        where f.hash in ${sqlList(hashes)} and f.trashed_at is null
        order by p.trashed_at is not null, p.seq`,
    )
    .map(row => ({ ...row, trashed: row.trashed === 1 }))
}

/** Hashes of the files a pattern has. */
export function hashesOfPattern(db: ReadDb, patternId: string): string[] {
  return db.values<string>(sql`select hash from file where pattern_id = ${patternId} and trashed_at is null`)
}

export interface PatternFacts {
  readonly state: PatternState
  readonly pictureHash: string | null
  /** Null without a picture. */
  readonly pictureFormat: string | null
}

export function patternFacts(db: ReadDb, patternId: string): PatternFacts | undefined {
  return db.get(sql`select p.state, p.picture_hash as pictureHash, o.format as pictureFormat
    from pattern p left join original o on o.hash = p.picture_hash where p.id = ${patternId}`)
}

export interface PatternWords {
  readonly name: string
  readonly designer: string | null
  readonly notes: string
  readonly tags: readonly string[]
}

/** What is said of a pattern. */
export function patternWords(db: ReadDb, patternId: string): PatternWords | undefined {
  const row = db.get<Omit<PatternWords, 'tags'>>(sql`select p.name, d.name as designer, p.notes
    from pattern p left join designer d on d.id = p.designer_id where p.id = ${patternId}`)
  if (row === undefined) return undefined
  const tags = db.values<string>(sql`select t.name from pattern_tag m join tag t on t.id = m.tag_id
    where m.pattern_id = ${patternId} and m.trashed_at is null and t.trashed_at is null`)
  return { ...row, tags }
}
