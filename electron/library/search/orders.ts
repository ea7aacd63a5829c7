import type { PatternSort } from '#shared/contract/library/patterns.ts'
import { never } from '#shared/util/never.ts'
import type { Shelf } from '../columns/shelf.ts'
import type { ReadDb } from '../db/handles.ts'
import { type Sql, sql } from '../db/sql.ts'

/** Every pattern of a place (the wall or the trash) in one order, as row numbers. */
export interface Orders {
  of(sort: PatternSort, trashed: boolean): Int32Array
  /** 1 at the row number of everything in that place. */
  members(trashed: boolean): Uint8Array
}

/** The two orders SQLite keeps an index for; the others are put together from them. In the trash: what was thrown away last comes first. */
export function orderSql(sort: 'newest' | 'name', trashed: boolean): Sql {
  if (trashed)
    return sort === 'newest'
      ? sql`select seq from pattern where trashed_at is not null order by trashed_at desc, id desc`
      : sql`select seq from pattern where trashed_at is not null order by sort_key, id`
  return sort === 'newest'
    ? sql`select seq from pattern where trashed_at is null order by created_at desc, id desc`
    : sql`select seq from pattern where trashed_at is null order by sort_key, id`
}

export function usedSql(trashed: boolean): Sql {
  return trashed
    ? sql`select seq from pattern where trashed_at is not null and last_used_at is not null
        order by last_used_at desc, id desc`
    : sql`select seq from pattern where trashed_at is null and last_used_at is not null
        order by last_used_at desc, id desc`
}

/** Kept until something changes that could move a pattern: a newest-first wall outlives every edit. */
export function createOrders(db: ReadDb, shelf: Shelf): Orders {
  const kept = new Map<string, { readonly version: number; readonly seqs: Int32Array }>()

  function orderOf(sort: Exclude<PatternSort, 'best'>, trashed: boolean): Int32Array {
    const key = `${sort} ${trashed}`
    const version = sort === 'newest' && !trashed ? shelf.presence() : shelf.version
    const known = kept.get(key)
    if (known?.version === version) return known.seqs
    const seqs = make(sort, trashed)
    kept.set(key, { version, seqs })
    return seqs
  }

  function make(sort: Exclude<PatternSort, 'best'>, trashed: boolean): Int32Array {
    switch (sort) {
      case 'newest':
      case 'name':
        return Int32Array.from(db.values<number>(orderSql(sort, trashed)))
      case 'last-used':
        return usedFirst(db.values<number>(usedSql(trashed)), orderOf('newest', trashed))
      case 'designer': {
        const byName = orderOf('name', trashed)
        const { designer, designerIds } = shelf.columns()
        const ranks = designerRanks(db, id => designerIds.known(id), designerIds.ids.length)
        return sorted(byName, seq => ranks[designer[seq] ?? 0] ?? 0, ranks.length)
      }
      case 'size': {
        const newest = orderOf('newest', trashed)
        const { widthMm, heightMm } = shelf.columns()
        return sorted(newest, seq => smallness(widthMm[seq], heightMm[seq]), SMALLEST + 2)
      }
      default:
        return never(sort)
    }
  }

  const places = new WeakMap<Int32Array, Uint8Array>()

  return {
    of: (sort, trashed) => orderOf(sort === 'best' ? 'newest' : sort, trashed),
    members(trashed) {
      const newest = orderOf('newest', trashed)
      const members = places.get(newest) ?? membersOf(newest)
      places.set(newest, members)
      return members
    },
  }
}

function usedFirst(used: readonly number[], newest: Int32Array): Int32Array {
  const all = new Int32Array(newest.length)
  const isUsed = membersOf(used)
  all.set(used)
  let at = used.length
  for (const seq of newest) if (isUsed[seq] !== 1) all[at++] = seq
  return all
}

/** 1 at each of these row numbers: asked 100,000 times it is ten times as quick as a set. */
export function membersOf(seqs: ArrayLike<number>): Uint8Array {
  let end = 0
  for (let index = 0; index < seqs.length; index++) end = Math.max(end, seqs[index] ?? 0)
  const members = new Uint8Array(end + 1)
  for (let index = 0; index < seqs.length; index++) members[seqs[index] ?? 0] = 1
  return members
}

/** Each designer's place among the names; equal names share one, and nobody (number 0) comes last. */
function designerRanks(db: ReadDb, numberOf: (id: string) => number | undefined, count: number): Int32Array {
  const rows = db.all<{ id: string; nameKey: string }>(
    sql`select id, name_key as nameKey from designer order by name_key`,
  )
  const ranks = new Int32Array(count + 1)
  let rank = -1
  let before: string | null = null
  for (const { id, nameKey } of rows) {
    const number = numberOf(id)
    if (number === undefined) continue
    if (nameKey !== before) rank++
    before = nameKey
    ranks[number] = rank
  }
  ranks[0] = count
  return ranks
}

/** Tenths of a millimetre below the largest size told apart: 6.5 m, past every quilt there is. */
const SMALLEST = 65_535

function smallness(widthMm = Number.NaN, heightMm = Number.NaN): number {
  const longer = Math.max(widthMm, heightMm)
  return Number.isNaN(longer) ? SMALLEST + 1 : SMALLEST - Math.min(SMALLEST, Math.max(0, Math.round(longer * 10)))
}

/** By a small whole number, equal ones as they stood: a counting sort, a few milliseconds for 100,000. */
function sorted(seqs: Int32Array, keyOf: (seq: number) => number, keys: number): Int32Array {
  const starts = new Int32Array(keys + 1)
  const of = new Int32Array(seqs.length)
  for (let index = 0; index < seqs.length; index++) {
    const key = keyOf(seqs[index] ?? 0)
    of[index] = key
    starts[key + 1] = (starts[key + 1] ?? 0) + 1
  }
  for (let key = 0; key < keys; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0)
  const all = new Int32Array(seqs.length)
  for (let index = 0; index < seqs.length; index++) {
    const key = of[index] ?? 0
    const at = starts[key] ?? 0
    all[at] = seqs[index] ?? 0
    starts[key] = at + 1
  }
  return all
}
