import type { ReadDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'
import type { FieldValue } from '../synced.ts'

/** The files that stand for these patterns, in their order; null where there is none. */
export function mainHashes(db: ReadDb, ids: readonly string[]): (string | null)[] {
  const rows = db.all<{ id: string; hash: string | null }>(
    sql`select id, main_hash as hash from pattern where id in ${sqlList(ids)}`,
  )
  return ids.map(id => rows.find(row => row.id === id)?.hash ?? null)
}

/** What one pattern may hand to another when two become one. */
export interface Belongings {
  readonly id: string
  readonly name: string
  readonly designerId: string | null
  readonly notes: string
  readonly favourite: number
  readonly lastUsedAt: number | null
  readonly pictureHash: string | null
}

/** Of patterns in sight. */
export function belongingsOf(db: ReadDb, id: string): Belongings | undefined {
  return db.get(sql`select id, name, designer_id as designerId, notes, favourite, last_used_at as lastUsedAt,
    picture_hash as pictureHash from pattern where id = ${id} and trashed_at is null`)
}

export const tagsOf = (db: ReadDb, id: string): string[] =>
  db.values(sql`select tag_id from pattern_tag where pattern_id = ${id} and trashed_at is null order by id`)

export const collectionsOf = (db: ReadDb, id: string): string[] =>
  db.values(
    sql`select collection_id from collection_pattern where pattern_id = ${id} and trashed_at is null order by id`,
  )

export interface PlanOf {
  readonly name: string
  readonly plan: string
}

export const plansOf = (db: ReadDb, id: string): PlanOf[] =>
  db.all(sql`select name, plan from plan where pattern_id = ${id} and trashed_at is null order by id`)

type FileFields = Readonly<
  Record<'hash' | 'name' | 'origin' | 'role' | 'format' | 'bytes' | 'made_from' | 'recipe', FieldValue>
>

/** The files one pattern has and another has not. */
export function filesLacking(db: ReadDb, of: string, at: string): FileFields[] {
  return db.all(sql`select hash, name, origin, role, format, bytes, made_from, recipe from file f
    where pattern_id = ${of} and trashed_at is null
      and not exists (select 1 from file o where o.pattern_id = ${at} and o.hash = f.hash and o.trashed_at is null)
    order by id`)
}
