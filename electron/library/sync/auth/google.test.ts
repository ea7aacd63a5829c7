import { randomBytes } from 'node:crypto'
import { get } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { SignedIn } from '#shared/sync/auth.ts'
import { browse, CLIENT, startTestProvider, type TestProvider } from '#server/testing/openid-provider.ts'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { startGoogle } from './google.ts'

let cloud: TestCloud
let provider: TestProvider
let url: string

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  provider = await startTestProvider(`${url}/v1/auth/google/callback`)
  const oidc = { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, domains: ['shop.example'] }
  cloud = await startTestCloud({ config: { publicUrl: url, port, oidc } })
})
afterAll(async () => {
  await cloud?.close()
  await provider?.close()
})

function freePort(): Promise<number> {
  return new Promise(found => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })
}

const device = { name: 'Laptop', platform: 'linux', stampId: null }
const random = { bytes: (count: number) => randomBytes(count) }

async function ask(path: string, body: object): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  return { status: response.status, body: await response.json() }
}

async function claim(words: { secret: string; code: string }): Promise<SignedIn> {
  const { status, body } = await ask('/v1/auth/google/claim', { ...words, device })
  if (status !== 200) throw Object.assign(new Error('refused'), (body as { error: object }).error)
  return body as SignedIn
}

/** A computer begins, its own browser signs in. */
async function signIn(): Promise<SignedIn> {
  const begun = await startGoogle({ url, random, claim })
  onTestFinished(() => begun.cancel())
  await browse(begun.openUrl)
  return begun.done
}

async function byCode(email: string): Promise<SignedIn> {
  const code = await cloud.signInCode(email)
  return (await ask('/v1/auth/sign-in', { email, code, device })).body as SignedIn
}

test('the cloud says that one can sign in with it', async () => {
  expect(await (await fetch(`${url}/v1/auth/offers`)).json()).toEqual({ google: true, signUp: true })
})

test('signing in makes the account the first time and finds it afterwards, by who she is there', async () => {
  provider.person = { subject: 'g-1', email: 'Rose@shop.example' }
  const first = await signIn()
  expect(first).toMatchObject({ isNew: true, account: { email: 'rose@shop.example' } })
  // She has another mailbox there by now: still the same person.
  provider.person = { subject: 'g-1', email: 'rose.miller@shop.example' }
  expect((await signIn()).account).toEqual(first.account)
})

test('an account made with a code is found when the provider speaks for that mailbox, and its owner is told', async () => {
  const made = await byCode('ann@shop.example')
  provider.person = { subject: 'g-ann', email: 'ann@shop.example' }
  expect((await signIn()).account).toEqual(made.account)
  expect(cloud.mails.at(-1)).toMatchObject({
    to: 'ann@shop.example',
    subject: expect.stringContaining('computer') as string,
  })
})

test('a mailbox the provider does not speak for is proven by a code: nobody takes an account over, or makes one ahead of its owner', async () => {
  await byCode('sue@elsewhere.example')
  provider.person = { subject: 'g-thief', email: 'sue@elsewhere.example' }
  await expect(signIn()).rejects.toMatchObject({ code: 'needs-code' })
  provider.person = { subject: 'g-thief', email: 'not-yet-here@elsewhere.example' }
  await expect(signIn()).rejects.toMatchObject({ code: 'needs-code' })
})

test('an e-mail that is not verified counts for nothing', async () => {
  provider.person = { subject: 'g-unproven', email: 'ann@shop.example', verified: false }
  await expect(signIn()).rejects.toMatchObject({ code: 'needs-code' })
})

test('a mailbox that went to somebody else at the provider does not take the account along', async () => {
  provider.person = { subject: 'g-old', email: 'desk@shop.example' }
  const old = await signIn()
  provider.person = { subject: 'g-new', email: 'desk@shop.example' }
  await expect(signIn()).rejects.toMatchObject({ code: 'needs-code' })
  provider.person = { subject: 'g-old', email: 'desk@shop.example' }
  expect((await signIn()).account.id).toBe(old.account.id)
})

test('a link sent to somebody else signs nobody in: what comes back goes to her computer, and the code needs the secret of the one that began', async () => {
  provider.person = { subject: 'g-victim', email: 'victim@shop.example' }
  const thief = await startGoogle({ url, random, claim })
  onTestFinished(() => thief.cancel())
  // Her browser ends on 127.0.0.1 of her own computer, where the thief does not listen.
  const visited = await browse(thief.openUrl, address => address.includes('/signed-in'))
  const stolen = new URL(visited.at(-1)!).searchParams.get('code')
  expect(stolen).not.toBeNull()
  // Even with the code read off the screen, another secret is worth nothing.
  const other = randomBytes(32).toString('base64url')
  await expect(claim({ secret: other, code: stolen! })).rejects.toMatchObject({ code: 'wrong-code' })
})

test('a code is worth something once, and an answer of the provider too', async () => {
  provider.person = { subject: 'g-once', email: 'once@shop.example' }
  let words: { secret: string; code: string } | undefined
  const begun = await startGoogle({
    url,
    random,
    claim: said => {
      words = said
      return claim(said)
    },
  })
  const visited = await browse(begun.openUrl)
  await begun.done
  await expect(claim(words!)).rejects.toMatchObject({ code: 'wrong-code' })
  const callback = visited.find(address => address.includes('/callback'))!
  expect((await fetch(callback, { redirect: 'manual' })).status).toBe(400)
})

test('an answer with a state of nobody, or a code that the provider did not give, is refused', async () => {
  const made = await fetch(`${url}/v1/auth/google/callback?state=abc&code=def`, { redirect: 'manual' })
  expect(made.status).toBe(400)
  provider.person = { subject: 'g-forged', email: 'forged@shop.example' }
  const begun = await startGoogle({ url, random, claim })
  onTestFinished(() => begun.cancel())
  const visited = await browse(begun.openUrl, address => address.includes('/callback'))
  const callback = new URL(visited.at(-1)!)
  callback.searchParams.set('code', 'made-up')
  await browse(callback.href)
  await expect(begun.done).rejects.toMatchObject({ code: 'google-failed' })
})

test('the page she ends on says how it ended, and nothing in what is said can become part of the page', async () => {
  const begun = await startGoogle({ url, random, claim: () => Promise.reject(new Error('No: <b>cloud</b> & more.')) })
  begun.done.catch(() => {})
  const port = new URL(begun.openUrl).searchParams.get('port')!
  const answer = await fetch(`http://127.0.0.1:${port}/signed-in?code=abc`)
  expect(await answer.text()).toContain('<p>No: &lt;b>cloud&lt;/b> &amp; more. You can close this page')
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'")
  await expect(begun.done).rejects.toThrow('No:')
})

test('a page elsewhere that points its name at this computer is not answered', async () => {
  const begun = await startGoogle({ url, random, claim })
  onTestFinished(() => begun.cancel())
  const port = Number(new URL(begun.openUrl).searchParams.get('port'))
  const status = await new Promise<number | undefined>(told => {
    get({ port, host: '127.0.0.1', path: '/signed-in?code=abc', headers: { host: 'elsewhere.example' } }, answer => {
      answer.resume()
      told(answer.statusCode)
    })
  })
  expect(status).toBe(404)
})

test('a provider that cannot be reached is said, and asked again the next time', async () => {
  const port = await freePort()
  const gone = await freePort()
  const oidc = { issuer: `http://127.0.0.1:${gone}`, clientId: CLIENT.id, clientSecret: CLIENT.secret, domains: [] }
  const other = await startTestCloud({ config: { publicUrl: `http://127.0.0.1:${port}`, port, oidc } })
  onTestFinished(() => other.close())
  const begun = await startGoogle({ url: other.url, random, claim })
  begun.done.catch(() => {})
  await browse(begun.openUrl)
  await expect(begun.done).rejects.toMatchObject({ code: 'google-failed' })
})

test('she can say no there', async () => {
  const begun = await startGoogle({ url, random, claim })
  onTestFinished(() => begun.cancel())
  const visited = await browse(begun.openUrl, address => address.startsWith(provider.issuer))
  const state = new URL(visited.at(-1)!).searchParams.get('state')!
  await browse(`${url}/v1/auth/google/callback?state=${state}&error=access_denied`)
  await expect(begun.done).rejects.toMatchObject({ code: 'google-refused' })
})
