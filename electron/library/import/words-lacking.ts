import type { ReadDb } from '#library/db/handles.ts'
import { patternWords } from '#library/db/tables/file-of-pattern.ts'
import { foldName } from '#shared/text/fold.ts'
import { readableName } from './names/readable-name.ts'

/** What a list says of a pattern. */
export interface ListedWords {
  readonly name: string | null
  readonly designer: string | null
  readonly notes: string
  readonly tags: readonly string[]
}

/** What of it the pattern does not have; null and empty for the rest. */
export type LackingWords = ListedWords

/**
 * What a list handed in adds to a pattern that is here already. Her own words stay: a name only takes the place of a file's name, a
 * designer and notes that of none, and tags are added.
 *
 * @param fileNames names of the pattern's files
 */
export function wordsLacking(
  db: ReadDb,
  patternId: string,
  fileNames: readonly string[],
  listed: ListedWords,
): LackingWords | null {
  const now = patternWords(db, patternId)
  if (now === undefined) return null
  const worn = new Set(now.tags.map(foldName))
  const isFileName = fileNames.some(file => readableName(file) === now.name)
  const lacking = {
    name: listed.name !== now.name && isFileName ? listed.name : null,
    designer: now.designer === null ? listed.designer : null,
    // What a file says itself stands there already; a list's notes go before it, as in a first import.
    notes: listed.notes.includes(now.notes) && listed.notes !== now.notes ? listed.notes : '',
    tags: listed.tags.filter(tag => !worn.has(foldName(tag))),
  }
  const isAny = lacking.name !== null || lacking.designer !== null || lacking.notes !== '' || lacking.tags.length > 0
  return isAny ? lacking : null
}
