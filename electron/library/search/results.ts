import type { PatternCard, PatternFilter, PatternSort } from '#shared/contract/library.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'
import { cardsOf } from '../db/tables/pattern.ts'
import { sortedSql } from './filter.ts'
import type { Keyword } from './keyword.ts'

export interface ResultQuery {
  readonly query: string
  readonly filter: PatternFilter
  readonly sort: PatternSort
}

export interface Results {
  page(query: ResultQuery & { offset: number; limit: number }): { total: number; patterns: PatternCard[] }
  ids(query: ResultQuery): string[]
}

/** One result in its order. `scores` beside it when it was ranked. */
interface ResultList {
  readonly seqs: readonly number[]
  readonly scores: ReadonlyMap<number, number> | null
}

/** Scrolling and going back ask for the same lists again; a handful is what one window looks at. */
const LISTS_KEPT = 8

/**
 * Pages out of whole results. The whole order is worked out once (20 ms at 100,000) and kept as row numbers until somebody commits, so
 * that every further page costs only its own cards.
 */
export function createResults(db: ReadDb, keyword: Keyword): Results {
  const lists = new Map<string, ResultList>()
  let version: number | undefined

  function listOf(query: ResultQuery): ResultList {
    const now = db.values<number>(sql`pragma data_version`)[0]
    if (now !== version) lists.clear()
    version = now
    const key = JSON.stringify([query.query, query.filter, query.sort])
    const list = lists.get(key) ?? makeList(db, keyword, query)
    lists.delete(key)
    lists.set(key, list)
    const oldest = lists.size > LISTS_KEPT ? lists.keys().next().value : undefined
    if (oldest !== undefined) lists.delete(oldest)
    return list
  }

  return {
    page({ offset, limit, ...query }) {
      const { seqs, scores } = listOf(query)
      const cards = limit === 0 ? [] : cardsOf(db, seqs.slice(offset, offset + limit))
      const patterns = scores
        ? cards.map(({ seq, card }) => ({ ...card, score: scores.get(seq) ?? 0 }))
        : cards.map(({ card }) => card)
      return { total: seqs.length, patterns }
    },
    ids(query) {
      return idsOf(db, listOf(query).seqs)
    },
  }
}

function makeList(db: ReadDb, keyword: Keyword, { query, filter, sort }: ResultQuery): ResultList {
  const found = keyword.find(query)
  if (!found) return { seqs: db.values<number>(sortedSql(filter, sort)), scores: null }
  const scores = new Map(found.map(({ seq, score }) => [seq, score]))
  const sorted = db.values<number>(sortedSql(filter, sort))
  if (sort !== 'best') return { seqs: sorted.filter(seq => scores.has(seq)), scores }
  const allowed = new Set(sorted)
  return { seqs: found.map(({ seq }) => seq).filter(seq => allowed.has(seq)), scores }
}

function idsOf(db: ReadDb, seqs: readonly number[]): string[] {
  const rows = db.all<{ seq: number; id: string }>(
    sql`select seq, id from pattern where seq in (select value from json_each(${JSON.stringify(seqs)}))`,
  )
  const bySeq = new Map(rows.map(row => [row.seq, row.id]))
  return seqs.flatMap(seq => bySeq.get(seq) ?? [])
}
