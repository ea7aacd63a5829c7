import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeDeps } from '#server/compose.ts'
import { withClient } from '#server/db/connect.ts'
import { createNames } from '#server/services/names.ts'
import type { Tenant } from '#server/services/tenants.ts'
import { testConfig } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'
import { addCluster } from './cluster.ts'
import { makeDump, verifyDump } from './dump.ts'
import { keptDumps, runNightly } from './nightly.ts'
import { deleteTenant } from './remove.ts'
import { moveTenant, restoreTenant } from './replace.ts'
import { findTools } from './tools.ts'
import { createUpkeep, type Upkeep } from './upkeep.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const tools = await findTools().catch(() => null)
let clusters: TestPostgres[] = []
let parts: Awaited<ReturnType<typeof composeDeps>>
let upkeep: Upkeep
let folder: string
let now = Date.parse('2026-03-01T12:00:00Z')

beforeAll(async () => {
  clusters = await Promise.all([startTestPostgres(), startTestPostgres()])
  folder = await mkdtemp(join(tmpdir(), 'bobbin-dumps-'))
  const config = testConfig(clusters[0]!.url)
  parts = await composeDeps(config, { clock: { now: () => now } })
  upkeep = createUpkeep({ ...parts.deps, names: createNames(config, parts.deps.random) })
})
afterAll(async () => {
  await parts?.close()
  await Promise.all(clusters.map(cluster => cluster.stop()))
  await rm(folder, { recursive: true, force: true })
})

async function write(tenant: Tenant, id: string, name: string): Promise<void> {
  const place = await upkeep.tenants.place((await upkeep.tenants.fresh(tenant.id))!)
  await withClient(place, client =>
    client.query(
      `insert into record (table_name, row_id, fields, stamps, changed_night, hash, bucket, seq)
       values ('tag', $1, $2, '{"name":[1,0,"a"]}', 0, $3, 0, 0)
       on conflict (table_name, row_id) do update set fields = excluded.fields, hash = excluded.hash`,
      [id, JSON.stringify({ name }), name.length],
    ),
  )
}

async function names(tenant: Tenant): Promise<string[]> {
  const place = await upkeep.tenants.place((await upkeep.tenants.fresh(tenant.id))!)
  return withClient(place, async client => {
    const { rows } = await client.query<{ name: string }>(`select name from tag order by name`)
    return rows.map(row => row.name)
  })
}

test.skipIf(tools === null)('a night makes a copy of each tenant that has changed, and only of those', async () => {
  const anna = await upkeep.tenants.create('night_anna')
  const berta = await upkeep.tenants.create('night_berta')
  await write(anna, 'a1', 'Feathers')
  const first = await runNightly(upkeep, folder)
  expect(first).toMatchObject({ looked: 2, unchanged: 0, trouble: [] })
  expect(first.made.map(one => one.slug)).toEqual(['night_anna', 'night_berta'])
  now += DAY_MS
  await write(berta, 'b1', 'Swirls')
  const second = await runNightly(upkeep, folder)
  expect(second).toMatchObject({ unchanged: 1, trouble: [] })
  expect(second.made.map(one => one.slug)).toEqual(['night_berta'])
  expect((await readdir(folder)).every(file => file.endsWith('.dump'))).toBe(true)
  const places = await withClient({ ...(await upkeep.tenants.admin(anna.clusterId)) }, client =>
    client.query(`select datname from pg_database where datname like '%spare%'`),
  )
  expect(places.rows).toEqual([])
})

test.skipIf(tools === null)(
  'a copy that is damaged is found the night it is made, and never restored from',
  async () => {
    const tenant = await upkeep.tenants.create('damaged')
    await write(tenant, 'a1', 'Feathers')
    const good = await verifyDump(upkeep, await makeDump(upkeep, tenant, folder), tenant.clusterId)
    expect(good).toMatchObject({ trouble: null, verified_at: new Date(now) })
    const bad = await makeDump(upkeep, tenant, folder)
    const bytes = await readFile(bad.file)
    bytes[bytes.length >> 1]! ^= 1
    await writeFile(bad.file, bytes)
    expect((await verifyDump(upkeep, bad, tenant.clusterId)).trouble).toMatch(/not what was written/)
    const { dump } = await restoreTenant(upkeep, tenant, new Date(now))
    expect(dump.id).toBe(good.id)
  },
)

test.skipIf(tools === null)(
  'restoring goes back to the copy, with a new epoch; what it replaced is kept a while',
  async () => {
    const tenant = await upkeep.tenants.create('restored')
    await write(tenant, 'a1', 'Feathers')
    await makeDump(upkeep, tenant, folder)
    now += DAY_MS
    await write(tenant, 'a2', 'Swirls')
    const { tenant: after } = await restoreTenant(upkeep, tenant, new Date(now - DAY_MS / 2))
    expect(after).toMatchObject({ state: 'active', slug: 'restored' })
    expect(after.epoch).not.toBe(tenant.epoch)
    expect(await names(tenant)).toEqual(['Feathers'])
    await write(tenant, 'a3', 'Hearts')
    expect(await names(tenant)).toEqual(['Feathers', 'Hearts'])
    const old = await upkeep.control
      .selectFrom('retired_database')
      .selectAll()
      .where('tenant_id', '=', tenant.id)
      .execute()
    expect(old).toMatchObject([{ database: tenant.database, why: 'restored', dropped_at: null }])
    now += 31 * DAY_MS
    expect((await runNightly(upkeep, folder)).dropped).toBeGreaterThanOrEqual(1)
  },
)

test.skipIf(tools === null)('moving to another cluster changes nothing a device can see', async () => {
  const tenant = await upkeep.tenants.create('moved')
  await write(tenant, 'a1', 'Feathers')
  const before = await upkeep.tenants.place(tenant)
  await addCluster(upkeep, 'second', clusters[1]!.url)
  const moved = await moveTenant(upkeep, tenant, 'second')
  expect(moved).toMatchObject({ epoch: tenant.epoch, state: 'active' })
  expect(moved.clusterId).not.toBe(tenant.clusterId)
  expect(await names(tenant)).toEqual(['Feathers'])
  expect((await upkeep.tenants.place(moved)).port).not.toBe(before.port)
  // Its role is let into nothing else there either.
  const role = await upkeep.tenants.place(moved)
  await expect(withClient({ ...role, database: 'postgres' }, async () => {})).rejects.toThrow(/permission denied/)
})

test.skipIf(tools === null)('a deleted tenant leaves a last copy, and its name is free', async () => {
  const tenant = await upkeep.tenants.create('leaving')
  await write(tenant, 'a1', 'Feathers')
  const { file } = await deleteTenant(upkeep, tenant, folder)
  expect((await readFile(file)).length).toBeGreaterThan(0)
  expect(await upkeep.tenants.bySlug('leaving')).toBeNull()
  expect((await upkeep.tenants.create('leaving')).id).not.toBe(tenant.id)
})

test('copies of fourteen days stay, then one a week for eight weeks, and the newest good one for ever', () => {
  const at = (days: number, isGood = true) => ({
    made_at: new Date(now - days * DAY_MS),
    verified_at: isGood ? new Date(now) : null,
    days,
  })
  const dumps = Array.from({ length: 100 }, (_, day) => at(day + 0.5))
  const days = [...keptDumps(dumps, now)].map(dump => dump.days).sort((a, b) => a - b)
  expect(days.filter(day => day < 14)).toHaveLength(14)
  expect(days.filter(day => day > 14)).toEqual([14.5, 21.5, 28.5, 35.5, 42.5, 49.5])
  const only = [at(200, false), at(300)]
  expect([...keptDumps(only, now)].map(dump => dump.days)).toEqual([300])
})
