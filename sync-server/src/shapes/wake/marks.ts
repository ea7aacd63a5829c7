/**
 * What the control database keeps about wake-ups. A mark stands from before a commit until its news is out, so that a server that dies
 * in between leaves a sign for the sweep. Marks of one tenant are alike: it matters how many there are, not whose they were.
 */
import { type Kysely, sql } from 'kysely'
import { planned } from '#server/db/planned.ts'
import { WAKE_CHANNEL } from './listener.ts'

/** A mark this old belongs to a server that died, or to a transaction that never was: no push takes so long. */
export const MARK_LIVES_SECONDS = 120
/** Younger marks are pushes on their way. */
export const MARK_RESTS_SECONDS = 1

export async function putMark<T>(control: Kysely<T>, tenantId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    ${planned('put-mark')} insert into wake_mark (tenant_id) values (${tenantId}) returning id`.execute(control)
  if (!rows[0]) throw new Error('a mark was not put')
  return rows[0].id
}

/**
 * Says that the tenant's log now goes up to `seq`, and takes a mark away, in one transaction. It need not reach the disk before it is
 * told: if it is lost, so is the taking away of the mark, and the sweep says it again.
 *
 * A seq below the one that stands there came late, or from a database that was put back. Which of the two, only the database knows: 0
 * stands for "ask it".
 */
export async function publish<T>(control: Kysely<T>, news: News, mark: string | null): Promise<void> {
  const { tenantId, seq } = news
  await sql`
    ${planned('publish')} with eager as (select set_config('synchronous_commit', 'off', true)),
      done as (delete from wake_mark where id = ${mark}::bigint),
      moved as (update tenant set seq = case when seq <= ${seq}::bigint then ${seq}::bigint else 0 end where id = ${tenantId} returning id)
    select pg_notify(${WAKE_CHANNEL}, ${payloadOf(news)}) from moved, eager`.execute(control)
}

/** Of a transaction that came to nothing. If this is lost, the sweep takes it away. */
export async function dropMark<T>(control: Kysely<T>, mark: string): Promise<void> {
  await sql`delete from wake_mark where id = ${mark}::bigint`.execute(control)
}

/** Everybody who waits for this tenant, on every server copy, looks again. */
export async function publishStir<T>(control: Kysely<T>, news: Omit<News, 'seq'>): Promise<void> {
  await sql`select pg_notify(${WAKE_CHANNEL}, ${payloadOf({ ...news, seq: null })})`.execute(control)
}

export interface Payload {
  readonly tenantId: string
  /** Null: look again. */
  readonly seq: number | null
  /** Which server copy says it: its own words reach it late, and tell it nothing. */
  readonly from: string
}

export type News = Payload & { readonly seq: number }

export function payloadOf({ tenantId, seq, from }: Payload): string {
  return `${tenantId} ${seq ?? 'stir'} ${from}`
}

/** Null for anything that is no payload of ours. */
export function readPayload(text: string): Payload | null {
  const [, tenantId, what, from] = /^(\S{1,64}) (\d{1,15}|stir) (\S{1,64})$/.exec(text) ?? []
  if (tenantId === undefined || what === undefined || from === undefined) return null
  return { tenantId, seq: what === 'stir' ? null : Number(what), from }
}

export async function seqsOf<T>(control: Kysely<T>, tenantIds: readonly string[]): Promise<Map<string, number>> {
  if (tenantIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; seq: string }>`
    select id, seq from tenant where id = any(${tenantIds}::uuid[])`.execute(control)
  return new Map(rows.map(row => [row.id, Number(row.seq)]))
}

export interface MarkedTenant {
  readonly id: string
  readonly seq: number
}

/** Tenants with a mark that has stood for a while. */
export async function markedTenants<T>(control: Kysely<T>): Promise<MarkedTenant[]> {
  const { rows } = await sql<{ id: string; seq: string }>`
    select tenant.id, tenant.seq from tenant where tenant.id in (
      select tenant_id from wake_mark where marked_at < now() - make_interval(secs => ${MARK_RESTS_SECONDS}))`.execute(
    control,
  )
  return rows.map(row => ({ id: row.id, seq: Number(row.seq) }))
}

/** Takes the old marks of a tenant away, once its counter was read after they had grown old. */
export async function dropOldMarks<T>(control: Kysely<T>, tenantId: string): Promise<void> {
  await sql`
    delete from wake_mark where tenant_id = ${tenantId}
      and marked_at < now() - make_interval(secs => ${MARK_LIVES_SECONDS})`.execute(control)
}
