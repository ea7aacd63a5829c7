import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeOf, TYPES } from '#server/db/connect.ts'
import { announced } from '#server/services/wake-ups.ts'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'
import { createPusher, typed } from '#server/testing/pusher.ts'
import { placeTenant, writeRecords } from '../testing/built-in-place.ts'
import { eventually } from '../testing/eventually.ts'
import { startReader } from '../testing/reader.ts'
import { aPattern, patterns } from '../testing/shape-place.ts'
import { payloadOf, readPayload } from './marks.ts'

let postgres: TestPostgres
let one: TestCloud
let other: TestCloud
beforeAll(async () => {
  postgres = await startTestPostgres()
  one = await startTestCloud({ postgres })
  other = await startTestCloud({ postgres })
})
afterAll(async () => {
  await Promise.all([one.close(), other.close()])
  await postgres.stop()
})

const never = new AbortController().signal
/** Longer than a test may take. */
const HOLD_MS = 60_000
const control = () => one.cloud.deps.control
const marksOf = async (tenantId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) from wake_mark where tenant_id = ${tenantId}`.execute(
    control(),
  )
  return rows[0]?.count ?? 0
}
const write = async (cloud: TestCloud, tenantId: string, n: number): Promise<number> => {
  const tenant = await cloud.cloud.deps.tenants.fresh(tenantId)
  if (!tenant) throw new Error('the tenant is gone')
  return cloud.cloud.deps.pools.use(tenant, db => writeRecords(db, [aPattern(n)]))
}

test('what is said over the channel is read again, and nothing else is', () => {
  for (const seq of [0, 42, null])
    expect(readPayload(payloadOf({ tenantId: 'a', seq, from: 'b' }))).toEqual({ tenantId: 'a', seq, from: 'b' })
  for (const text of ['', 'a', 'a 1', 'a -1 b', 'a x b', 'a 1 b c', 'a 1e3 b'])
    expect(readPayload(text), text).toBeNull()
})

test('a change told on one server copy ends the wait on another, and leaves no mark', async () => {
  const { tenantId } = await one.createTenant('across')
  expect(await other.cloud.deps.wake.seqOf(tenantId)).toBe(0)
  const waiting = other.cloud.deps.wake.wait(tenantId, 0, never, HOLD_MS)
  await one.cloud.deps.wake.dirty(tenantId)
  expect(await marksOf(tenantId)).toBe(1)
  await one.cloud.deps.wake.changed(tenantId, 1)
  expect(await waiting).toBe(1)
  await eventually(async () => (await marksOf(tenantId)) === 0)
})

test('a server that dies between its commit and the news is spoken for by the sweep of another', async () => {
  const { tenantId } = await one.createTenant('died')
  expect(await other.cloud.deps.wake.seqOf(tenantId)).toBe(0)
  const waiting = other.cloud.deps.wake.wait(tenantId, 0, never, HOLD_MS)
  await one.cloud.deps.wake.dirty(tenantId)
  const seq = await write(one, tenantId, 1)
  expect(await waiting).toBe(seq)
  // The mark stays until it is too old to be a push on its way, and is then swept away.
  expect(await marksOf(tenantId)).toBe(1)
  await sql`update wake_mark set marked_at = now() - interval '1 hour'`.execute(control())
  await eventually(async () => (await marksOf(tenantId)) === 0)
})

test('a push that fails takes its own mark away at once, and no other', async () => {
  const tenant = await one.createTenant('failed')
  const { tenantId } = tenant
  const { deps } = one.cloud
  const { database } = (await deps.tenants.fresh(tenantId))!
  const admin = new pg.Client({ ...placeOf(postgres.url), database, types: TYPES })
  await admin.connect()
  try {
    // Of another push, which is still at it.
    await deps.wake.dirty(tenantId)
    await admin.query('alter table feed_counter rename to feed_counter_away')
    const pusher = await createPusher(one, tenant)
    const record = typed('tag', randomUUID(), { name: 'Feathers' }, { ms: Date.now() })
    await expect(pusher.push([record])).rejects.toThrow('500')
    expect(await marksOf(tenantId)).toBe(1)
    await admin.query('alter table feed_counter_away rename to feed_counter')
    expect(await pusher.push([record])).toMatchObject({ status: 'done' })
    expect(await marksOf(tenantId)).toBe(1)
    await deps.wake.changed(tenantId, 1)
    expect(await marksOf(tenantId)).toBe(0)
  } finally {
    await admin.end()
  }
})

test('a push whose mark could not be put takes nobody else’s away', async () => {
  const { tenantId } = await one.createTenant('unmarked')
  const { wake } = one.cloud.deps
  await wake.dirty(tenantId)
  const broken = { ...wake, dirty: () => Promise.reject(new Error('the registry is away')) }
  const push = announced(broken, tenantId, async marked => {
    await marked
    return { seq: 1 }
  })
  await expect(push).rejects.toThrow('the registry is away')
  expect(await marksOf(tenantId)).toBe(1)
})

test('a push whose connection broke in its commit is told at once if it was committed, and its mark stays for the sweep', async () => {
  const { tenantId } = await one.createTenant('doubtful')
  const { wake } = one.cloud.deps
  expect(await other.cloud.deps.wake.seqOf(tenantId)).toBe(0)
  const waiting = other.cloud.deps.wake.wait(tenantId, 0, never, HOLD_MS)
  let seq = 0
  const push = announced(wake, tenantId, async marked => {
    await marked
    seq = await write(one, tenantId, 1)
    throw new Error('Connection terminated unexpectedly')
  })
  await expect(push).rejects.toThrow('Connection terminated')
  expect([await wake.seqOf(tenantId), await marksOf(tenantId)]).toEqual([seq, 1])
  expect(await waiting).toBe(seq)
})

test('news that is told while a copy hears nothing reaches it when it listens again', async () => {
  const { tenantId } = await one.createTenant('deaf')
  expect(await other.cloud.deps.wake.seqOf(tenantId)).toBe(0)
  let seq = 0
  for (let turn = 0; turn < 3; turn++) {
    const waiting = other.cloud.deps.wake.wait(tenantId, seq, never, HOLD_MS)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'bobbin wake'`.execute(
      control(),
    )
    seq = await write(one, tenantId, turn)
    await one.cloud.deps.wake.changed(tenantId, seq)
    // A stir at the new connection ends the wait too; whoever was stirred asks again.
    let heard = await waiting
    while (heard < seq) heard = await other.cloud.deps.wake.wait(tenantId, seq - 1, never, HOLD_MS)
    expect(heard).toBe(seq)
  }
})

test('a device that waits costs its quilter’s database no connection', async () => {
  const tenant = await placeTenant(one, { wide: one.url, narrow: one.url, brief: one.url })
  await tenant.write(patterns(3))
  const reader = startReader({ url: tenant.url(), token: tenant.token })
  await reader.until(({ rows }) => rows.size === 3)
  const at = reader.told.findLast(told => told.kind === 'up-to-date')
  reader.stop()
  const fresh = await startTestCloud({ postgres, shapes: { holdMs: 50 } })
  try {
    const { deps } = fresh.cloud
    const headers = { authorization: `Bearer ${await tenant.token()}` }
    const place = at?.kind === 'up-to-date' ? at.at : { handle: '', offset: '' }
    const query = new URLSearchParams({ ...place, live: 'true', cursor: '' })
    const answer = await fetch(`${fresh.url}/v1/shape?${query}`, { headers })
    expect(answer.status).toBe(200)
    expect(answer.headers.has('electric-up-to-date')).toBe(true)
    expect(await answer.json()).toHaveLength(1)
    expect(deps.pools.counts()).toMatchObject({ open: 0, tenants: 0 })
  } finally {
    await fresh.close()
  }
})

test('a server that stops lets those go who wait, and is gone at once', async () => {
  const tenant = await placeTenant(one, { wide: one.url, narrow: one.url, brief: one.url })
  await tenant.write(patterns(1))
  const stopping = await startTestCloud({ postgres, shapes: { holdMs: HOLD_MS } })
  const url = tenant.url().replace(one.url, stopping.url)
  const reader = startReader({ url, token: tenant.token })
  await reader.until(({ rows }) => rows.size === 1)
  await eventually(() => stopping.cloud.deps.wake.waiting() === 1)
  const before = reader.asked.length
  await stopping.close()
  await eventually(() => reader.asked.length > before)
  expect(reader.asked.at(-1)?.status).toBe(200)
  expect(reader.asked.at(-1)?.headers.get('connection')).toBe('close')
  reader.stop()
})
