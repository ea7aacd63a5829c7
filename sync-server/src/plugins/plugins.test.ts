import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { composeDeps } from '#server/compose.ts'
import { placeOf, withClient } from '#server/db/connect.ts'
import { identifier } from '#server/db/identifier.ts'
import { createLog } from '#server/log.ts'
import { acceptClock } from '#server/services/clock-guard.ts'
import { startTestCloud, type TestCloud, testConfig, type TestTenant } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'

const START = Date.UTC(2027, 0, 10, 12)
let now = START
let postgres: TestPostgres
let cloud: TestCloud
let rose: TestTenant
const lines: string[] = []
beforeAll(async () => {
  postgres = await startTestPostgres()
  const log = createLog({ logLevel: 'debug' }, { write: line => void lines.push(line) })
  cloud = await startTestCloud({ postgres, log, clock: { now: () => now } })
  rose = await cloud.createTenant('rose')
})
afterAll(async () => {
  await cloud?.close()
  await postgres?.stop()
})
afterEach(async () => {
  now = START
  await acceptClock(cloud.cloud.deps.control, { now: () => now })
  await cloud.cloud.deps.clockGuard.look()
})

interface Answered {
  status: number
  code: string | undefined
  retry: unknown
}
async function digest(headers: Record<string, string> = {}): Promise<Answered> {
  const authorization = `Bearer ${await rose.token()}`
  const answer = await cloud.cloud.app.inject({ url: '/v1/records/digest', headers: { authorization, ...headers } })
  return { status: answer.statusCode, code: answer.json().error?.code, retry: answer.headers['retry-after'] }
}

test('a tenant that moves is to be asked again soon, one that rests is told so, one that is deleted is nobody’s', async () => {
  const { tenants } = cloud.cloud.deps
  const answers: Record<string, Answered> = {}
  for (const state of ['moving', 'suspended', 'deleting', 'active'] as const) {
    await tenants.setState(rose.tenantId, state)
    answers[state] = await digest()
  }
  expect(answers).toEqual({
    moving: { status: 503, code: 'moving', retry: '2' },
    suspended: { status: 403, code: 'suspended', retry: undefined },
    deleting: { status: 401, code: 'not-signed-in', retry: undefined },
    active: { status: 200, code: undefined, retry: undefined },
  })
})

test('a host or a header that names another tenant than the token is refused', async () => {
  const other = await startTestCloud({ postgres, clock: { now: () => now }, config: { tenantDomain: 'cloud.example' } })
  try {
    const authorization = `Bearer ${await rose.token()}`
    const ask = async (headers: Record<string, string>): Promise<number> =>
      (await other.cloud.app.inject({ url: '/v1/records/digest', headers: { authorization, ...headers } })).statusCode
    expect(await ask({ host: 'lily.cloud.example' })).toBe(403)
    expect(await ask({ host: 'rose.cloud.example' })).toBe(200)
    expect(await ask({ 'bobbin-tenant': 'lily' })).toBe(403)
    expect(await ask({ 'bobbin-tenant': 'rose' })).toBe(200)
  } finally {
    await other.close()
  }
})

test('a clock a minute behind the greatest time recorded stops everything, alerts, until it is right or accepted', async () => {
  const { clockGuard, control } = cloud.cloud.deps
  now = START + 600_000
  await clockGuard.look()
  now = START + 600_000 - 59_000
  expect((await digest()).status).toBe(200)
  now = START + 600_000 - 61_000
  lines.length = 0
  await clockGuard.look()
  expect(await digest()).toEqual({ status: 503, code: 'clock-behind', retry: '2' })
  expect((await cloud.cloud.app.inject('/v1/ready')).statusCode).toBe(503)
  expect(lines.some(line => line.includes('ALERT'))).toBe(true)
  // Another server of this cloud has never seen the right time, and stops all the same.
  const other = await startTestCloud({ postgres, clock: { now: () => now } })
  expect((await other.cloud.app.inject('/v1/ready')).statusCode).toBe(503)
  await other.close()
  now = START + 600_000
  await clockGuard.look()
  expect((await digest()).status).toBe(200)
  now = START
  await acceptClock(control, { now: () => now })
  await clockGuard.look()
  expect((await digest()).status).toBe(200)
})

test('one tenant that asks too much waits; another is served', async () => {
  const small = await startTestCloud({ postgres, clock: { now: () => now }, config: { requestsPerMinute: 6000 } })
  try {
    const [noisy, quiet] = [await small.createTenant('noisy'), await small.createTenant('quiet')]
    const ask = async (tenant: TestTenant): Promise<Answered> => {
      const authorization = `Bearer ${await tenant.token('one')}`
      const answer = await small.cloud.app.inject({ url: '/v1/records/digest', headers: { authorization } })
      return { status: answer.statusCode, code: answer.json().error?.code, retry: answer.headers['retry-after'] }
    }
    const all = Promise.all(Array.from({ length: 150 }, () => ask(noisy)))
    expect((await ask(quiet)).status).toBe(200)
    const refused = (await all).filter(({ status }) => status !== 200)
    // Those in work and in the line are served, each in its turn.
    expect(refused.length).toBeLessThanOrEqual(150 - 100)
    expect(refused.length).toBeGreaterThan(0)
    for (const one of refused)
      expect(one).toMatchObject({ status: 429, code: 'too-many', retry: expect.stringMatching(/^\d+$/) })
  } finally {
    await small.close()
  }
})

test('a database of an older schema is brought up to date on first use, as its owner, once', async () => {
  const { config, tenants, control } = cloud.cloud.deps
  const lily = await cloud.createTenant('lily')
  const tenant = (await tenants.fresh(lily.tenantId))!
  await control.updateTable('tenant').set({ schema_version: 0 }).where('id', '=', tenant.id).execute()
  await tenants.fresh(tenant.id)
  // What a migration ends with: the role may use what there is.
  await withClient({ ...placeOf(config.databaseUrl), database: tenant.database }, client =>
    client.query(`revoke select on record from ${identifier(tenant.roleName)}`),
  )
  const authorization = `Bearer ${await lily.token()}`
  const asked = Array.from({ length: 4 }, () =>
    cloud.cloud.app.inject({ url: '/v1/records/digest', headers: { authorization } }),
  )
  expect((await Promise.all(asked)).map(answer => answer.statusCode)).toEqual([200, 200, 200, 200])
  expect((await tenants.fresh(lily.tenantId))!.schemaVersion).toBeGreaterThan(0)
})

test('the log tells no secret, no name, nothing she typed, whatever happens', async () => {
  lines.length = 0
  const token = await rose.token()
  const { app, deps } = cloud.cloud
  await app.inject({
    url: `/v1/records/history?table=pattern&id=Feathers-of-Rosemary`,
    headers: { authorization: `Bearer ${token}` },
  })
  await app.inject({
    method: 'POST',
    url: '/v1/records',
    headers: { authorization: `Bearer ${token}` },
    payload: { records: [{ table: 'tag', id: 't', entries: [{ field: 'name', value: 'Feathers-of-Rosemary' }] }] },
  })
  await app.inject({ method: 'POST', url: '/v1/auth/code', payload: { email: 'rosemary@example.org' } })
  deps.log.error({ err: new Error('invalid input: Feathers-of-Rosemary'), email: 'rosemary@example.org' }, 'trouble')
  deps.log.warn({ deep: { refreshToken: 'hunter2', fields: { name: 'Feathers-of-Rosemary' } } }, 'trouble')
  const text = lines.join('')
  expect(text).toContain('/v1/records/history')
  expect(text).not.toMatch(/Rosemary|rosemary|hunter2/)
  expect(text).not.toContain(token)
})

test('a route that does not say who may use it is refused at start', async () => {
  const { buildApp } = await import('#server/app.ts')
  const parts = await composeDeps(testConfig(postgres.url))
  try {
    const app = await buildApp(parts.deps)
    app.get('/open', () => 'hello')
    await expect(app.ready()).rejects.toThrow('/open')
  } finally {
    await parts.close()
  }
})
