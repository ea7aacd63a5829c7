import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Refreshed } from '#shared/sync/auth.ts'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { DEVICE, type Visitor, visitorAt } from '#server/testing/visitor.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let cloud: TestCloud
let now = Date.parse('2027-03-01T09:00:00Z')
/** Every test is somebody else, somewhere else. */
let turn = 0
let at: Visitor
let email = ''

beforeAll(async () => {
  cloud = await startTestCloud({ clock: { now: () => now } })
})
afterAll(() => cloud?.close())
beforeEach(() => {
  turn += 1
  at = visitorAt(cloud, `10.0.0.${turn}`)
  email = `quilter${turn}@example.org`
})

const device = DEVICE
const post = (path: string, body: object) => at.ask('POST', path, { body })
const get = (path: string, token: string) => at.ask('GET', path, { token })
const signedIn = () => at.signIn(email)
const codeFrom = () => at.codeFor(email)

async function refreshed(refreshToken: string): Promise<Refreshed | null> {
  const answer = await post('/v1/auth/refresh', { refreshToken })
  return answer.status === 200 ? (answer.body as unknown as Refreshed) : null
}

describe('signing in with a mailed code', () => {
  test('makes the account and its tenant the first time, and finds them the second time', async () => {
    const first = await signedIn()
    expect(first).toMatchObject({ isNew: true, account: { email } })
    expect(first.account.slug).toMatch(/^q_[a-z0-9]{12}$/)
    const second = await signedIn()
    expect(second.isNew).toBe(false)
    expect(second.account).toEqual(first.account)
    expect(second.deviceId).not.toBe(first.deviceId)
    expect((await get('/v1/account', second.accessToken)).body).toMatchObject({
      email,
      tenantId: first.account.tenantId,
    })
  })

  test('takes the code as people type it, in small letters and with spaces', async () => {
    await post('/v1/auth/code', { email })
    const typed = ` ${codeFrom().toLowerCase().replace('-', ' ')} `
    expect((await post('/v1/auth/sign-in', { email: email.toUpperCase(), code: typed, device })).status).toBe(200)
  })

  test('takes a code once, for ten minutes at least, and only with its own e-mail', async () => {
    await post('/v1/auth/code', { email })
    const code = codeFrom()
    expect((await post('/v1/auth/sign-in', { email: `x${email}`, code, device })).status).toBe(403)
    now += 11 * MINUTE
    expect((await post('/v1/auth/sign-in', { email, code, device })).status).toBe(200)
    expect((await post('/v1/auth/sign-in', { email, code, device })).status).toBe(403)
    await post('/v1/auth/code', { email })
    now += 20 * MINUTE
    expect((await post('/v1/auth/sign-in', { email, code: codeFrom(), device })).body).toMatchObject({
      error: { code: 'wrong-code' },
    })
  })
})

describe('staying signed in', () => {
  test('an access token ends after fifteen minutes, and the refresh token brings another', async () => {
    const { accessToken, refreshToken, expiresAt } = await signedIn()
    expect(expiresAt - now).toBeLessThanOrEqual(15 * MINUTE)
    now += 16 * MINUTE
    expect((await get('/v1/account', accessToken)).status).toBe(401)
    const next = await refreshed(refreshToken)
    expect((await get('/v1/account', next!.accessToken)).status).toBe(200)
  })

  test('an answer that is lost on its way costs nothing: the token is good until the next one is used', async () => {
    const { refreshToken } = await signedIn()
    const lost = await refreshed(refreshToken)
    const got = await refreshed(refreshToken)
    expect(got).not.toBeNull()
    const used = await refreshed(got!.refreshToken)
    expect(used).not.toBeNull()
    // A late echo of the first request, and the answer that was lost, are refused and nothing more.
    expect(await refreshed(refreshToken)).toBeNull()
    expect(await refreshed(lost!.refreshToken)).toBeNull()
    expect(await refreshed(used!.refreshToken)).not.toBeNull()
  })

  test('a token used after its successor was means that two have it: the device is signed out at once', async () => {
    const { refreshToken } = await signedIn()
    const next = await refreshed(refreshToken)
    const last = await refreshed(next!.refreshToken)
    now += 2 * MINUTE
    expect(await refreshed(refreshToken)).toBeNull()
    expect(await refreshed(last!.refreshToken)).toBeNull()
    expect((await get('/v1/account', last!.accessToken)).status).toBe(401)
  })

  test('a made-up token signs nobody out', async () => {
    const { refreshToken } = await signedIn()
    const forged = Buffer.from(refreshToken, 'base64url')
    forged[25] = forged[25]! ^ 1
    now += 2 * MINUTE
    expect(await refreshed(forged.toString('base64url'))).toBeNull()
    expect(await refreshed(refreshToken)).not.toBeNull()
  })

  test('ninety days without a word end it, and each word begins them anew', async () => {
    let { refreshToken } = await signedIn()
    for (let month = 0; month < 4; month++) {
      now += 60 * DAY
      refreshToken = (await refreshed(refreshToken))!.refreshToken
    }
    now += 91 * DAY
    expect(await refreshed(refreshToken)).toBeNull()
  })

  test('signing out ends both tokens at once, and once more is no failure', async () => {
    const { accessToken, refreshToken } = await signedIn()
    expect((await post('/v1/auth/sign-out', { refreshToken })).status).toBe(200)
    expect((await get('/v1/account', accessToken)).status).toBe(401)
    expect(await refreshed(refreshToken)).toBeNull()
    expect((await post('/v1/auth/sign-out', { refreshToken })).status).toBe(200)
  })
})
