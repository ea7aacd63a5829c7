import type { Caption } from '#shared/contract/library/printing.ts'
import type { ReadDb } from '../db/handles.ts'
import { sqlList } from '../db/sql.ts'
import { captionRows, formatRows, tagRows } from '../db/tables/caption.ts'

/** What is printed under each of these patterns, in the order of `ids`; one that is gone meanwhile is left out. */
export function captionsOf(db: ReadDb, ids: readonly string[]): Caption[] {
  const list = sqlList(ids)
  const formats = byPattern(formatRows(db, list))
  const tags = byPattern(tagRows(db, list))
  const captions = new Map(
    captionRows(db, list).map(({ sizeSource, ...row }) => [
      row.id,
      {
        ...row,
        sizeUnknown: sizeSource === 'unknown',
        formats: formats.get(row.id) ?? [],
        tags: tags.get(row.id) ?? [],
      },
    ]),
  )
  return ids.flatMap(id => captions.get(id) ?? [])
}

function byPattern(rows: readonly { patternId: string; word: string }[]): ReadonlyMap<string, string[]> {
  const words = new Map<string, string[]>()
  for (const { patternId, word } of rows) {
    const known = words.get(patternId)
    if (known) known.push(word)
    else words.set(patternId, [word])
  }
  return words
}
