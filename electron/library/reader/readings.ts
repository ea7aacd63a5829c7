import { createShelf, type Shelf } from '../columns/shelf.ts'
import type { ReadDb } from '../db/handles.ts'
import { countsOf } from '../db/tables/counts.ts'
import { collectionsList, designersList, tagsList } from '../db/tables/lists.ts'
import { sketchesOf } from '../db/tables/sketch.ts'
import { facesOf } from '../collections/faces.ts'
import { nearShapes } from '../duplicates/near-shapes.ts'
import { overlayOf } from '../duplicates/overlay.ts'
import { countPairs, pairPage, pairsById, pairsWith } from '../duplicates/pairs.ts'
import { captionsOf } from '../patterns/captions.ts'
import { describePatterns } from '../patterns/describe.ts'
import { detailOf } from '../patterns/detail.ts'
import { historyOf } from '../patterns/history.ts'
import { countFacets, type FacetQuery } from '../search/facets.ts'
import type { IndexFile } from '../search/index/index-file.ts'
import { createKeyword, type Keyword, remembering } from '../search/keyword.ts'
import type { Language } from '../search/language.ts'
import { createNear, type Near, withNear } from '../search/near.ts'
import { createOrders } from '../search/orders.ts'
import { quiltersLanguage } from '../search/quilters-language.ts'
import { createTextSearch, type Say, type TextSearch } from '../search/text-search.ts'
import { summaryOf } from '../patterns/summary.ts'
import { createResults, type ResultQuery, type Results } from '../search/results.ts'
import { suggestionsFor } from '../search/suggestions.ts'
import { suggestingAt } from '../tidy/desk.ts'
import { suggestFor } from '../tidy/suggesting.ts'
import { tidyCounts, tidyPage, type GroupQuery } from '../tidy/groups.ts'
import { searchesList } from '../searches/searches.ts'
import { type Alike, createAlike } from '../vectors/alike.ts'
import { type NeighbourQuery, neighboursOf } from '../vectors/neighbours.ts'
import { createVectorShelf, type VectorShelf } from '../vectors/vector-shelf.ts'
import { DESCRIPTOR_VERSION } from '#shared/shape/describe.ts'

/** What the reader thread has at hand. */
export interface ReaderDesk {
  readonly db: ReadDb
  readonly shelf: Shelf
  readonly text: TextSearch
  readonly keyword: Keyword
  readonly near: Near
  readonly results: Results
  readonly vectors: VectorShelf
  readonly alike: Alike
  /** These patterns may be different now; null: any of them. */
  changed(ids: readonly string[] | null): void
  /** Reads a little more ahead of the first question; false when all is there. */
  warm(): boolean
  /** Writes down what the next start need not work out again. */
  keep(): void
}

export interface DeskParts {
  readonly language?: Language
  /** Where the search index is kept between two starts. */
  readonly indexFile?: IndexFile
  /** The start-up file of vectors. */
  readonly vectorsFile?: string
  readonly say?: Say
}

export function createReaderDesk(
  db: ReadDb,
  { language = quiltersLanguage, indexFile, vectorsFile, say = () => {} }: DeskParts = {},
): ReaderDesk {
  const shelf = createShelf(db)
  // What a helper found is news as a commit is: lists made before are old.
  const near = createNear(() => shelf.changed([]))
  const text = createTextSearch({
    db,
    language,
    fallback: createKeyword(db),
    columns: () => shelf.columns(),
    file: indexFile ?? null,
    say,
  })
  const version = () => `${shelf.version} ${text.version()}`
  const keyword = remembering(withNear(text, near), version)
  const vectors = createVectorShelf(db, { version: DESCRIPTOR_VERSION, file: vectorsFile ?? null })
  const alike = createAlike(db, vectors)
  const orders = createOrders(db, shelf)
  const nearest = (query: string) => text.nearest(query)
  const results = createResults({ db, keyword, shelf, orders, alike, version, nearest })
  return {
    db,
    shelf,
    text,
    keyword,
    near,
    results,
    vectors,
    alike,
    changed(ids) {
      shelf.changed(ids)
      text.changed(ids)
    },
    warm: () => shelf.warm() || text.warm() || vectors.warm(),
    keep() {
      text.keep()
      void vectors.keep()
    },
  }
}

/** Short enough for a question that waits meanwhile. */
const A_MOMENT_MS = 40

function readOn(text: TextSearch): boolean {
  const until = performance.now() + A_MOMENT_MS
  while (performance.now() < until) {
    if (text.warm()) continue
    text.keep()
    return false
  }
  return true
}

/** Everything the reader thread can be asked. Input and answer cross a thread, so they are plain values. */
export const READINGS = {
  page: ({ results }: ReaderDesk, query: ResultQuery & { offset: number; limit: number }) => results.page(query),
  ids: ({ results }: ReaderDesk, query: ResultQuery) => results.ids(query),
  facets: ({ db, shelf, keyword, alike }: ReaderDesk, query: FacetQuery) =>
    countFacets(db, shelf, keyword, query, alike),
  neighbours: ({ db, shelf, vectors }: ReaderDesk, query: NeighbourQuery) => neighboursOf(db, shelf, vectors, query),
  /** Reads on in the words of the library for a moment; false when all are read. */
  readWords: ({ text }: ReaderDesk) => readOn(text),
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
  tidyCounts: ({ db }: ReaderDesk) => tidyCounts(db),
  tidyPage: (desk: ReaderDesk, query: GroupQuery) => tidyPage(desk.db, suggestingAt(desk), query),
  suggestTags: (desk: ReaderDesk, ids: readonly string[]) => suggestFor(suggestingAt(desk), ids),
  pairs: ({ db }: ReaderDesk, page: { offset: number; limit: number }) => pairPage(db, page),
  pairsWith: ({ db }: ReaderDesk, id: string) => pairsWith(db, id),
  pairsById: ({ db }: ReaderDesk, ids: readonly string[]) => pairsById(db, ids),
  nearShapes: ({ shelf, vectors }: ReaderDesk, seqs: readonly number[]) => nearShapes(shelf, vectors, seqs),
  countPairs: ({ db }: ReaderDesk) => countPairs(db),
  overlay: ({ db }: ReaderDesk, { first, second }: { first: string; second: string }) => overlayOf(db, first, second),
} as const

export type Readings = typeof READINGS
export type ReadingName = keyof Readings
export type ReadingInput<Name extends ReadingName> = Parameters<Readings[Name]>[1]
export type ReadingOutput<Name extends ReadingName> = ReturnType<Readings[Name]>
