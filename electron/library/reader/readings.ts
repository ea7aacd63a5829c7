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
import { detailOf } from '../patterns/detail.ts'
import { historyOf } from '../patterns/history.ts'
import { countFacets, type FacetQuery } from '../search/facets.ts'
import { createKeyword, type Keyword, remembering } from '../search/keyword.ts'
import { createNear, type Near, withNear } from '../search/near.ts'
import { createOrders } from '../search/orders.ts'
import { summaryOf } from '../patterns/summary.ts'
import { createResults, type ResultQuery, type Results } from '../search/results.ts'
import { searchesList } from '../searches/searches.ts'
import { type Alike, createAlike } from '../vectors/alike.ts'
import { type NeighbourQuery, neighboursOf } from '../vectors/neighbours.ts'
import { createVectorShelf, type VectorShelf } from '../vectors/vector-shelf.ts'
import { DESCRIPTOR_VERSION } from '#shared/shape/describe.ts'

/** What the reader thread has at hand. */
export interface ReaderDesk {
  readonly db: ReadDb
  readonly shelf: Shelf
  readonly keyword: Keyword
  readonly near: Near
  readonly results: Results
  readonly vectors: VectorShelf
  readonly alike: Alike
}

/** @param vectorsFile the start-up file of vectors; null: none is kept */
export function createReaderDesk(db: ReadDb, vectorsFile: string | null = null): ReaderDesk {
  const shelf = createShelf(db)
  // What a helper found is news as a commit is: lists made before are old.
  const near = createNear(() => shelf.changed([]))
  const keyword = remembering(withNear(createKeyword(db), near), () => shelf.version)
  const vectors = createVectorShelf(db, { version: DESCRIPTOR_VERSION, file: vectorsFile })
  const alike = createAlike(db, vectors)
  const results = createResults(db, keyword, shelf, createOrders(db, shelf), alike)
  return { db, shelf, keyword, near, results, vectors, alike }
}

/** Everything the reader thread can be asked. Input and answer cross a thread, so they are plain values. */
export const READINGS = {
  page: ({ results }: ReaderDesk, query: ResultQuery & { offset: number; limit: number }) => results.page(query),
  ids: ({ results }: ReaderDesk, query: ResultQuery) => results.ids(query),
  facets: ({ db, shelf, keyword, alike }: ReaderDesk, query: FacetQuery) =>
    countFacets(db, shelf, keyword, query, alike),
  neighbours: ({ db, shelf, vectors }: ReaderDesk, query: NeighbourQuery) => neighboursOf(db, shelf, vectors, query),
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
