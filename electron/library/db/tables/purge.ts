import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'
import { forgetDoc } from '#library/search/words.ts'

/** Patterns that have been in the trash since before `before`, longest first. */
export function trashedBefore(db: ReadDb, before: number, limit: number): string[] {
  return db.values<string>(sql`select id from pattern where trashed_at < ${before} order by trashed_at limit ${limit}`)
}

/**
 * Removes patterns with all that is theirs. What the journal holds of them goes too, so undoing an old command finds nothing to bring
 * back. Returns the hashes their files had.
 */
export function purgePatterns(db: WriteDb, ids: readonly string[]): string[] {
  const list = sqlList(ids)
  const hashes = db.values<string>(sql`select distinct hash from file where pattern_id in ${list}`)
  for (const seq of db.values<number>(sql`select seq from pattern where id in ${list}`)) forgetDoc(db, seq)
  db.run(sql`delete from file where pattern_id in ${list}`)
  db.run(sql`delete from plan where pattern_id in ${list}`)
  db.run(sql`delete from pattern_tag where pattern_id in ${list}`)
  db.run(sql`delete from collection_pattern where pattern_id in ${list}`)
  db.run(sql`delete from machine_mark where pattern_id in ${list}`)
  db.run(sql`delete from tidy_answer where pattern_id in ${list}`)
  db.run(sql`delete from design_pair where first_id in ${list} or second_id in ${list}`)
  db.run(sql`delete from text_vec where pattern_id in ${list}`)
  db.run(sql`delete from command_change where pattern_id in ${list}`)
  db.run(sql`delete from pattern where id in ${list}`)
  return hashes
}
