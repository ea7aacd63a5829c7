import type { Suggestion } from '#shared/contract/library/tidy.ts'
import type { ReadDb } from '../db/handles.ts'
import { declinedTags, fileNamesOf, type NamedPattern, namedPatterns, tagsOf } from '../db/tables/tidy.ts'
import type { Suggest } from './groups.ts'
import { NEIGHBOURS, suggestTags } from './suggest-tags.ts'

/** What a suggestion is worked out from. */
export interface SuggestingParts {
  readonly db: ReadDb
  /** Patterns that look like this one, nearest first, near enough to count. */
  alike(id: string): readonly string[]
  /** What a name and file names say, in words that can be tags. */
  said(pattern: NamedPattern, fileNames: readonly string[]): readonly string[]
}

/** Of more patterns than these nobody reads what each would get. */
const LOOKED_AT = 200

export function suggesting({ db, alike, said }: SuggestingParts): Suggest {
  return patterns => {
    const ids = patterns.map(({ id }) => id)
    const worn = grouped(tagsOf(db, ids))
    const declined = grouped(declinedTags(db, ids).map(({ patternId, key }) => ({ patternId, name: key })))
    const files = grouped(fileNamesOf(db, ids))
    const likes = new Map(ids.map(id => [id, alike(id)]))
    const tags = grouped(tagsOf(db, [...new Set([...likes.values()].flat())]))
    const labelled = (id: string) =>
      (likes.get(id) ?? []).flatMap(like => (tags.has(like) ? [{ tags: tags.get(like)! }] : [])).slice(0, NEIGHBOURS)
    return new Map(
      namedPatterns(db, ids).map(pattern => [
        pattern.id,
        suggestTags({
          neighbours: labelled(pattern.id),
          named: said(pattern, files.get(pattern.id) ?? []),
          worn: worn.get(pattern.id) ?? [],
          declined: new Set(declined.get(pattern.id)),
        }),
      ]),
    )
  }
}

function grouped(rows: readonly { patternId: string; name: string }[]): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const { patternId, name } of rows) {
    const list = lists.get(patternId)
    if (list) list.push(name)
    else lists.set(patternId, [name])
  }
  return lists
}

export interface SuggestedForSome {
  /** How many were looked at. */
  readonly looked: number
  /** Each tag with the patterns it is suggested for, those for most first. */
  readonly suggestions: (Suggestion & { ids: string[] })[]
}

/** For several at once: of each tag, for whom, with the reason of the first of them. */
export function suggestFor(suggest: Suggest, ids: readonly string[]): SuggestedForSome {
  const some = ids.slice(0, LOOKED_AT)
  const found = new Map<string, Suggestion & { ids: string[] }>()
  for (const [id, suggestions] of suggest(some.map(id => ({ id })))) {
    for (const { tag, reason } of suggestions) {
      const known = found.get(tag)
      if (known) known.ids.push(id)
      else found.set(tag, { tag, reason, ids: [id] })
    }
  }
  const suggestions = [...found.values()]
  return { looked: some.length, suggestions: some.length === 1 ? suggestions : suggestions.sort(byMost) }
}

const byMost = (a: { tag: string; ids: string[] }, b: { tag: string; ids: string[] }): number =>
  b.ids.length - a.ids.length || (a.tag < b.tag ? -1 : 1)
