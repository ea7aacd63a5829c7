import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud, TEST_KEY } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'
import { visitorAt } from '#server/testing/visitor.ts'
import { runCommand } from './run.ts'

let postgres: TestPostgres
let cloud: TestCloud
beforeAll(async () => {
  postgres = await startTestPostgres()
  cloud = await startTestCloud({ postgres })
})
afterAll(async () => {
  await cloud?.close()
  await postgres?.stop()
})

async function run(...args: string[]): Promise<{ code: number; answer: unknown; said: string }> {
  let out = ''
  let said = ''
  const code = await runCommand({
    args: [...args, '--json'],
    cwd: process.cwd(),
    env: {
      BOBBIN_DATABASE_URL: postgres.url,
      BOBBIN_SECRET_KEY: TEST_KEY,
      BOBBIN_LOG_LEVEL: 'silent',
      BOBBIN_SPARES: '0',
    },
    stdout: { write: text => (out += text) },
    stderr: { write: text => (said += text) },
    signal: new AbortController().signal,
  })
  return { code, answer: out === '' ? null : JSON.parse(out), said }
}

test('a lost mailbox: the operator gives the account another one, and signs the computers out when she wishes', async () => {
  const at = visitorAt(cloud, '10.4.0.1')
  const { account, accessToken } = await at.signIn('lost@example.org')
  const { slug } = account
  expect(await run('account', 'email', '--slug', slug, '--to', 'Found@Example.org')).toMatchObject({
    code: 0,
    answer: { slug, email: 'found@example.org', signedOut: 0 },
  })
  expect((await at.ask('GET', '/v1/account', { token: accessToken })).body).toMatchObject({
    email: 'found@example.org',
  })
  expect(await run('account', 'email', '--slug', slug, '--to', 'again@example.org', '--sign-out')).toMatchObject({
    answer: { signedOut: 1 },
  })
  expect((await at.ask('GET', '/v1/account', { token: accessToken })).status).toBe(401)
  expect((await at.signIn('again@example.org')).account.id).toBe(account.id)
})

test('an e-mail that somebody else has, or that is none, is not given', async () => {
  const at = visitorAt(cloud, '10.4.0.2')
  await at.signIn('taken@example.org')
  const { slug } = (await at.signIn('other@example.org')).account
  expect(await run('account', 'email', '--slug', slug, '--to', 'taken@example.org')).toMatchObject({ code: 1 })
  expect(await run('account', 'email', '--slug', slug, '--to', 'nonsense')).toMatchObject({ code: 2 })
  expect(await run('account', 'email', '--slug', 'nobody_here', '--to', 'a@example.org')).toMatchObject({ code: 1 })
})

test('every computer of an account is signed out at once', async () => {
  const at = visitorAt(cloud, '10.4.0.3')
  const { account, accessToken } = await at.signIn('many@example.org')
  await at.signIn('many@example.org')
  expect(await run('account', 'sign-out', '--slug', account.slug)).toMatchObject({ answer: { signedOut: 2 } })
  expect((await at.ask('GET', '/v1/account', { token: accessToken })).status).toBe(401)
})

test('a new signing key signs nobody out', async () => {
  const at = visitorAt(cloud, '10.4.0.4')
  const { accessToken, refreshToken } = await at.signIn('keys@example.org')
  expect(await run('account', 'rotate-keys')).toMatchObject({ code: 0 })
  expect((await at.ask('GET', '/v1/account', { token: accessToken })).status).toBe(200)
  expect(await run('account', 'rotate-keys', '--at-once')).toMatchObject({ code: 0 })
  expect((await at.ask('POST', '/v1/auth/refresh', { body: { refreshToken } })).status).toBe(200)
})

test('with one secret key in the settings everything is sealed with it', async () => {
  expect(await run('reseal')).toMatchObject({ code: 0, answer: { resealed: 0, trouble: [] } })
})
