import type { Suggestion } from '#shared/contract/library/search.ts'
import { foldName, sortKey } from '#shared/text/fold.ts'
import { collectionNames, designerNames, tagNames } from '../columns/queries.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'
import { readSetting } from '../db/tables/setting.ts'
import type { TextIndex } from './index/text-index.ts'
import type { TextSearch } from './text-search.ts'

/** A list that is seen at a glance. */
const MOST = 8
const MOST_OF_A_KIND = 3
/** "anne br" is on its way to a designer of two words. */
const MOST_WORDS = 3

/** What the words typed so far may become: searches made before, words, tags, designers, collections, names of patterns. */
export function suggestionsFor(db: ReadDb, text: Pick<TextSearch, 'ready'>, typed: string): Suggestion[] {
  const query = typed.trimStart()
  if (query.trim() === '') return []
  const index = text.ready()
  const named = (kind: Suggestion['kind'], rows: readonly { readonly name: string }[]) =>
    completed(
      kind,
      query,
      rows.map(({ name }) => name),
    )
  const all = [
    ...searches(db, query),
    ...named('tag', tagNames(db)),
    ...(index ? words(index, query) : []),
    ...named('designer', designerNames(db)),
    ...named('collection', collectionNames(db)),
    ...patterns(db, query),
  ]
  return once(all, query).slice(0, MOST)
}

/** Each text once, whoever said it first. */
function once(all: readonly Suggestion[], query: string): Suggestion[] {
  const seen = new Set([foldName(query)])
  return all.filter(({ text }) => {
    const folded = foldName(text)
    return !seen.has(folded) && seen.add(folded)
  })
}

/** The last words typed, as beginnings of a name: all of them first, then fewer. */
function completed(kind: Suggestion['kind'], query: string, names: readonly string[]): Suggestion[] {
  const starts = [...query.matchAll(/\S+/g)].map(found => found.index).slice(-MOST_WORDS)
  for (const start of starts) {
    const beginning = sortKey(query.slice(start))
    const fitting = names.filter(name => beginsAWord(sortKey(name), beginning)).slice(0, MOST_OF_A_KIND)
    if (fitting.length > 0) return fitting.map(name => ({ kind, text: query.slice(0, start) + name }))
  }
  return []
}

const beginsAWord = (name: string, beginning: string): boolean =>
  name.startsWith(beginning) || name.includes(` ${beginning}`)

/** Words of the library, commonest first. */
function words({ lexicon, postings }: TextIndex, query: string): Suggestion[] {
  const last = query.match(/[\p{L}\p{N}\p{M}]+$/u)
  if (!last) return []
  const before = query.slice(0, last.index)
  const live = (word: number) => postings.live[word] ?? 0
  const found = lexicon.beginningWith(
    foldName(last[0])
      .normalize('NFKD')
      .replace(/\p{M}+/gu, ''),
  )
  const best = new Map<string, number>()
  for (const word of found) {
    const stem = lexicon.stems[word]!
    if (live(word) > live(best.get(stem) ?? -1)) best.set(stem, word)
  }
  return [...best.values()]
    .sort((a, b) => live(b) - live(a))
    .slice(0, MOST_OF_A_KIND)
    .map(word => ({ kind: 'word', text: before + lexicon.keys[word]! }))
}

/** Kept searches by their names, and what she looked for lately. */
function searches(db: ReadDb, query: string): Suggestion[] {
  const kept = db.values<string>(sql`select name from saved_search where trashed_at is null order by name_key, id`)
  const recent = readSetting(db, RECENT_KEY)
  const asked = Array.isArray(recent) ? recent.filter(one => typeof one === 'string') : []
  const beginning = sortKey(query)
  return [...asked, ...kept]
    .filter(name => sortKey(name).startsWith(beginning))
    .slice(0, MOST_OF_A_KIND)
    .map(text => ({ kind: 'search', text }))
}

/** Where the window remembers them (renderer/src/features/search/recent.ts). */
const RECENT_KEY = 'window.recent-searches'

function patterns(db: ReadDb, query: string): Suggestion[] {
  const beginning = sortKey(query)
  return db
    .values<string>(
      sql`select distinct name from pattern where trashed_at is null and sort_key >= ${beginning}
        and sort_key < ${`${beginning}\u{10FFFF}`} order by sort_key limit ${MOST_OF_A_KIND}`,
    )
    .map(text => ({ kind: 'pattern', text }))
}
