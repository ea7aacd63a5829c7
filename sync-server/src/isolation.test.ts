/** Invariant 10: no request returns, changes or counts anything of another quilter, on any route there is. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SignedIn } from '#shared/sync/auth.ts'
import { startTestCloud, type TestCloud, type TestTenant } from './testing/cloud.ts'
import { type Probe, PROBES, type ProbeAsk, type Things } from './testing/probes.ts'
import { createPusher, typed } from './testing/pusher.ts'
import { visitorAt } from './testing/visitor.ts'

const START = Date.parse('2027-03-01T09:00:00Z')
let now = START
let cloud: TestCloud
/** Who asks. */
let rose: Quilter
/** Whose things nobody else may see. */
let ann: Quilter
/** Every operation of the document, `GET /v1/devices/{id}`. */
let operations: readonly string[]

interface Quilter extends Things {
  readonly signedIn: SignedIn
  /** Words that stand in her data and in nobody else's. */
  readonly marks: readonly string[]
}

interface Told {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

beforeAll(async () => {
  cloud = await startTestCloud({ clock: { now: () => now }, config: { tenantDomain: 'quilts.example' } })
  operations = await documented()
  rose = await quilter('rose')
  ann = await quilter('ann')
})
afterAll(() => cloud?.close())

async function documented(): Promise<string[]> {
  const document = (await cloud.cloud.app.inject('/docs/json')).json() as { paths: Record<string, object> }
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  )
}

async function quilter(name: string): Promise<Quilter> {
  const email = `${name}@secret-${name}.example`
  const signedIn = await visitorAt(cloud, `10.9.0.${name.length}`).signIn(email)
  const { accessToken, account, deviceId, refreshToken } = signedIn
  await ask('PATCH', { url: `/v1/devices/${deviceId}`, body: { name: `secret computer of ${name}` } }, accessToken)
  const recordId = `secret-record-${name}`
  const pusher = await createPusher(cloud, pushing(signedIn))
  await pusher.push([typed('tag', recordId, { name: `secret tag of ${name}`, created_at: 1 }, { ms: now })])
  const fileBytes = Buffer.from(`secret stitches of ${name}`)
  const fileHash = createHash('sha256').update(fileBytes).digest('hex')
  const put = PROBES['PUT /v1/files/{hash}']!
  if (operations.includes('PUT /v1/files/{hash}')) {
    const stored = await ask('PUT', put.ask({ fileHash, fileBytes } as Things), accessToken)
    expect(stored.status).toBe(200)
  }
  const shape = await ask('GET', { url: '/v1/shape?offset=-1' }, accessToken)
  const restored = operations.includes('POST /v1/restore')
    ? await ask('POST', { url: '/v1/restore', body: { at: now } }, accessToken)
    : null
  const restoreId = restored === null ? randomUUID() : (JSON.parse(restored.body) as { restoreId: string }).restoreId
  return {
    signedIn,
    deviceId,
    email,
    recordId,
    restoreId,
    refreshToken,
    fileHash,
    fileBytes,
    handle: String(shape.headers['electric-handle']),
    epoch: String(shape.headers['bobbin-epoch']),
    marks: [
      `secret computer of ${name}`,
      `secret tag of ${name}`,
      recordId,
      `secret stitches of ${name}`,
      email,
      account.slug,
      account.tenantId,
    ],
  }
}

const pushing = ({ account, accessToken }: SignedIn): TestTenant => ({
  ...account,
  owner: account,
  token: async () => accessToken,
})

/** Names of the same kind that nobody has. */
function nobody(): Things {
  const fileBytes = randomBytes(ann.fileBytes.length)
  return {
    deviceId: randomUUID(),
    email: `nobody-${randomUUID()}@nowhere.example`,
    recordId: `record-${randomUUID()}`,
    restoreId: randomUUID(),
    handle: `${randomBytes(9).toString('hex')}~${ann.handle.split('~')[1]!}`,
    epoch: rose.epoch,
    fileBytes,
    fileHash: createHash('sha256').update(fileBytes).digest('hex'),
    refreshToken: randomBytes(68).toString('base64url'),
  }
}

let asker = 0
async function ask(method: string, { url, body, headers }: ProbeAsk, token?: string, more: object = {}): Promise<Told> {
  asker += 1
  const answer = await cloud.cloud.app.inject({
    method: method as 'GET',
    url,
    // Each from another address: how often one may ask is not the question here.
    remoteAddress: `10.${asker >> 16}.${(asker >> 8) & 255}.${asker & 255}`,
    ...(body === undefined ? {} : { payload: body }),
    headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...more },
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload.toString('latin1') }
}

const probeOf = (operation: string): Probe => PROBES[operation]!
const methodOf = (operation: string): string => operation.split(' ')[0]!
const guarded = () => operations.filter(operation => probeOf(operation).auth === 'device')

/** An answer without what is each request's own, and with the names it was asked about made alike. */
function plain(told: Told, about?: Things): object {
  const own = ['bobbin-request', 'date', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'x-ratelimit-limit']
  const headers = Object.fromEntries(Object.entries(told.headers).filter(([name]) => !own.includes(name)))
  // Bundles name files by the bytes of their hashes.
  const body = told.body.replaceAll(Buffer.from(about?.fileHash ?? 'ff', 'hex').toString('latin1'), 'fileHash')
  let text = JSON.stringify({ status: told.status, headers, body })
  text = text.replaceAll(String(told.headers['bobbin-request']), 'REQUEST')
  for (const [name, value] of Object.entries(about ?? {})) {
    if (typeof value === 'string' && name !== 'epoch') text = text.replaceAll(value, name)
  }
  return JSON.parse(text) as object
}

function marksIn(told: Told, whose: Quilter): string[] {
  const all = JSON.stringify(told.headers) + told.body
  return whose.marks.filter(mark => all.includes(mark))
}

describe('the document', () => {
  test('has every route of the server, and each of them is asked here', () => {
    const known = new Set(Object.keys(PROBES))
    expect(operations.filter(operation => !known.has(operation))).toEqual([])
    const routes = cloud.cloud.app.everyRoute
      .filter(({ url }) => !url.startsWith('/docs'))
      .flatMap(({ method, url }) => [method].flat().map(one => `${one} ${url.replaceAll(/:(\w+)/g, '{$1}')}`))
    expect(routes.length).toBeGreaterThan(10)
    // Fastify answers HEAD for each GET by the same route.
    const hidden = routes.filter(
      route => !operations.includes(route) && !operations.includes(route.replace(/^HEAD/, 'GET')),
    )
    expect(hidden).toEqual([])
  })

  test('says of each whether one has to be signed in, as it is', async () => {
    const { paths } = (await cloud.cloud.app.inject('/docs/json')).json() as {
      paths: Record<string, Record<string, { security?: object }>>
    }
    for (const operation of operations) {
      const [method, path] = operation.split(' ') as [string, string]
      const isGuarded = paths[path]![method.toLowerCase()]!.security !== undefined
      expect([operation, isGuarded]).toEqual([operation, probeOf(operation).auth === 'device'])
    }
  })
})

describe('without the right', () => {
  /** Every way not to be signed in. */
  async function wrongTokens(): Promise<Record<string, string | undefined>> {
    const { deps } = cloud.cloud
    const visitor = visitorAt(cloud, '10.9.1.1')
    const gone = await visitor.signIn(rose.email)
    await visitor.ask('DELETE', `/v1/devices/${gone.deviceId}`, { token: rose.signedIn.accessToken })
    const right = rose.signedIn.accessToken
    const [head = '', payload = '', seal = ''] = right.split('.')
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string; kid: string; typ: string }
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, string | number>
    const { key } = await deps.whoIsWho.keys.signing()
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
    const signed = (change: object, by: Parameters<SignJWT['sign']>[0] = key, protectedHeader: object = header) =>
      new SignJWT({ ...claims, ...change }).setProtectedHeader(protectedHeader as typeof header).sign(by)
    const publicKey = (await deps.whoIsWho.keys.verifying(header.kid))!
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    return {
      none: undefined,
      empty: '',
      nonsense: 'nonsense',
      'the refresh token': rose.refreshToken,
      'over since a minute': await signed({ exp: now / 1_000 - 60 }),
      'without an end': await signed({ exp: undefined }),
      'of another key under our name': await signed({}, privateKey),
      'of another key under its own name': await signed({}, privateKey, { ...header, kid: 'other' }),
      'with its key inside': await signed({}, privateKey, { ...header, jwk: await exportJWK(privateKey) }),
      'with no algorithm': new UnsecuredJWT(claims).encode(),
      'with no algorithm, and our names': `${encode({ ...header, alg: 'none' })}.${payload}.`,
      'with the public key as a secret': await signed({}, Buffer.from(JSON.stringify(await exportJWK(publicKey))), {
        ...header,
        alg: 'HS256',
      }),
      'for another use': await signed({ aud: 'somebody-else' }),
      'of another cloud': await signed({ iss: 'another-cloud' }),
      'of another kind': await signed({}, key, { ...header, typ: 'JWT' }),
      'with another’s tenant written in': `${head}.${encode({ ...claims, tenant: ann.signedIn.account.tenantId })}.${seal}`,
      'with our key, her tenant and Rose’s computer': await signed({ tenant: ann.signedIn.account.tenantId }),
      'with our key, her account and Rose’s computer': await signed({ sub: ann.signedIn.account.id }),
      'of a computer that was signed out': gone.accessToken,
      'with its seal cut off': `${head}.${payload}.`,
      'with a word before it': `x ${right}`,
    }
  }

  test('every route that needs a sign-in answers 401, the same whatever is wrong, and nothing happens', async () => {
    const tokens = await wrongTokens()
    const before = await everythingOf(ann)
    for (const operation of guarded()) {
      const answers = new Set<string>()
      for (const [why, token] of Object.entries(tokens)) {
        const told = await ask(methodOf(operation), probeOf(operation).ask(ann), token)
        expect([operation, why, told.status]).toEqual([operation, why, 401])
        answers.add(JSON.stringify(plain(told, ann)))
        expect(marksIn(told, ann)).toEqual([])
      }
      expect([operation, answers.size]).toEqual([operation, 1])
    }
    expect(await everythingOf(ann)).toEqual(before)
  })

  test('a right token counts in the header alone: not in the address, a cookie or a body', async () => {
    const token = rose.signedIn.accessToken
    for (const operation of guarded()) {
      const { url, ...rest } = probeOf(operation).ask(rose)
      const named = `${url}${url.includes('?') ? '&' : '?'}access_token=${token}&token=${token}`
      const told = await ask(methodOf(operation), { ...rest, url: named }, undefined, {
        cookie: `token=${token}; authorization=Bearer ${token}`,
        'x-authorization': `Bearer ${token}`,
        'x-access-token': token,
      })
      expect([operation, told.status]).toEqual([operation, 401])
    }
  })

  test('figures for the operator are not there for a quilter, however she says she comes from this computer', async () => {
    for (const operation of operations.filter(one => probeOf(one).auth === 'admin')) {
      for (const more of [
        {},
        { 'x-forwarded-for': '127.0.0.1' },
        { 'x-real-ip': '127.0.0.1' },
        { host: '127.0.0.1' },
      ]) {
        const told = await ask(methodOf(operation), probeOf(operation).ask(rose), rose.signedIn.accessToken, more)
        expect([operation, told.status]).toEqual([operation, 404])
      }
    }
  })
})

describe('signed in as somebody else', () => {
  test('asking about her things and about things that nobody has is answered alike, and nothing of hers is in any answer', async () => {
    const before = await everythingOf(ann)
    // Whoever has the same file as Ann has it rightly from then on: that is somebody who is asked for nothing else.
    const sue = await quilter('sue')
    for (const operation of guarded()) {
      const token = (operation.startsWith('PUT') ? sue : rose).signedIn.accessToken
      const about = { ...ann, epoch: rose.epoch }
      const other = nobody()
      const hers = await ask(methodOf(operation), probeOf(operation).ask(about), token)
      const nobodys = await ask(methodOf(operation), probeOf(operation).ask(other), token)
      // Parts that are new each time.
      const alike = (told: Told, things: Things) =>
        JSON.stringify(plain(told, things))
          .replaceAll(/\w{3}-\w{3}-\w{3}(?=\\")/g, 'CODE')
          .replaceAll(/restoreId\\":\\"[0-9a-f-]{36}/g, 'restoreId')
      expect([operation, alike(hers, about)]).toEqual([operation, alike(nobodys, other)])
      // What was asked with her names may repeat them; nothing beyond that.
      const asked = JSON.stringify(probeOf(operation).ask(about).body ?? '') + probeOf(operation).ask(about).url
      expect([operation, marksIn(hers, ann).filter(mark => !asked.includes(mark))]).toEqual([operation, []])
      expect(hers.status).toBeLessThan(500)
    }
    expect(await everythingOf(ann)).toEqual(before)
  })

  test('naming her tenant is refused on every route, by the header or by the address, and the same for a tenant that is not there', async () => {
    const { slug, tenantId } = ann.signedIn.account
    const own = rose.signedIn.account.slug
    for (const operation of guarded()) {
      const asked = (more: object) =>
        ask(methodOf(operation), probeOf(operation).ask(rose), rose.signedIn.accessToken, more)
      const refusals = new Set<string>()
      for (const more of [
        { 'bobbin-tenant': slug },
        { 'bobbin-tenant': tenantId },
        { 'bobbin-tenant': 'nobody_there' },
        { 'bobbin-tenant': `${own},${slug}` },
        { host: `${slug.replaceAll('_', '-')}.quilts.example` },
        { host: `${slug.replaceAll('_', '-').toUpperCase()}.QUILTS.example.:443` },
        { host: 'nobody-there.quilts.example' },
        { host: `${own.replaceAll('_', '-')}.elsewhere.example` },
      ]) {
        const told = await asked(more)
        expect([operation, more, told.status]).toEqual([operation, more, 403])
        refusals.add(JSON.stringify(plain(told)))
      }
      expect([operation, refusals.size]).toEqual([operation, 1])
    }
  })

  test('what proxies write is not believed from anybody', async () => {
    const token = rose.signedIn.accessToken
    const { slug, tenantId } = ann.signedIn.account
    const usual = await ask('GET', { url: '/v1/account' }, token)
    for (const more of [
      { 'x-forwarded-host': `${slug}.quilts.example` },
      { forwarded: `host=${slug}.quilts.example` },
      { 'x-original-url': '/metrics', 'x-rewrite-url': '/metrics' },
      { 'x-http-method-override': 'DELETE' },
      { 'x-tenant': slug, 'x-tenant-id': tenantId, 'tenant-id': tenantId },
      { 'x-forwarded-user': ann.email, 'x-remote-user': ann.email },
    ]) {
      const told = await ask('GET', { url: '/v1/account' }, token, more)
      expect([more, plain(told)]).toEqual([more, plain(usual)])
    }
  })
})

describe('tricks with the path', () => {
  /** Sent as it stands here: no client tidies it up. */
  function raw(path: string, token?: string): Promise<Told> {
    const { hostname, port } = new URL(cloud.url)
    return new Promise(told => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
      const asked = httpRequest({ hostname, port, path, headers }, response => {
        let body = ''
        response.setEncoding('utf8').on('data', part => {
          body += part
        })
        response.on('end', () => told({ status: response.statusCode!, headers: response.headers, body }))
      })
      // What is no path at all is hung up on.
      asked.on('error', () => told({ status: 400, headers: {}, body: '' })).end()
    })
  }

  const twisted = (path: string): string[] => [
    `/${path}`,
    path.replace('/v1/', '/v1//'),
    path.replace('/v1/', '//v1/'),
    path.replace('/v1/', '/V1/'),
    path.replace('/v1/', '/./v1/'),
    path.replace('/v1/', '/v1/../v1/'),
    path.replace('/v1/', '/v1/%2e%2e/v1/'),
    path.replace('/v1/', '/docs/../v1/'),
    path.replace('/v1/', '/docs/%2e%2e/v1/'),
    path.replace('/v1/', '/v1/auth/../'),
    path.replace('/v1/', '/v1%2f'),
    path.replace('/v1/', '/%76%31/'),
    path.replace('/v1/', '\\v1\\'),
    `${path.split('?')[0]!}/`,
    `${path.split('?')[0]!};a=b`,
    `${path.split('?')[0]!}%00`,
    `${path.split('?')[0]!}%20`,
    `http://quilts.example${path}`,
    `${path.split('?')[0]!}/..${path}`,
  ]

  test('lead nobody past the door, and nobody to somebody else’s things', async () => {
    for (const operation of guarded().filter(one => one.startsWith('GET'))) {
      for (const path of twisted(probeOf(operation).ask(ann).url)) {
        const outside = await raw(path)
        expect([path, [400, 401, 403, 404].includes(outside.status)]).toEqual([path, true])
        expect(marksIn(outside, ann).filter(mark => !path.includes(mark))).toEqual([])
        const inside = await raw(path, rose.signedIn.accessToken)
        expect([path, marksIn(inside, ann).filter(mark => !path.includes(mark))]).toEqual([path, []])
      }
    }
  })

  test('HEAD tells no more than GET', async () => {
    for (const operation of guarded().filter(one => one.startsWith('GET'))) {
      const told = await ask('HEAD', probeOf(operation).ask(ann))
      expect([operation, [401, 404].includes(told.status)]).toEqual([operation, true])
    }
  })
})

test('what is open to everybody tells nobody whether somebody has an account', async () => {
  const opened = operations.filter(one => probeOf(one).auth === 'none' && !one.endsWith('/ready'))
  for (const operation of opened) {
    const other = nobody()
    const hers = await ask(methodOf(operation), probeOf(operation).ask(ann))
    const nobodys = await ask(methodOf(operation), probeOf(operation).ask(other))
    expect([operation, plain(hers, ann)]).toEqual([operation, plain(nobodys, other)])
    expect([operation, marksIn(hers, ann)]).toEqual([operation, []])
  }
})

test('no page of another site may ask: nothing allows it', async () => {
  for (const operation of operations) {
    const from = { origin: 'https://elsewhere.example', 'access-control-request-method': methodOf(operation) }
    const { url } = probeOf(operation).ask(rose)
    const told = [await ask('OPTIONS', { url }, undefined, from), await ask('GET', { url }, undefined, from)]
    for (const { headers } of told) {
      expect(Object.keys(headers).filter(name => name.startsWith('access-control-'))).toEqual([])
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  }
})

test('an answer that was held back while its computer was signed out is not given', async () => {
  const visitor = visitorAt(cloud, '10.9.2.1')
  const { accessToken, deviceId } = await visitor.signIn(rose.email)
  const first = await ask('GET', { url: '/v1/shape?offset=-1' }, accessToken)
  const { 'electric-handle': handle, 'electric-offset': offset } = first.headers
  const live = fetch(
    `${cloud.url}/v1/shape?live=true&offset=${String(offset)}&handle=${encodeURIComponent(String(handle))}`,
    {
      headers: { authorization: `Bearer ${accessToken}` },
    },
  )
  await new Promise(resolve => setTimeout(resolve, 1_200))
  await visitor.ask('DELETE', `/v1/devices/${deviceId}`, { token: rose.signedIn.accessToken })
  const pusher = await createPusher(cloud, pushing(rose.signedIn))
  await pusher.push([typed('tag', 'after', { name: 'typed after it was stolen', created_at: 1 }, { ms: now })])
  const answer = await live
  expect(answer.status).toBe(401)
  expect(await answer.text()).not.toContain('stolen')
  expect(answer.headers.get('electric-handle')).toBeNull()
})

/** All that the cloud holds of her, to see that nothing changed. */
async function everythingOf({ signedIn: { account } }: Quilter): Promise<object> {
  const { control, pools, tenants } = cloud.cloud.deps
  const tenant = await tenants.fresh(account.tenantId)
  const records = await pools.use(tenant!, async db => {
    const { rows } = await sql`select * from record order by table_name, row_id`.execute(db)
    const history = await sql`select * from record_history order by 1, 2, 3`.execute(db)
    return { rows, history: history.rows }
  })
  const of = async (table: 'account' | 'device' | 'refresh_token' | 'account_identity') => {
    const { rows } = await sql`select * from ${sql.table(table)} order by 1`.execute(control)
    return (rows as Record<string, unknown>[]).filter(
      row => [row.id, row.account_id].includes(account.id) || row.device_id === deviceOf(account.id),
    )
  }
  return {
    tenant,
    records,
    accounts: await of('account'),
    devices: await of('device'),
    tokens: await of('refresh_token'),
  }
}

const deviceOf = (accountId: string): string | undefined =>
  [rose, ann].find(one => one.signedIn.account.id === accountId)?.signedIn.deviceId
