import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeOf, urlOf } from '#server/db/connect.ts'
import { identifier } from '#server/db/identifier.ts'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ config: { spares: 1 } })
})
afterAll(() => cloud?.close())

/** What Postgres answers to a connection with a tenant's own role to another database: null when it lets it in. */
async function refusalOf(role: { user: string; password: string }, database: string): Promise<string | null> {
  const client = new pg.Client({ ...placeOf(cloud.cloud.deps.config.databaseUrl), ...role, database })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('a tenant’s own role may connect to its own database and to nothing else in the cluster', async () => {
  const { tenants } = cloud.cloud.deps
  const [rose, lily] = [await tenants.create('rose'), await tenants.create('lily')]
  const role = await tenants.place(rose)
  expect(await refusalOf(role, rose.database)).toBeNull()
  const others = [lily.database, 'bobbin_control', 'bobbin_template', 'postgres', 'template1']
  const answers = await Promise.all(others.map(database => refusalOf(role, database)))
  expect(answers.map(code => code === '42501' || code === '55000')).toEqual([true, true, true, true, true])
  expect(await refusalOf({ user: rose.ownerName, password: role.password }, rose.database)).not.toBeNull()
})

test('a tenant’s own role changes rows, never tables, and takes no record away', async () => {
  const { tenants } = cloud.cloud.deps
  const daisy = await tenants.create('daisy')
  const place = await tenants.place(daisy)
  const client = new pg.Client(urlOf(place))
  await client.connect()
  const codeOf = (text: string): Promise<string | null> =>
    client.query(text).then(
      () => null,
      error => (error as { code: string }).code,
    )
  expect(await codeOf('select * from record')).toBeNull()
  for (const text of [
    'create table mine (id int)',
    'drop table record',
    'delete from record',
    'delete from feed_counter',
    'alter table record add column mine int',
    'create temporary table mine (id int)',
    `set role ${identifier(daisy.ownerName)}`,
    'select * from migration.done',
    'create schema mine',
  ])
    expect([text, await codeOf(text)]).toEqual([text, '42501'])
  await client.end()
})

test('a name is taken once, and only names that are safe everywhere', async () => {
  const { tenants } = cloud.cloud.deps
  await tenants.create('aster')
  await expect(tenants.create('aster')).rejects.toMatchObject({ code: 'slug-taken' })
  for (const slug of ['ab', 'Rose', '1rose', 'rose"; drop', 'a'.repeat(32), '', 'róse', 'rose\n'])
    await expect(tenants.create(slug)).rejects.toMatchObject({ code: 'slug-invalid' })
})

test('a dozen who sign up at the same moment each get a database', async () => {
  const { tenants } = cloud.cloud.deps
  const made = await Promise.all(Array.from({ length: 12 }, (_, place) => tenants.create(`crowd_${place}`)))
  expect(new Set(made.map(tenant => tenant.database)).size).toBe(12)
})
