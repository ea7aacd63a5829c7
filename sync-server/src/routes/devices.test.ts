import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DeviceLine, SignedIn } from '#shared/sync/auth.ts'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { DEVICE, type Told, type Visitor, visitorAt } from '#server/testing/visitor.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let cloud: TestCloud
let now = Date.parse('2027-03-01T09:00:00Z')
let turn = 0
let email = ''
let at: Visitor

beforeAll(async () => {
  cloud = await startTestCloud({ clock: { now: () => now } })
})
afterAll(() => cloud?.close())
beforeEach(() => {
  turn += 1
  email = `quilter${turn}@example.org`
  at = visitorAt(cloud, `10.2.0.${turn}`)
})

async function devices(token: string): Promise<DeviceLine[]> {
  return (await at.ask('GET', '/v1/devices', { token })).body.devices as DeviceLine[]
}

async function pairingCode(token: string): Promise<string> {
  return (await at.ask('POST', '/v1/pairing', { token })).body.code as string
}

const pair = (code: string, device: object = DEVICE): Promise<Told> =>
  at.ask('POST', '/v1/auth/pair', { body: { code, device } })

describe('pairing', () => {
  test('a code shown on one computer signs a second one in to the same cloud, and she is told by mail', async () => {
    const first = await at.signIn(email)
    const code = await pairingCode(first.accessToken)
    now += MINUTE
    expect(code).toMatch(/^\w{3}-\w{3}-\w{3}$/)
    const second = (await pair(code.toLowerCase(), { ...DEVICE, name: 'Studio' })).body as unknown as SignedIn
    expect(second.account).toEqual(first.account)
    expect(cloud.mails.at(-1)).toMatchObject({ to: email, text: expect.stringContaining('"Studio"') as string })
    expect((await devices(second.accessToken)).map(one => [one.name, one.isThis])).toEqual([
      ['Studio', true],
      ['Laptop', false],
    ])
  })

  test('a code is good for ten minutes, once, and a new one puts the one before out of use', async () => {
    const { accessToken } = await at.signIn(email)
    const old = await pairingCode(accessToken)
    const late = await pairingCode(accessToken)
    expect((await pair(old)).status).toBe(403)
    now += 9 * MINUTE
    expect((await pair(late)).status).toBe(200)
    expect((await pair(late)).status).toBe(403)
    const over = await pairingCode(accessToken)
    now += 11 * MINUTE
    expect((await pair(over)).status).toBe(403)
  })

  test('the code of a computer that was signed out is worth nothing', async () => {
    const first = await at.signIn(email)
    const second = await at.signIn(email)
    const code = await pairingCode(second.accessToken)
    await at.ask('DELETE', `/v1/devices/${second.deviceId}`, { token: first.accessToken })
    expect((await pair(code)).status).toBe(403)
  })
})

describe('computers', () => {
  test('are listed with when they were last seen, and what they stamp with', async () => {
    const first = await at.signIn(email)
    const body = { refreshToken: first.refreshToken, stampId: 'stamps-of-a-copy' }
    now += 20 * MINUTE
    const { accessToken } = (await at.ask('POST', '/v1/auth/refresh', { body })).body as unknown as SignedIn
    const [line] = await devices(accessToken)
    expect(line).toMatchObject({ name: 'Laptop', platform: 'linux', isThis: true, lastSeenAt: now })
    expect(line?.stampIds).toEqual(['stamps-of-a-copy'])
    expect(now - line!.signedInAt).toBe(20 * MINUTE)
  })

  test('get other names', async () => {
    const { accessToken, deviceId } = await at.signIn(email)
    const renamed = await at.ask('PATCH', `/v1/devices/${deviceId}`, {
      token: accessToken,
      body: { name: '  Sewing room ' },
    })
    expect(renamed.status).toBe(200)
    expect((await devices(accessToken))[0]?.name).toBe('Sewing room')
    const empty = await at.ask('PATCH', `/v1/devices/${deviceId}`, { token: accessToken, body: { name: '  ' } })
    expect(empty.status).toBe(400)
  })

  test('one that is signed out is refused at once, with the access token it had, and cannot come back by its refresh token', async () => {
    const first = await at.signIn(email)
    const stolen = await at.signIn(email)
    expect((await at.ask('DELETE', `/v1/devices/${stolen.deviceId}`, { token: first.accessToken })).status).toBe(200)
    expect((await at.ask('GET', '/v1/devices', { token: stolen.accessToken })).status).toBe(401)
    expect((await at.ask('POST', '/v1/auth/refresh', { body: { refreshToken: stolen.refreshToken } })).status).toBe(401)
    expect(await devices(first.accessToken)).toHaveLength(1)
    // Once more, and one that never was: the same answer.
    expect((await at.ask('DELETE', `/v1/devices/${stolen.deviceId}`, { token: first.accessToken })).status).toBe(404)
  })

  test('one that was away for ninety days is not listed any more', async () => {
    const old = await at.signIn(email)
    now += 89 * DAY
    const fresh = await at.signIn(email)
    expect(await devices(fresh.accessToken)).toHaveLength(2)
    now += 2 * DAY
    const later = await at.signIn(email)
    expect((await devices(later.accessToken)).map(one => one.id)).not.toContain(old.deviceId)
  })
})

test('a guest has no way into what is the owner’s', async () => {
  const { accessToken, account } = await at.signIn(email)
  await cloud.cloud.deps.control.updateTable('account').set({ role: 'guest' }).where('id', '=', account.id).execute()
  expect((await at.ask('GET', '/v1/devices', { token: accessToken })).status).toBe(401)
})

describe('a changed e-mail', () => {
  const change = async (token: string, to: string, code?: string) => {
    await at.ask('POST', '/v1/account/email', { token, body: { email: to } })
    return at.ask('POST', '/v1/account/email/confirm', { token, body: { email: to, code: code ?? at.codeFor(to) } })
  }

  test('counts when the new mailbox says so; the old one is told and signs in no more', async () => {
    const { accessToken, account } = await at.signIn(email)
    const to = `new-${email}`
    expect((await change(accessToken, to, 'CCCC-CCCC')).status).toBe(403)
    expect((await change(accessToken, to)).body).toMatchObject({ email: to, tenantId: account.tenantId })
    expect(cloud.mails.at(-1)).toMatchObject({ to: email, subject: expect.stringContaining('changed') as string })
    expect((await at.signIn(to)).account.id).toBe(account.id)
    expect((await at.signIn(email)).account.id).not.toBe(account.id)
  })

  test('cannot be somebody else’s, and that is said only to who reads that mailbox', async () => {
    const other = `other-${email}`
    await at.signIn(other)
    const { accessToken } = await at.signIn(email)
    const asked = await at.ask('POST', '/v1/account/email', { token: accessToken, body: { email: other } })
    expect(asked).toMatchObject({ status: 200, body: {} })
    expect((await change(accessToken, other)).body).toMatchObject({ error: { code: 'email-taken' } })
  })

  test('takes no code that was meant for signing in, and the other way round', async () => {
    const { accessToken } = await at.signIn(email)
    const to = `new-${email}`
    const code = await cloud.signInCode(to)
    expect((await change(accessToken, to, code)).status).toBe(403)
    const body = { email: to, code: at.codeFor(to), device: DEVICE }
    expect((await at.ask('POST', '/v1/auth/sign-in', { body })).status).toBe(403)
  })
})
