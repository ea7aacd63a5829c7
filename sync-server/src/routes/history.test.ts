import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { createPusher, type Pusher, typed } from '#server/testing/pusher.ts'

const DAY = 24 * 3_600_000
const START = Date.UTC(2027, 0, 10, 12)
let now = START
let cloud: TestCloud
let count = 0
beforeAll(async () => {
  cloud = await startTestCloud({ clock: { now: () => now }, config: { spares: 3 } })
})
afterAll(() => cloud?.close())

async function quilter(): Promise<Pusher & { tenantId: string; epoch: string }> {
  const tenant = await cloud.createTenant(`keeper_${++count}`)
  const { epoch } = (await cloud.cloud.deps.tenants.fresh(tenant.tenantId))!
  return { tenantId: tenant.tenantId, epoch, ...(await createPusher(cloud, tenant)) }
}

async function names(tenantId: string): Promise<Record<string, unknown>> {
  const { tenants, pools } = cloud.cloud.deps
  const { rows } = await pools.use((await tenants.fresh(tenantId))!, db =>
    sql<{
      id: string
      name: string
      trashed_at: number | null
    }>`select id, name, trashed_at from tag order by id`.execute(db),
  )
  return Object.fromEntries(rows.map(row => [row.id, row.trashed_at === null ? row.name : `(${row.name})`]))
}

interface Told {
  computers?: { isThis: boolean; stampIds: string[] }[]
  values?: { value: unknown; isConflict: boolean; current: { value: unknown } }[]
  conflicts?: { field: string; stamp: [number, number, string]; value: unknown; current: { value: unknown } }[]
}

test('two hands that knew nothing of each other make a conflict, told until it is settled', async () => {
  const rose = await quilter()
  await rose.push([typed('tag', 't1', { name: 'Mine', created_at: 1 }, { ms: now, device: 'a' })])
  await rose.push([typed('tag', 't1', { name: 'Hers' }, { ms: now + 1, device: 'b' })])
  const { conflicts, computers } = await rose.get<Told>('/v1/records/conflicts')
  // By which a device names the computer that something came from.
  expect(computers).toMatchObject([{ isThis: true, stampIds: [] }])
  expect(conflicts).toMatchObject([{ field: 'name', value: 'Mine', current: { value: 'Hers' }, stamp: [now, 0, 'a'] }])
  const { values } = await rose.get<Told>('/v1/records/history?table=tag&id=t1')
  expect(values).toMatchObject([{ value: 'Mine', isConflict: true, current: { value: 'Hers' } }])
  const { app } = cloud.cloud
  const payload = { table: 'tag', id: 't1', field: 'name', stamp: conflicts![0]!.stamp }
  expect(
    (await app.inject({ method: 'POST', url: '/v1/records/settle', headers: await rose.headers(), payload }))
      .statusCode,
  ).toBe(204)
  expect((await rose.get<Told>('/v1/records/conflicts')).conflicts).toEqual([])
  expect((await rose.get<Told>('/v1/records/history?table=tag&id=t1')).values).toMatchObject([{ isConflict: false }])
})

test('a restore to a day sets every record to what it was then, as new values; and can be taken back', async () => {
  const rose = await quilter()
  const many = Array.from({ length: 450 }, (_, place) =>
    typed('tag', `many${place}`, { name: 'Many', created_at: now, trashed_at: null }, { ms: now }),
  )
  await rose.push(many)
  await rose.push(
    ['kept', 'renamed', 'lost'].map(id =>
      typed('tag', id, { name: id, created_at: now, trashed_at: null }, { ms: now }),
    ),
  )
  const before = await names(rose.tenantId)
  const day = now
  now += 2 * DAY
  await rose.push([
    typed('tag', 'renamed', { name: 'By mistake' }, { ms: now }),
    typed('tag', 'lost', { trashed_at: now }, { ms: now }),
    typed('tag', 'new', { name: 'New', created_at: now, trashed_at: null }, { ms: now }),
    ...many.map(one => typed('tag', one.id, { trashed_at: now }, { ms: now })).slice(0, 400),
  ])
  const after = await names(rose.tenantId)
  now += DAY
  const restored = await rose.post<{ restoreId: string; records: number }>('/v1/restore', { at: day + 1000 })
  expect(restored.records).toBe(403)
  expect(await names(rose.tenantId)).toEqual({ ...before, new: '(New)' })
  // She renames one again; taking the restore back leaves that alone.
  await rose.push([typed('tag', 'renamed', { name: 'Typed since' }, { ms: now + 50 })])
  expect(await rose.post(`/v1/restore/${restored.restoreId}/undo`, {})).toEqual({ records: 402 })
  expect(await names(rose.tenantId)).toEqual({ ...after, renamed: 'Typed since' })
  expect(await rose.post('/v1/restore', { at: now + DAY })).toMatchObject({ error: { code: 'invalid' } })
  expect(await rose.post('/v1/restore', { at: now - 91 * DAY })).toMatchObject({ error: { code: 'too-far-back' } })
  expect(await rose.post(`/v1/restore/01a200eb-a62b-7b0a-b6c5-cf44b768ba02/undo`, {})).toMatchObject({
    error: { code: 'not-found' },
  })
})

test('after 30 nights unchanged in the trash a record loses its values; one with a derived id never does', async () => {
  const rose = await quilter()
  const { tenants, nights, pools } = cloud.cloud.deps
  const derived = '2c1a2f34-4b5d-5e6f-8a9b-0c1d2e3f4a5b'
  const trash = (id: string) =>
    typed('tag', id, { name: 'x', created_at: 1, trashed_at: now }, { ms: now, device: 'a' })
  await rose.push([trash('old'), trash('touched'), trash(derived), typed('tag', 'live', { name: 'y' }, { ms: now })])
  const night = async () => {
    now += DAY
    return nights.run((await tenants.fresh(rose.tenantId))!)
  }
  const purged = async (): Promise<string[]> => {
    const { rows } = await pools.use((await tenants.fresh(rose.tenantId))!, db =>
      sql<{ row_id: string; fields: object }>`select row_id, fields from record where purged order by row_id`.execute(
        db,
      ),
    )
    return rows.map(row => `${row.row_id} ${JSON.stringify(row.fields)}`)
  }
  for (let turn = 0; turn < 15; turn++) await night()
  await rose.push([typed('tag', 'touched', { name: 'z' }, { ms: now, device: 'a', base: [1, 0, 'a'] })])
  for (let turn = 0; turn < 14; turn++) await night()
  expect(await purged()).toEqual([])
  // The same day again counts no night, and neither do nights in which the server was off.
  expect(await nights.run((await tenants.fresh(rose.tenantId))!)).toBeNull()
  now += 300 * DAY
  expect(await night()).toBe(30)
  expect(await purged()).toEqual(['old {}'])
  expect(await rose.push([trash('old')])).toMatchObject({ records: [{ outcome: 'purged' }] })
  for (let turn = 0; turn < 40; turn++) await night()
  expect(await purged()).toEqual(['old {}', 'touched {}'])
})

test('a value stays in the history for 90 nights from its arrival, whatever its stamp says', async () => {
  const rose = await quilter()
  const { tenants, nights } = cloud.cloud.deps
  await rose.push([typed('tag', 't1', { name: 'Now' }, { ms: now, device: 'a' })])
  await rose.push([typed('tag', 't1', { name: 'From 1980' }, { ms: 315_532_800_000, device: 'b' })])
  const kept = async () => (await rose.get<Told>('/v1/records/history?table=tag&id=t1')).values!.length
  const night = async () => {
    now += DAY
    await nights.run((await tenants.fresh(rose.tenantId))!)
  }
  for (let turn = 0; turn < 89; turn++) await night()
  expect(await kept()).toBe(1)
  await night()
  expect(await kept()).toBe(0)
})

test('the nights that are due are those of every active tenant, once a day', async () => {
  const { nights, control } = cloud.cloud.deps
  now += DAY
  await nights.runDue()
  const rows = await control.selectFrom('tenant').select('last_night').execute()
  expect(new Set(rows.map(row => row.last_night))).toEqual(
    new Set([new Date(now - 3 * 3_600_000).toISOString().slice(0, 10)]),
  )
})
