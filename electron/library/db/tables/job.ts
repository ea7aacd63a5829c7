import type { ReadDb, WriteDb } from '../handles.ts'
import { sql } from '../sql.ts'

export interface JobRow {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly payload: string
  readonly created_at: number
  readonly changed_at: number
}

interface NewJob {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly payload: string
  readonly now: number
}

export function addJob(db: WriteDb, { id, kind, state, payload, now }: NewJob): void {
  db.run(sql`insert into job (id, kind, state, payload, created_at, changed_at)
    values (${id}, ${kind}, ${state}, ${payload}, ${now}, ${now})`)
}

export function jobRow(db: ReadDb, id: string): JobRow | undefined {
  return db.get<JobRow>(sql`select id, kind, state, payload, created_at, changed_at from job where id = ${id}`)
}

/** Oldest first. */
export function openJobs(db: ReadDb): JobRow[] {
  return db.all<JobRow>(sql`select id, kind, state, payload, created_at, changed_at from job
    where state in ('waiting', 'running', 'paused') order by created_at, id`)
}

/** Newest first. */
export function recentJobs(db: ReadDb, kind: string, limit: number): JobRow[] {
  return db.all<JobRow>(sql`select id, kind, state, payload, created_at, changed_at from job
    where kind = ${kind} order by created_at desc, id desc limit ${limit}`)
}

interface JobChange {
  readonly state: string | undefined
  readonly payload: string | undefined
  readonly now: number
}

export function changeJob(db: WriteDb, id: string, { state, payload, now }: JobChange): void {
  db.run(sql`update job set state = coalesce(${state ?? null}, state), payload = coalesce(${payload ?? null}, payload),
    changed_at = ${now} where id = ${id}`)
}
