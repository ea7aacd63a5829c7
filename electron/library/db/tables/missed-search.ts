import type { MissedSearch } from '#shared/contract/library/tidy.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

/** More than these nobody goes through: the oldest go. */
const KEPT = 200

export function missedSearches(db: ReadDb): MissedSearch[] {
  return db.all<MissedSearch>(sql`select id, query, times, last_at as lastAt from missed_search
    where forgotten_at is null order by last_at desc, id limit ${KEPT}`)
}

export function countMissed(db: ReadDb): number {
  return Math.min(KEPT, db.values<number>(sql`select count(*) from missed_search where forgotten_at is null`)[0] ?? 0)
}

export function missedOf(db: ReadDb, id: string): { query: string; lastAt: number } | undefined {
  return db.get(sql`select query, last_at as lastAt from missed_search where id = ${id}`)
}

/** Row numbers of the patterns that were looked at or used in this time, first first, as far as nothing was done with them since. */
export function usedBetween(db: ReadDb, from: number, to: number, limit: number): number[] {
  return db.values<number>(sql`select seq from pattern
    where trashed_at is null and last_used_at >= ${from} and last_used_at < ${to}
    order by last_used_at, seq limit ${limit}`)
}

/** Once more, or for the first time; one that was forgotten and is asked again is there again. */
export function putMissed(
  db: WriteDb,
  { id, query, key, at }: { id: string; query: string; key: string; at: number },
): void {
  db.run(sql`insert into missed_search (id, query, query_key, times, last_at) values (${id}, ${query}, ${key}, 1, ${at})
    on conflict (query_key) do update set query = excluded.query, times = times + 1, last_at = excluded.last_at,
      forgotten_at = null`)
  db.run(sql`delete from missed_search where id in
    (select id from missed_search order by last_at desc, id limit -1 offset ${KEPT * 2})`)
}

/** It finds something now, or was only on its way to being another one. */
export function dropMissed(db: WriteDb, keys: readonly string[]): number {
  return db.run(sql`delete from missed_search where query_key in ${sqlList(keys)}`).changes
}

export function missedSince(db: ReadDb, since: number): { key: string }[] {
  return db.all(sql`select query_key as key from missed_search where last_at >= ${since} and times = 1`)
}

/** @param at null: they are there again */
export function forgetMissed(db: WriteDb, ids: readonly string[], at: number | null): void {
  db.run(sql`update missed_search set forgotten_at = ${at} where id in ${sqlList(ids)}`)
}
