import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

export interface HappeningRow {
  readonly id: number
  readonly at: number
  readonly kind: string
  readonly args: Readonly<Record<string, unknown>>
}

/** Which of these kinds the newest line of any of them is; null: there is none. */
export function newestOfKinds<Kind extends string>(db: ReadDb, kinds: readonly Kind[]): Kind | null {
  const [newest] = db.values<Kind>(
    sql`select kind from happening where kind in ${sqlList(kinds)} order by at desc, id desc limit 1`,
  )
  return newest ?? null
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
