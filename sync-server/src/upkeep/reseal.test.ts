/** A secret key is changed under a running cloud: nobody is signed out, no tenant is shut, and the earlier key can go. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Cloud, compose, composeDeps } from '#server/compose.ts'
import { placeOf, withClient } from '#server/db/connect.ts'
import { createNames } from '#server/services/names.ts'
import type { SecretKeys } from '#server/services/secret-box.ts'
import { SEALED } from '#server/services/sealed.ts'
import { placeOnElectric, electricPlaceOf } from '#server/shapes/electric/place.ts'
import { testConfig } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'
import { reseal } from './reseal.ts'
import { createUpkeep, type Upkeep } from './upkeep.ts'

const [OLD, NEW, OTHER] = [randomBytes(32), randomBytes(32), randomBytes(32)]
const DEVICE = { name: 'Laptop', platform: 'linux', stampId: null }

let postgres: TestPostgres
let open: { close(): Promise<void> }[] = []
beforeAll(async () => {
  postgres = await startTestPostgres()
})
afterEach(async () => {
  await Promise.all(open.map(one => one.close()))
  open = []
})
afterAll(() => postgres?.stop())

let clouds = 0
/** Another registry each time, all in one cluster. */
const anotherCloud = (): string => `keys${++clouds}_control`

async function server(controlDatabase: string, ...secretKeys: SecretKeys): Promise<Cloud> {
  const cloud = await compose(testConfig(postgres.url, { secretKeys, controlDatabase, spares: 1 }))
  open.push(cloud)
  return cloud
}

async function operator(controlDatabase: string, ...secretKeys: SecretKeys): Promise<Upkeep> {
  const config = testConfig(postgres.url, { secretKeys, controlDatabase })
  const parts = await composeDeps(config)
  open.push(parts)
  return createUpkeep({ ...parts.deps, names: createNames(config, parts.deps.random) })
}

/** Over new connections to the registry: those that are there are ended first. */
async function ask({ deps }: Cloud): Promise<void> {
  const { controlDatabase } = deps.config
  await withClient(placeOf(postgres.url), async client => {
    const ours = `from pg_stat_activity where usename = '${controlDatabase}' and application_name = 'bobbin'`
    await client.query(`select pg_terminate_backend(pid) ${ours}`)
    while ((await client.query(`select 1 ${ours}`)).rowCount) await client.query('select pg_sleep(0.01)')
  })
  // One that ended counts until the pool has heard of it.
  for (let tries = 0; tries < 8; tries++) await sql`select 1`.execute(deps.control).catch(() => {})
  await sql`select 1`.execute(deps.control)
}

/** Through its role's own password, read anew. */
async function comesIn({ deps }: Cloud, slug: string): Promise<void> {
  const tenant = (await deps.tenants.bySlug(slug))!
  deps.tenants.forget(tenant.id)
  await deps.pools.drop(tenant.id)
  await deps.pools.use(tenant, db => sql`select 1 from feed_counter`.execute(db))
}

async function signIn({ deps }: Cloud, email: string): Promise<string> {
  const code = await deps.whoIsWho.codes.make({ email, purpose: 'sign-in' }, { isInvitation: true })
  return (await deps.whoIsWho.signIn.byCode({ email, code, device: DEVICE }, '10.8.0.1')).refreshToken
}

test('the key changes while servers run: tenants, devices and codes go on before, during and after', async () => {
  const at = anotherCloud()
  const before = await server(at, OLD)
  const { id } = await before.deps.tenants.create('anna')
  await placeOnElectric(before.deps, id, { url: 'http://127.0.0.1:3000', secret: 'electric’s' })
  const token = await signIn(before, 'anna@example.org')
  const access = (await before.deps.whoIsWho.signIn.refresh(token, null)).accessToken
  const code = await before.deps.whoIsWho.codes.make({ email: 'anna@example.org', purpose: 'sign-in' })

  // Restarted one after another: the first knows both, the second still the earlier one alone.
  const during = await server(at, NEW, OLD)
  await during.deps.tenants.create('berta')
  for (const cloud of [before, during]) {
    await ask(cloud)
    await comesIn(cloud, 'anna')
  }
  await comesIn(during, 'berta')
  await during.deps.whoIsWho.signIn.byCode({ email: 'anna@example.org', code, device: DEVICE }, '10.8.0.2')
  await before.close()
  open.shift()

  const report = await reseal(await operator(at, NEW, OLD))
  expect(report).toMatchObject({ trouble: [] })
  expect(report.resealed).toBeGreaterThanOrEqual(4)
  // It has a new password now, and those who run are let in all the same.
  await ask(during)
  await comesIn(during, 'anna')

  const after = await server(at, NEW)
  for (const slug of ['anna', 'berta']) await comesIn(after, slug)
  expect(await electricPlaceOf(after.deps, id)).toMatchObject({ secret: 'electric’s' })
  expect(await after.deps.tokens.verifyAccess(access)).not.toBeNull()
  expect(await after.deps.whoIsWho.signIn.refresh(token, null)).toMatchObject({ refreshToken: expect.any(String) })
  await after.deps.tenants.create('clara')
})

test('a key that is missing is said in a sentence, and whoever starts without it changes nothing', async () => {
  const at = anotherCloud()
  const right = await server(at, OLD)
  await right.deps.tenants.create('anna')
  for (const keys of [[NEW], [NEW, OTHER]] as SecretKeys[])
    await expect(server(at, ...keys)).rejects.toThrow('BOBBIN_EARLIER_SECRET_KEYS')
  await ask(right)
  await comesIn(right, 'anna')
  expect((await server(at, NEW, OLD)).deps).toBeDefined()
})

test('sealing anew that was cut off is gone on with; what no key opens is named, and the earlier key stays good', async () => {
  const at = anotherCloud()
  const before = await server(at, OLD)
  for (const slug of ['anna', 'berta', 'clara']) await before.deps.tenants.create(slug)
  // Until its spare is there too: made later, it would be sealed with the earlier key once more.
  await before.deps.tenants.close()
  const upkeep = await operator(at, NEW, OLD)
  let seals = 0
  const cut: Upkeep = {
    ...upkeep,
    box: {
      ...upkeep.box,
      seal: (text, about) => {
        if (++seals > 2) throw new Error('cut off')
        return upkeep.box.seal(text, about)
      },
    },
  }
  await expect(reseal(cut)).rejects.toThrow('cut off')
  const berta = (await upkeep.tenants.bySlug('berta'))!
  const secret = upkeep.box.seal('of another key', 'something else')
  const { role_secret: kept } = await upkeep.control
    .selectFrom('tenant')
    .select('role_secret')
    .where('id', '=', berta.id)
    .executeTakeFirstOrThrow()
  const put = (role_secret: string) =>
    upkeep.control.updateTable('tenant').set({ role_secret }).where('id', '=', berta.id).execute()
  await put(secret)
  expect((await reseal(upkeep)).trouble).toEqual([
    { what: `tenant ${berta.id}`, message: expect.any(String) as string },
  ])
  await ask(before)
  await put(kept)
  expect(await reseal(upkeep)).toMatchObject({ resealed: 1, trouble: [] })
  expect(await reseal(upkeep)).toMatchObject({ resealed: 0, trouble: [] })
  for (const slug of ['anna', 'berta', 'clara']) await comesIn(await server(at, NEW), slug)
})

test('every column of the registry that holds a secret is sealed anew', async () => {
  const { control } = await operator(anotherCloud(), NEW)
  const { rows } = await sql<{
    at: string
  }>`select table_name || '.' || column_name as at from information_schema.columns
    where table_schema = 'public' and column_name ~ '(secret|private_key|verifier)$' order by 1`.execute(control)
  expect(rows.map(row => row.at)).toEqual(SEALED.map(({ table, secret }) => `${table}.${secret}`).toSorted())
})
