import type { PatternCard, PatternFilter, PatternSort } from '#shared/contract/library/patterns.ts'
import type { Shelf } from '../columns/shelf.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'
import { cardsOf } from '../db/tables/pattern.ts'
import { isOpen, passing, type Test } from './filter.ts'
import type { Found, Keyword } from './keyword.ts'
import { membersOf, type Orders } from './orders.ts'

export interface ResultQuery {
  readonly query: string
  readonly filter: PatternFilter
  readonly sort: PatternSort
  /** What "within 30 days" counts back from. */
  readonly now: number
}

export interface Results {
  page(query: ResultQuery & { offset: number; limit: number }): { total: number; patterns: PatternCard[] }
  ids(query: ResultQuery): string[]
}

/** One result in its order; when it was ranked, with the score of each beside it. */
interface ResultList {
  readonly seqs: Int32Array
  readonly scores: Float64Array | null
  /** Those that a meaning helper alone found. */
  readonly also: ReadonlySet<number>
}

/** Scrolling and going back ask for the same lists again; a handful is what one window looks at. */
const LISTS_KEPT = 8

/**
 * Pages out of whole results. What is found, and in which order, is worked out once and kept until somebody commits, so that every
 * further page costs only its own cards.
 */
export function createResults(db: ReadDb, keyword: Keyword, shelf: Shelf, orders: Orders): Results {
  const lists = new Map<string, ResultList>()
  let version = -1

  function listOf(query: ResultQuery): ResultList {
    if (shelf.version !== version) lists.clear()
    version = shelf.version
    const days = query.filter.usedWithinDays ?? query.filter.addedWithinDays
    const hour = days === undefined ? 0 : Math.floor(query.now / 3_600_000)
    const key = JSON.stringify([query.query, query.filter, query.sort, hour])
    const list = lists.get(key) ?? makeList(query)
    lists.delete(key)
    lists.set(key, list)
    const oldest = lists.size > LISTS_KEPT ? lists.keys().next().value : undefined
    if (oldest !== undefined) lists.delete(oldest)
    return list
  }

  function makeList({ query, filter, sort, now }: ResultQuery): ResultList {
    const found = keyword.find(query)
    const trashed = filter.trashed === true
    if (found && sort === 'best') return rankedList(found, testOf(filter, trashed, now))
    const order = orders.of(sort, trashed)
    const through = isOpen(filter) ? null : passing(shelf.columns(), filter, now)
    const hits = found && membersOf(found.map(({ seq }) => seq))
    const also = alsoOf(found)
    if (!through && !hits) return { seqs: order, scores: null, also }
    return { seqs: order.filter(seq => (!hits || hits[seq] === 1) && (!through || through(seq))), scores: null, also }
  }

  /** A filter that narrows nothing asks for no columns: the first letter typed after a start does not wait for them. */
  function testOf(filter: PatternFilter, trashed: boolean, now: number): Test {
    if (!isOpen(filter)) return passing(shelf.columns(), filter, now)
    const members = membersOf(orders.of('newest', trashed))
    return seq => members[seq] === 1
  }

  return {
    page({ offset, limit, ...query }) {
      const { seqs, scores, also } = listOf(query)
      const page = Array.from(seqs.subarray(offset, offset + limit))
      const cards = (page.length === 0 ? [] : cardsOf(db, page)).map(({ seq, card }) => ({
        seq,
        card: also.has(seq) ? { ...card, also: true } : card,
      }))
      if (!scores) return { total: seqs.length, patterns: cards.map(({ card }) => card) }
      const scoreOf = new Map(page.map((seq, index) => [seq, scores[offset + index] ?? 0]))
      return { total: seqs.length, patterns: cards.map(({ seq, card }) => ({ ...card, score: scoreOf.get(seq) ?? 0 })) }
    },
    ids: query => idsOf(db, listOf(query).seqs),
  }
}

function rankedList(found: readonly Found[], test: Test): ResultList {
  const kept = found.filter(({ seq }) => test(seq))
  return {
    seqs: Int32Array.from(kept, ({ seq }) => seq),
    scores: Float64Array.from(kept, ({ score }) => score),
    also: alsoOf(kept),
  }
}

function alsoOf(found: readonly Found[] | null): ReadonlySet<number> {
  return new Set((found ?? []).filter(({ also }) => also).map(({ seq }) => seq))
}

function idsOf(db: ReadDb, seqs: Int32Array): string[] {
  const rows = db.all<{ seq: number; id: string }>(
    sql`select seq, id from pattern where seq in (select value from json_each(${JSON.stringify([...seqs])}))`,
  )
  const bySeq = new Map(rows.map(row => [row.seq, row.id]))
  return Array.from(seqs).flatMap(seq => bySeq.get(seq) ?? [])
}
