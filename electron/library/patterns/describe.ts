import type { ReadDb } from '../db/handles.ts'
import { sqlList } from '../db/sql.ts'
import { fileRows, presentIds, tagRows } from '../db/tables/caption.ts'

export interface Described {
  readonly id: string
  readonly tags: string[]
  readonly files: { name: string; format: string }[]
}

/** Tags and files of these patterns in two questions, in the order of `ids`; one that is gone meanwhile is left out. */
export function describePatterns(db: ReadDb, ids: readonly string[]): Described[] {
  const list = sqlList(ids)
  const there = new Map(presentIds(db, list).map((id): [string, Described] => [id, { id, tags: [], files: [] }]))
  for (const { patternId, word } of tagRows(db, list)) there.get(patternId)?.tags.push(word)
  for (const { patternId, name, format } of fileRows(db, list)) there.get(patternId)?.files.push({ name, format })
  return ids.flatMap(id => there.get(id) ?? [])
}
