import type { Like, PatternCard, PatternFilter, PatternSort } from '#shared/contract/library/patterns.ts'
import type { Shelf } from '../columns/shelf.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'
import { cardsOf } from '../db/tables/pattern.ts'
import { type Alike, MOST_ALIKE, type Sought } from '../vectors/alike.ts'
import { type Circumstances, isOpen, passing, type Test } from './filter.ts'
import type { Found, Keyword } from './keyword.ts'
import { membersOf, type Orders } from './orders.ts'

export interface ResultQuery extends Circumstances {
  readonly query: string
  readonly filter: PatternFilter
  readonly sort: PatternSort
  readonly like?: Like | undefined
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
  readonly also?: ReadonlySet<number>
  /** By row number, of what was found by its looks. */
  readonly similarities?: ReadonlyMap<number, number>
}

/** Scrolling and going back ask for the same lists again; a handful is what one window looks at. */
const LISTS_KEPT = 8

/**
 * Pages out of whole results. What is found, and in which order, is worked out once and kept until somebody commits, so that every
 * further page costs only its own cards.
 */
export function createResults(db: ReadDb, keyword: Keyword, shelf: Shelf, orders: Orders, alike: Alike): Results {
  const lists = new Map<string, ResultList>()
  let version = -1

  function listOf(query: ResultQuery): ResultList {
    if (shelf.version !== version) lists.clear()
    version = shelf.version
    const days = query.filter.usedWithinDays ?? query.filter.addedWithinDays
    const hour = days === undefined ? 0 : Math.floor(query.now / 3_600_000)
    const sought = query.like ? alike.sought(query.like) : null
    const key = JSON.stringify([query.query, query.filter, query.sort, hour, query.machines, sought?.key])
    const list = lists.get(key) ?? (sought ? alikeList(query, sought) : makeList(query))
    lists.delete(key)
    lists.set(key, list)
    const oldest = lists.size > LISTS_KEPT ? lists.keys().next().value : undefined
    if (oldest !== undefined) lists.delete(oldest)
    return list
  }

  function makeList({ query, filter, sort, ...given }: ResultQuery): ResultList {
    const found = keyword.find(query)
    const trashed = filter.trashed === true
    if (found && sort === 'best') return rankedList(found, testOf(filter, trashed, given))
    const order = orders.of(sort, trashed)
    const through = isOpen(filter) ? null : passing(shelf.columns(), filter, given)
    const hits = found && membersOf(found.map(({ seq }) => seq))
    const also = alsoOf(found)
    if (!through && !hits) return { seqs: order, scores: null, also }
    return { seqs: order.filter(seq => (!hits || hits[seq] === 1) && (!through || through(seq))), scores: null, also }
  }

  /** The most alike of what words and filter let through; in another order when she asks for one. */
  function alikeList({ query, filter, sort, ...given }: ResultQuery, sought: Sought): ResultList {
    const trashed = filter.trashed === true
    const test = testOf(filter, trashed, given)
    const found = keyword.find(query)
    const hits = found && membersOf(found.map(({ seq }) => seq))
    const through = hits ? (seq: number) => hits[seq] === 1 && test(seq) : test
    const all = alike.find(sought, MOST_ALIKE, through)
    const seqs = Int32Array.from(all, ({ seq }) => seq)
    const similarities = new Map(all.map(({ seq, similarity }) => [seq, similarity]))
    if (sort === 'best') return { seqs, scores: null, similarities }
    return { seqs: orders.of(sort, trashed).filter(seq => similarities.has(seq)), scores: null, similarities }
  }

  /** A filter that narrows nothing asks for no columns: the first letter typed after a start does not wait for them. */
  function testOf(filter: PatternFilter, trashed: boolean, given: Circumstances): Test {
    if (!isOpen(filter)) return passing(shelf.columns(), filter, given)
    const members = membersOf(orders.of('newest', trashed))
    return seq => members[seq] === 1
  }

  return {
    page({ offset, limit, ...query }) {
      const { seqs, scores, similarities, also } = listOf(query)
      const page = Array.from(seqs.subarray(offset, offset + limit))
      const cards = (page.length === 0 ? [] : cardsOf(db, page)).map(({ seq, card }) => ({
        seq,
        card: also?.has(seq) ? { ...card, also: true } : card,
      }))
      if (similarities)
        return {
          total: seqs.length,
          patterns: cards.map(({ seq, card }) => ({ ...card, similarity: similarities.get(seq) ?? 0 })),
        }
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
