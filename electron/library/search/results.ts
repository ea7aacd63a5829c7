import type { PatternCard, PatternFilter, PatternSort } from '#shared/contract/library/patterns.ts'
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

/** One result in its order; when it was ranked, with the score of each beside it. */
interface ResultList {
  readonly seqs: readonly number[]
  readonly scores: readonly number[] | null
  /** The same as a set, made when a list of words is cut down to this one. */
  members?: ReadonlySet<number>
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
    const list = lists.get(key) ?? makeList(query)
    lists.delete(key)
    lists.set(key, list)
    const oldest = lists.size > LISTS_KEPT ? lists.keys().next().value : undefined
    if (oldest !== undefined) lists.delete(oldest)
    return list
  }

  function makeList({ query, filter, sort }: ResultQuery): ResultList {
    const found = keyword.find(query)
    if (!found) return { seqs: db.values<number>(sortedSql(filter, sort)), scores: null }
    // Every letter typed asks anew, but what the filter lets through stays: that list is kept as well.
    const through = listOf({ query: '', filter, sort: sort === 'best' ? 'newest' : sort })
    if (sort !== 'best') {
      const hits = new Set(found.map(({ seq }) => seq))
      return { seqs: through.seqs.filter(seq => hits.has(seq)), scores: null }
    }
    through.members ??= new Set(through.seqs)
    const members = through.members
    const kept = found.filter(({ seq }) => members.has(seq))
    return { seqs: kept.map(({ seq }) => seq), scores: kept.map(({ score }) => score) }
  }

  return {
    page({ offset, limit, ...query }) {
      const { seqs, scores } = listOf(query)
      const page = seqs.slice(offset, offset + limit)
      const cards = page.length === 0 ? [] : cardsOf(db, page)
      if (!scores) return { total: seqs.length, patterns: cards.map(({ card }) => card) }
      const scoreOf = new Map(page.map((seq, index) => [seq, scores[offset + index] ?? 0]))
      return { total: seqs.length, patterns: cards.map(({ seq, card }) => ({ ...card, score: scoreOf.get(seq) ?? 0 })) }
    },
    ids: query => idsOf(db, listOf(query).seqs),
  }
}

function idsOf(db: ReadDb, seqs: readonly number[]): string[] {
  const rows = db.all<{ seq: number; id: string }>(
    sql`select seq, id from pattern where seq in (select value from json_each(${JSON.stringify(seqs)}))`,
  )
  const bySeq = new Map(rows.map(row => [row.seq, row.id]))
  return seqs.flatMap(seq => bySeq.get(seq) ?? [])
}
