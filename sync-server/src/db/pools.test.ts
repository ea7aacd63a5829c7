import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { createPool, kyselyOf, placeOf } from './connect.ts'
import { planned } from './planned.ts'
import { createPools } from './pools.ts'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud?.close())

test('a tenant never has more than two connections, all together never more than allowed, and everybody is served', async () => {
  const { tenants } = cloud.cloud.deps
  const four = await Promise.all(['one', 'two', 'three', 'four'].map(slug => tenants.create(slug)))
  const pools = createPools({ most: 3, place: tenant => tenants.place(tenant), onError: () => {} })
  const most = { open: 0, tenant: 0 }
  const active = new Map<string, number>()
  const work = Array.from({ length: 60 }, (_, turn) => four[(turn * 7) % 4]!).map(tenant =>
    pools.use(tenant, async db => {
      active.set(tenant.id, (active.get(tenant.id) ?? 0) + 1)
      most.tenant = Math.max(most.tenant, active.get(tenant.id)!)
      most.open = Math.max(most.open, pools.counts().open)
      const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
      active.set(tenant.id, active.get(tenant.id)! - 1)
      return rows[0]!.name === tenant.database
    }),
  )
  expect((await Promise.all(work)).every(Boolean)).toBe(true)
  expect(most.tenant).toBeLessThanOrEqual(2)
  expect(most.open).toBeLessThanOrEqual(3)
  expect(pools.counts()).toMatchObject({ active: 0, waiting: 0 })
  await pools.close()
  await expect(pools.use(four[0]!, async () => {})).rejects.toThrow('stopping')
})

test('a connection that the database ends costs one request at most', async () => {
  const { tenants, pools } = cloud.cloud.deps
  const tenant = await tenants.create('five')
  const pid = async (): Promise<number> =>
    pools.use(tenant, async db => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]!.pid)
  const first = await pid()
  await pools.use(tenant, db => sql`select pg_terminate_backend(${first})`.execute(db)).catch(() => {})
  expect(await pid()).not.toBe(first)
  expect(pools.counts().active).toBe(0)
})

test('a question with a name is planned once a connection, and outlives a column that is added and a table that is made anew', async () => {
  // As whoever looks after the cluster: a tenant may not make tables.
  const place = placeOf(cloud.cloud.deps.config.databaseUrl)
  const all = kyselyOf(createPool(place, { most: 1, idleMs: 1_000, onError: () => {} }))
  await all.connection().execute(async db => {
    const step = (text: string) => sql.raw(text).execute(db)
    const ask = async (least: number) =>
      (await sql<{ n: number }>`${planned('kept')} select n from kept where n >= ${least}`.execute(db)).rows
    const plans = async () =>
      (await sql<{ name: string }>`select name from pg_prepared_statements`.execute(db)).rows.map(({ name }) => name)
    await step('create temporary table kept (n integer)')
    await step('insert into kept values (1), (2)')
    for (let time = 0; time < 8; time++) expect(await ask(2)).toEqual([{ n: 2 }])
    expect(await plans()).toEqual(['kept'])
    await step('alter table kept add column more text')
    expect(await ask(1)).toEqual([{ n: 1 }, { n: 2 }])
    await step('drop table kept; create temporary table kept (n integer)')
    expect(await ask(1)).toEqual([])
    await expect(sql`${planned('kept')} select 2`.execute(db)).rejects.toThrow('must be unique')
  })
  await all.destroy()
})
