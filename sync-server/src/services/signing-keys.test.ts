import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestCloud, type TestCloud, TEST_KEY } from '#server/testing/cloud.ts'
import { visitorAt } from '#server/testing/visitor.ts'
import { createAccessTokens } from './access-tokens.ts'
import { createSecretBox } from './secret-box.ts'
import { createSigningKeys } from './signing-keys.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const who = {
  tenantId: '01890000-0000-7000-8000-000000000001',
  accountId: '01890000-0000-7000-8000-000000000002',
  deviceId: '01890000-0000-7000-8000-000000000003',
  role: 'owner',
} as const

let cloud: TestCloud
let now = Date.parse('2027-03-01T09:00:00Z')
const clock = { now: () => now }
const random = { bytes: (count: number) => randomBytes(count) }

beforeAll(async () => {
  cloud = await startTestCloud({ clock })
})
afterAll(() => cloud?.close())
beforeEach(async () => {
  await cloud.cloud.deps.control.deleteFrom('signing_key').execute()
})

/** One more server of the same cloud. */
function server(key = TEST_KEY) {
  const box = createSecretBox([Buffer.from(key, 'hex')], random)
  const keys = createSigningKeys({ control: cloud.cloud.deps.control, clock, random, box })
  return { keys, tokens: createAccessTokens({ keys, clock, issuer: 'bobbin' }) }
}

test('a new key signs nobody out: every server verifies what any of them signs, before, during and after the change', async () => {
  const [one, other] = [server(), server()]
  const before = await one.tokens.issue(who)
  expect(await other.tokens.read(before.text)).toEqual(who)
  await one.keys.rotate('soon')
  const kids = new Set<string>()
  for (let minute = 0; minute < 40; minute++) {
    for (const [signs, verifies] of [
      [one, other],
      [other, one],
    ] as const) {
      const { text } = await signs.tokens.issue(who)
      kids.add(JSON.parse(Buffer.from(text.split('.')[0]!, 'base64url').toString()).kid as string)
      expect(await verifies.tokens.read(text)).toEqual(who)
    }
    if (minute <= 14) expect(await other.tokens.read(before.text)).toEqual(who)
    now += MINUTE
  }
  expect(kids.size).toBe(2)
  // The old one goes when its last token has ended.
  await one.keys.tend()
  expect(await cloud.cloud.deps.control.selectFrom('signing_key').select('kid').execute()).toHaveLength(1)
})

test('each key signs for a month, and two servers whose month is over make one new key', async () => {
  const [one, other] = [server(), server()]
  await one.tokens.issue(who)
  now += 31 * DAY
  await Promise.all([one.keys.tend(), other.keys.tend()])
  expect(await cloud.cloud.deps.control.selectFrom('signing_key').select('kid').execute()).toHaveLength(2)
})

test('two servers that start for the first time at once understand one another', async () => {
  const [one, other] = [server(), server()]
  const [first, second] = await Promise.all([one.tokens.issue(who), other.tokens.issue(who)])
  now += 2_000
  expect(await other.tokens.read(first.text)).toEqual(who)
  expect(await one.tokens.read(second.text)).toEqual(who)
})

test('after a theft of keys the old ones are worth nothing, and whoever was signed in stays so', async () => {
  const at = visitorAt(cloud, '10.3.0.1')
  const { accessToken, refreshToken } = await at.signIn('rose@example.org')
  await cloud.cloud.deps.whoIsWho.keys.rotate('at-once')
  expect((await at.ask('GET', '/v1/account', { token: accessToken })).status).toBe(401)
  const { status, body } = await at.ask('POST', '/v1/auth/refresh', { body: { refreshToken } })
  expect(status).toBe(200)
  expect((await at.ask('GET', '/v1/account', { token: body.accessToken as string })).status).toBe(200)
})

test('a token that was looked at before still ends: with its time, with its key, and with any letter that is another', async () => {
  const { keys, tokens } = server()
  const { text, expiresAt } = await tokens.issue(who)
  for (const one of [1, 2]) expect(await tokens.read(text), `reading ${one}`).toEqual(who)
  // The last letter holds bits that say nothing; the one before it does not.
  const other = text.slice(0, -2) + (text.at(-2) === 'A' ? 'B' : 'A') + text.at(-1)
  expect(await tokens.read(other)).toBeNull()
  // No ring is read anew between the two: it is the text's own time that ends.
  now = expiresAt
  expect(await tokens.read(text)).toEqual(who)
  now = expiresAt + 5_000
  expect(await tokens.read(text)).toBeNull()
  const { text: young } = await tokens.issue(who)
  expect(await tokens.read(young)).toEqual(who)
  await keys.rotate('at-once')
  expect(await tokens.read(young)).toBeNull()
})

test('private keys cannot be read off the database', async () => {
  await server().tokens.issue(who)
  const rows = await cloud.cloud.deps.control.selectFrom('signing_key').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('"d"')
  await expect(server('f'.repeat(64)).tokens.issue(who)).rejects.toThrow()
})
