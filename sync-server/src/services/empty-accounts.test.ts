import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { createPusher, typed } from '#server/testing/pusher.ts'
import { visitorAt } from '#server/testing/visitor.ts'

const DAY = 24 * 60 * 60_000
const HOUR = 60 * 60_000

let cloud: TestCloud
let now = Date.now()
beforeAll(async () => {
  cloud = await startTestCloud({ clock: { now: () => now } })
})
afterAll(() => cloud?.close())

test('accounts that nobody ever used go after thirty days with their databases; whoever stored something or came back stays', async () => {
  const { control, tenants, whoIsWho } = cloud.cloud.deps
  const at = visitorAt(cloud, '10.5.0.1')
  const unused = await at.signIn('unused@example.org')
  const stored = await at.signIn('stored@example.org')
  const back = await at.signIn('back@example.org')
  const made = await cloud.createTenant('made_by_hand')
  const pusher = await createPusher(cloud, {
    ...stored.account,
    owner: stored.account,
    token: async () => stored.accessToken,
  })
  await pusher.push([typed('tag', 't', { name: 'Feathers', created_at: 1 }, { ms: now })])
  const { database } = (await tenants.fresh(unused.account.tenantId))!
  const sweep = () => whoIsWho.empty.sweep()

  now += 25 * DAY
  await at.ask('POST', '/v1/auth/refresh', { body: { refreshToken: back.refreshToken } })
  const kept = (await at.signIn('back@example.org')).account
  now += 6 * DAY
  expect(await sweep()).toBe(0)
  expect((await at.ask('GET', '/v1/account', { token: unused.accessToken })).status).toBe(401)
  now += 2 * HOUR
  expect(await sweep()).toBe(1)

  const slugs = (await tenants.list()).map(tenant => tenant.slug)
  expect(slugs).toEqual(expect.arrayContaining([stored.account.slug, kept.slug, made.slug]))
  expect(slugs).not.toContain(unused.account.slug)
  const left = await control.selectFrom('account').select('email').execute()
  expect(left.map(row => row.email)).not.toContain('unused@example.org')
  const databases = await control
    .selectFrom('pg_database' as never)
    .select('datname' as never)
    .execute()
  expect(JSON.stringify(databases)).not.toContain(database)
  // She may begin again.
  expect((await at.signIn('unused@example.org')).isNew).toBe(true)
})

test('one that stored something after it was looked at is opened again', async () => {
  const { control, tenants, whoIsWho } = cloud.cloud.deps
  const at = visitorAt(cloud, '10.5.0.2')
  const { account, accessToken } = await at.signIn('late@example.org')
  const pusher = await createPusher(cloud, { ...account, owner: account, token: async () => accessToken })
  await pusher.push([typed('tag', 't', { name: 'Feathers', created_at: 1 }, { ms: now })])
  // As a crash between the commit and its note in the registry leaves it.
  await control.updateTable('tenant').set({ seq: 0, is_dirty: false }).where('id', '=', account.tenantId).execute()
  now += 40 * DAY
  await whoIsWho.empty.sweep()
  expect((await tenants.fresh(account.tenantId))?.state).toBe('deleting')
  now += 2 * HOUR
  await whoIsWho.empty.sweep()
  expect((await tenants.fresh(account.tenantId))?.state).toBe('active')
})
