import type { ReadDb, WriteDb } from '../handles.ts'
import { sql } from '../sql.ts'

export interface HappeningRow {
  readonly id: number
  readonly at: number
  readonly kind: string
  readonly args: Readonly<Record<string, unknown>>
}

export function newestHappening(db: ReadDb): HappeningRow | null {
  return happenings(db, 0, 1)[0] ?? null
}

/** Newest first. */
export function happenings(db: ReadDb, since: number, limit: number): HappeningRow[] {
  return db
    .all<Omit<HappeningRow, 'args'> & { args: string }>(
      sql`select id, at, kind, args from happening where at >= ${since} order by at desc, id desc limit ${limit}`,
    )
    .map(row => ({ ...row, args: JSON.parse(row.args) as Record<string, unknown> }))
}

export function addHappening(db: WriteDb, { at, kind, args }: Omit<HappeningRow, 'id'>): void {
  db.run(sql`insert into happening (at, kind, args) values (${at}, ${kind}, ${JSON.stringify(args)})`)
}

export function updateHappening(db: WriteDb, { id, at, args }: Omit<HappeningRow, 'kind'>): void {
  db.run(sql`update happening set at = ${at}, args = ${JSON.stringify(args)} where id = ${id}`)
}

export function dropHappenings(db: WriteDb, before: number): void {
  db.run(sql`delete from happening where at < ${before}`)
}
