import type { Json, RecordKey } from '#shared/sync/record.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'

type Fields = Readonly<Record<string, Json>>

/** What she calls a record; empty where it has no name of its own. */
export function nameOf(fields: Fields): string {
  return typeof fields.name === 'string' ? fields.name : ''
}

/** Which pattern a record is, or belongs to; null: none. */
export function patternOf({ table, id }: RecordKey, fields: Fields | undefined): string | null {
  const patternId = table === 'pattern' ? id : fields?.['pattern_id']
  return typeof patternId === 'string' ? patternId : null
}

/** What she would call it in a sentence: of what belongs to a pattern, the pattern's name. Empty where there is none. */
export function calledBy(db: ReadDb, key: RecordKey, fields: Fields): string {
  const patternId = patternOf(key, fields)
  if (key.table === 'pattern' || patternId === null) return nameOf(fields)
  return db.values<string>(sql`select name from pattern where id = ${patternId}`)[0] ?? nameOf(fields)
}
