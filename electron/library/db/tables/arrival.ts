import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

export type ArrivalState = 'before' | 'nothing' | 'here' | 'waiting' | 'dismissed' | 'looked'

/** What tells whether a file is still the one that was met. */
export interface ArrivalStamp {
  readonly bytes: number
  readonly modifiedAt: number
}

export interface NewArrival extends ArrivalStamp {
  readonly path: string
  readonly id: string
  readonly name: string
  readonly below: string
  readonly foundAt: number
  readonly state: ArrivalState
  readonly format: string
  readonly patterns: number
  readonly hashes: readonly string[]
  readonly sketch: Uint8Array | null
}

/** A file that changed since is met anew. */
export function putArrival(db: WriteDb, one: NewArrival): void {
  db.run(sql`insert or replace into arrival (path, id, name, below, bytes, modified_at, found_at, state, format, patterns, hashes, sketch)
    values (${one.path}, ${one.id}, ${one.name}, ${one.below}, ${one.bytes}, ${one.modifiedAt}, ${one.foundAt}, ${one.state},
      ${one.format}, ${one.patterns}, ${JSON.stringify(one.hashes)}, ${one.sketch})`)
}

export function arrivalStamp(db: ReadDb, path: string): ArrivalStamp | undefined {
  return db.get<ArrivalStamp>(sql`select bytes, modified_at as modifiedAt from arrival where path = ${path}`)
}

export interface WaitingArrival {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly below: string
  readonly bytes: number
  readonly foundAt: number
  readonly format: string
  readonly patterns: number
  readonly sketch: Uint8Array<ArrayBuffer> | null
}

export function waitingArrivals(db: ReadDb, offset: number, limit: number): WaitingArrival[] {
  return db.all<WaitingArrival>(sql`select id, path, name, below, bytes, found_at as foundAt, format, patterns, sketch
    from arrival where state = 'waiting' order by found_at desc, path limit ${limit} offset ${offset}`)
}

export function countWaiting(db: ReadDb): number {
  return db.values<number>(sql`select count(*) from arrival where state = 'waiting'`)[0] ?? 0
}

export function waitingHashes(db: ReadDb): { id: string; hashes: string[] }[] {
  return db
    .all<{ id: string; hashes: string }>(sql`select id, hashes from arrival where state = 'waiting'`)
    .map(({ id, hashes }) => ({ id, hashes: JSON.parse(hashes) as string[] }))
}

export function waitingPaths(db: ReadDb): string[] {
  return db.values<string>(sql`select path from arrival where state = 'waiting' order by found_at desc, path`)
}

/** What waits and is decided now; answers how many. */
export function decideArrivals(
  db: WriteDb,
  ids: readonly string[],
  state: Extract<ArrivalState, 'here' | 'dismissed' | 'looked'>,
): number {
  return db.run(sql`update arrival set state = ${state} where id in ${sqlList(ids)} and state = 'waiting'`).changes
}

/** What was refused waits again; answers how many. */
export function waitAgain(db: WriteDb, ids: readonly string[]): number {
  return db.run(sql`update arrival set state = 'waiting' where id in ${sqlList(ids)} and state = 'dismissed'`).changes
}

/** Everything met in a folder, deeper ones included: what is left of it after a walk is gone. */
export function arrivalPaths(db: ReadDb): string[] {
  return db.values<string>(sql`select path from arrival`)
}

export function forgetArrivals(db: WriteDb, paths: readonly string[]): number {
  return db.run(sql`delete from arrival where path in ${sqlList(paths)}`).changes
}
