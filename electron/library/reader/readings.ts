import type { ReadDb } from '../db/handles.ts'
import { countsOf } from '../db/tables/counts.ts'
import { collectionsList, designersList, tagsList } from '../db/tables/lists.ts'
import { sketchesOf } from '../db/tables/sketch.ts'
import { facesOf } from '../collections/faces.ts'
import { detailOf } from '../patterns/detail.ts'
import { historyOf } from '../patterns/history.ts'
import { createKeyword } from '../search/keyword.ts'
import { createResults, type ResultQuery, type Results } from '../search/results.ts'
import { searchesList } from '../searches/searches.ts'

/** What the reader thread has at hand. */
export interface ReaderDesk {
  readonly db: ReadDb
  readonly results: Results
}

export function createReaderDesk(db: ReadDb): ReaderDesk {
  return { db, results: createResults(db, createKeyword(db)) }
}

/** Everything the reader thread can be asked. Input and answer cross a thread, so they are plain values. */
export const READINGS = {
  page: ({ results }: ReaderDesk, query: ResultQuery & { offset: number; limit: number }) => results.page(query),
  ids: ({ results }: ReaderDesk, query: ResultQuery) => results.ids(query),
  detail: ({ db }: ReaderDesk, id: string) => detailOf(db, id),
  sketches: ({ db }: ReaderDesk, keys: readonly string[]) => sketchesOf(db, keys),
  counts: ({ db }: ReaderDesk) => countsOf(db),
  history: ({ db }: ReaderDesk, id: string) => historyOf(db, id),
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
