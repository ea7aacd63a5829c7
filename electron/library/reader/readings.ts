import { createShelf, type Shelf } from '../columns/shelf.ts'
import type { ReadDb } from '../db/handles.ts'
import { countsOf } from '../db/tables/counts.ts'
import { collectionsList, designersList, tagsList } from '../db/tables/lists.ts'
import { sketchesOf } from '../db/tables/sketch.ts'
import { facesOf } from '../collections/faces.ts'
import { captionsOf } from '../patterns/captions.ts'
import { describePatterns } from '../patterns/describe.ts'
import { detailOf } from '../patterns/detail.ts'
import { historyOf } from '../patterns/history.ts'
import { countFacets, type FacetQuery } from '../search/facets.ts'
import type { IndexFile } from '../search/index/index-file.ts'
import { createKeyword, type Keyword, remembering } from '../search/keyword.ts'
import type { Language } from '../search/language.ts'
import { createOrders } from '../search/orders.ts'
import { quiltersLanguage } from '../search/quilters-language.ts'
import { createTextSearch, type Say, type TextSearch } from '../search/text-search.ts'
import { summaryOf } from '../patterns/summary.ts'
import { createResults, type ResultQuery, type Results } from '../search/results.ts'
import { suggestionsFor } from '../search/suggestions.ts'
import { searchesList } from '../searches/searches.ts'

/** What the reader thread has at hand. */
export interface ReaderDesk {
  readonly db: ReadDb
  readonly shelf: Shelf
  readonly text: TextSearch
  readonly keyword: Keyword
  readonly results: Results
  /** These patterns may be different now; null: any of them. */
  changed(ids: readonly string[] | null): void
  /** Reads a little more ahead of the first question; false when all is there. */
  warm(): boolean
}

export interface DeskParts {
  readonly language?: Language
  /** Where the search index is kept between two starts. */
  readonly indexFile?: IndexFile
  readonly say?: Say
}

export function createReaderDesk(
  db: ReadDb,
  { language = quiltersLanguage, indexFile, say = () => {} }: DeskParts = {},
): ReaderDesk {
  const shelf = createShelf(db)
  const text = createTextSearch({
    db,
    language,
    fallback: createKeyword(db),
    columns: () => shelf.columns(),
    file: indexFile ?? null,
    say,
  })
  const version = () => `${shelf.version} ${text.version()}`
  const keyword = remembering(text, version)
  const results = createResults(db, keyword, shelf, createOrders(db, shelf), version, query => text.nearest(query))
  return {
    db,
    shelf,
    text,
    keyword,
    results,
    changed(ids) {
      shelf.changed(ids)
      text.changed(ids)
    },
    warm: () => shelf.warm() || text.warm(),
  }
}

/** Everything the reader thread can be asked. Input and answer cross a thread, so they are plain values. */
export const READINGS = {
  page: ({ results }: ReaderDesk, query: ResultQuery & { offset: number; limit: number }) => results.page(query),
  ids: ({ results }: ReaderDesk, query: ResultQuery) => results.ids(query),
  facets: ({ db, shelf, keyword }: ReaderDesk, query: FacetQuery) => countFacets(db, shelf, keyword, query),
  suggest: ({ db, text }: ReaderDesk, typed: string) => suggestionsFor(db, text, typed),
  describe: ({ db }: ReaderDesk, ids: readonly string[]) => describePatterns(db, ids),
  detail: ({ db }: ReaderDesk, id: string) => detailOf(db, id),
  captions: ({ db }: ReaderDesk, ids: readonly string[]) => captionsOf(db, ids),
  sketches: ({ db }: ReaderDesk, keys: readonly string[]) => sketchesOf(db, keys),
  counts: ({ db }: ReaderDesk) => countsOf(db),
  history: ({ db }: ReaderDesk, id: string) => historyOf(db, id),
  summary: ({ db }: ReaderDesk, ids: readonly string[]) => summaryOf(db, ids),
  tags: ({ db }: ReaderDesk) => tagsList(db),
  collections: ({ db }: ReaderDesk) => collectionsList(db),
  faces: ({ db }: ReaderDesk, ids: readonly string[]) => facesOf(db, ids),
  designers: ({ db }: ReaderDesk) => designersList(db),
  searches: ({ db }: ReaderDesk) => searchesList(db),
} as const

export type Readings = typeof READINGS
export type ReadingName = keyof Readings
export type ReadingInput<Name extends ReadingName> = Parameters<Readings[Name]>[1]
export type ReadingOutput<Name extends ReadingName> = ReturnType<Readings[Name]>
