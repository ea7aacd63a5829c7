import type { Like, PatternCard, PatternFilter, PatternSort } from '#shared/contract/library/patterns.ts'
import type { Chip } from '#shared/contract/library/search.ts'
import type { Shelf } from '../columns/shelf.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'
import { cardsOf } from '../db/tables/pattern.ts'
import { type Alike, MOST_ALIKE, type Sought } from '../vectors/alike.ts'
import { type Circumstances, isOpen, passing, type Test } from './filter.ts'
import type { Found, Keyword } from './keyword.ts'
import type { Orders } from './orders.ts'
import { Ranking, scoreOf, seqOf } from './ranking.ts'

export interface ResultQuery extends Circumstances {
  readonly query: string
  readonly filter: PatternFilter
  readonly sort: PatternSort
  readonly like?: Like | undefined
}

export interface ResultPage {
  readonly total: number
  readonly patterns: PatternCard[]
  readonly understood: Chip[]
  readonly nearest: string[]
}

export interface Results {
  page(query: ResultQuery & { offset: number; limit: number }): ResultPage
  ids(query: ResultQuery): string[]
}

/** One result: in an order of the library, or ranked. */
interface ResultList {
  readonly length: number
  seqs(from: number, to: number): Int32Array
  /** What stands on a card of this list beside what is so anyway, by place and row number. */
  readonly mark: (place: number, seq: number) => Partial<PatternCard>
  readonly understood: readonly Chip[]
}

export interface ResultParts {
  readonly db: ReadDb
  readonly keyword: Keyword
  readonly shelf: Shelf
  readonly orders: Orders
  readonly alike: Alike
  /** Another text when the same question may have another answer. */
  readonly version: () => string
  /** Other words for a question that finds nothing, most alike first; those that find nothing either are left out here. */
  readonly nearest: (query: string) => readonly string[]
}

/** Scrolling and going back ask for the same lists again; a handful is what one window looks at. */
const LISTS_KEPT = 8

/**
 * Pages out of whole results. What is found, and in which order, is worked out once and kept until somebody commits, so that every
 * further page costs only its own cards.
 */
export function createResults({ db, keyword, shelf, orders, alike, version, nearest }: ResultParts): Results {
  const lists = new Map<string, ResultList>()
  let of = ''

  function listOf(query: ResultQuery): ResultList {
    const now = version()
    if (now !== of) lists.clear()
    of = now
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
    const hits = found && membersAmong(found.ranks)
    const kept =
      !through && !hits ? order : order.filter(seq => (!hits || hits[seq] === 1) && (!through || through(seq)))
    return orderedList(kept, found, (_, seq) => alsoMark(found, seq))
  }

  /** The most alike of what words and filter let through; in another order when she asks for one. */
  function alikeList({ query, filter, sort, ...given }: ResultQuery, sought: Sought): ResultList {
    const trashed = filter.trashed === true
    const test = testOf(filter, trashed, given)
    const found = keyword.find(query)
    const hits = found && membersAmong(found.ranks)
    const through = hits ? (seq: number) => hits[seq] === 1 && test(seq) : test
    const all = alike.find(sought, MOST_ALIKE, through)
    const similarities = new Map(all.map(({ seq, similarity }) => [seq, similarity]))
    const seqs =
      sort === 'best'
        ? Int32Array.from(all, ({ seq }) => seq)
        : orders.of(sort, trashed).filter(seq => similarities.has(seq))
    return orderedList(seqs, found, (_, seq) => ({ similarity: similarities.get(seq) ?? 0 }))
  }

  /** A filter that narrows nothing asks for no columns: the first letter typed after a start does not wait for them. */
  function testOf(filter: PatternFilter, trashed: boolean, given: Circumstances): Test {
    if (!isOpen(filter)) return passing(shelf.columns(), filter, given)
    const members = orders.members(trashed)
    return seq => members[seq] === 1
  }

  function nearestTo(query: ResultQuery): string[] {
    return nearest(query.query)
      .filter(other => listOf({ ...query, query: other }).length > 0)
      .slice(0, NEAREST)
  }

  return {
    page({ offset, limit, ...query }) {
      const list = listOf(query)
      const { length: total } = list
      const page = Array.from(list.seqs(offset, offset + limit))
      const placeOf = new Map(page.map((seq, index) => [seq, offset + index]))
      const cards = page.length === 0 ? [] : cardsOf(db, page)
      return {
        total,
        patterns: cards.map(({ seq, card }) => ({ ...card, ...list.mark(placeOf.get(seq) ?? 0, seq) })),
        understood: [...list.understood],
        nearest: total === 0 && query.query.trim() !== '' ? nearestTo(query) : [],
      }
    },
    ids(query) {
      const list = listOf(query)
      return idsOf(db, list.seqs(0, list.length))
    },
  }
}

/** As many as a person reads. */
const NEAREST = 4

function orderedList(seqs: Int32Array, found: Found | null, mark: ResultList['mark']): ResultList {
  const understood = found?.understood ?? []
  return { length: seqs.length, seqs: (from, to) => seqs.subarray(from, to), mark, understood }
}

function rankedList(found: Found, test: Test): ResultList {
  const { ranks, understood } = found
  const kept = new Float64Array(ranks.length)
  let count = 0
  for (let at = 0; at < ranks.length; at++) {
    const rank = ranks[at]!
    if (test(seqOf(rank))) kept[count++] = rank
  }
  const ranking = new Ranking(kept.subarray(0, count))
  return {
    length: count,
    seqs: (from, to) => Int32Array.from(ranking.slice(from, to), seqOf),
    mark: (place, seq) => ({ ...alsoMark(found, seq), score: scoreOf(ranking.slice(place, place + 1)[0]!) }),
    understood,
  }
}

const alsoMark = (found: Found | null, seq: number): Partial<PatternCard> =>
  found?.also?.has(seq) ? { also: true } : {}

function membersAmong(ranks: Float64Array): Uint8Array {
  let end = 0
  for (let at = 0; at < ranks.length; at++) end = Math.max(end, seqOf(ranks[at]!))
  const members = new Uint8Array(end + 1)
  for (let at = 0; at < ranks.length; at++) members[seqOf(ranks[at]!)] = 1
  return members
}

function idsOf(db: ReadDb, seqs: Int32Array): string[] {
  const rows = db.all<{ seq: number; id: string }>(
    sql`select seq, id from pattern where seq in (select value from json_each(${JSON.stringify([...seqs])}))`,
  )
  const bySeq = new Map(rows.map(row => [row.seq, row.id]))
  return Array.from(seqs).flatMap(seq => bySeq.get(seq) ?? [])
}
