import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'
import { patterns } from '../testing/shape-place.ts'
import { type StubElectric, startStubElectric } from '../testing/stub-electric.ts'
import { placeOnElectric } from './place.ts'
import { isBeyondItsEnd, pauseOf } from './upstream.ts'

let stub: StubElectric
let postgres: TestPostgres
let cloud: TestCloud
let token: string
let tenantId: string
beforeAll(async () => {
  ;[stub, postgres] = await Promise.all([startStubElectric(), startTestPostgres()])
  cloud = await startTestCloud({ postgres })
  const tenant = await cloud.createTenant('electric')
  tenantId = tenant.tenantId
  token = await tenant.token()
  await placeOnElectric(cloud.cloud.deps, tenantId, { url: `${stub.url}/${tenantId}`, secret: stub.secret })
  cloud.cloud.deps.tenants.forget(tenantId)
  stub.database(tenantId).write(patterns(2))
})
afterAll(async () => {
  await cloud.close()
  await Promise.all([postgres.stop(), stub.close()])
})
beforeEach(() => {
  stub.interfere = null
  stub.asked.length = 0
})

const ask = (query: string, headers: Record<string, string> = {}, path = '/v1/shape') =>
  fetch(`${cloud.url}${path}?${query}`, { headers: { authorization: `Bearer ${token}`, ...headers } })

test('what Electric is asked is fixed here: table, columns, replica and secret, and nothing a device made up', async () => {
  const made =
    'table=account&columns="role_secret"&replica=default&secret=guess&params[1]=x&handle=ignored&cache-buster=1'
  expect((await ask(`offset=-1&${made}`, { cookie: 'a=b', 'x-forwarded-for': '1.2.3.4' })).status).toBe(200)
  const [asked] = stub.asked
  expect(Object.fromEntries(asked!.url.searchParams)).toEqual({
    table: 'record',
    columns: '"table_name","row_id","fields","stamps","purged","seq"',
    replica: 'full',
    log: 'full',
    offset: '-1',
    secret: stub.secret,
  })
  expect(asked!.url.pathname).toBe(`/${tenantId}/v1/shape`)
  for (const name of ['authorization', 'cookie', 'x-forwarded-for']) expect(asked!.headers[name]).toBeUndefined()
})

test('a part of the records is refused before Electric hears of it', async () => {
  for (const query of ['where=true', 'subset__limit=1', 'live_sse=true', 'log=changes_only', 'live=true'])
    expect((await ask(`offset=-1&${query}`)).status, query).toBe(400)
  expect(stub.asked).toEqual([])
})

test('of its answer only what the protocol says is handed on, private and with epoch and time', async () => {
  const answer = await ask('offset=-1')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  for (const name of ['etag', 'x-request-id', 'electric-server', 'content-length'])
    expect(answer.headers.has(name), name).toBe(false)
  expect(answer.headers.get('access-control-expose-headers')).toContain('electric-offset')
  const epoch = answer.headers.get('bobbin-epoch')
  expect(answer.headers.get('electric-handle')).toBe(`${epoch}~${stub.database(tenantId).shape().handle}`)
  expect(Number(answer.headers.get('bobbin-now'))).toBeGreaterThan(1e12)
  expect(JSON.parse(answer.headers.get('electric-schema') ?? '')).toHaveProperty('stamps')
  expect(await answer.json()).toHaveLength(3)
})

test('an answer that came packed is handed on whole, packed again or not', async () => {
  stub.interfere = response => {
    const headers = {
      'electric-handle': 'h',
      'electric-offset': '0_inf',
      'electric-schema': '{}',
      'content-encoding': 'gzip',
    }
    response.writeHead(200, { 'content-type': 'application/json', ...headers })
    response.end(gzipSync('[{"headers":{"control":"snapshot-end"}}]'))
  }
  for (const accepted of ['gzip', 'identity']) {
    const answer = await ask('offset=-1', { 'accept-encoding': accepted, via: '1.1 proxy' })
    expect(answer.headers.get('content-encoding')).toBe(accepted === 'gzip' ? 'gzip' : null)
    expect(await answer.json()).toEqual([{ headers: { control: 'snapshot-end' } }])
  }
})

test('an answer that breaks off on its way here breaks off there too', async () => {
  stub.interfere = response => {
    response.writeHead(200, { 'electric-handle': 'h', 'electric-offset': '0_inf', 'electric-schema': '{}' })
    response.write(`[${'{"headers":{}},'.repeat(5_000)}`)
    setTimeout(() => response.destroy(), 50)
  }
  for (const accepted of ['gzip', 'identity']) {
    const answer = await ask('offset=-1', { 'accept-encoding': accepted, via: '1.1 proxy' })
    expect(answer.status).toBe(200)
    await expect(answer.text()).rejects.toThrow()
  }
})

test('whatever is wrong between Electric and us is a 503 with a pause, never a word about the device', async () => {
  for (const [status, pause] of [
    [401, null],
    [403, null],
    [404, null],
    [400, null],
    [500, null],
    [503, '7'],
    [503, '9999'],
    [429, '2'],
  ] as const) {
    stub.interfere = response => {
      response.writeHead(status, pause ? { 'retry-after': pause } : {})
      response.end('{"message":"secret words"}')
    }
    const answer = await ask('offset=-1')
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(10)
    expect(await answer.text()).not.toContain('secret words')
  }
  stub.interfere = response => void response.destroy()
  const answer = await ask('offset=-1')
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
})

test('no way of writing the path goes around the token', async () => {
  for (const path of [
    '/v1/shape',
    '/v1//shape',
    '//v1/shape',
    '/v1/%73hape',
    '/v1/shape/',
    '/V1/SHAPE',
    '/v1/./shape',
    '/v1/x/../shape',
    '/v1/shape%2f',
    '/v1/shape;x',
  ])
    for (const authorization of ['', 'Bearer nobody'])
      expect([401, 404], path).toContain((await ask('offset=-1', { authorization }, path)).status)
  expect(stub.asked).toEqual([])
})

test('a pause is at least a second and at most ten, and a 400 about the offset is told from others', () => {
  const pause = (text?: string) => pauseOf(new Headers(text === undefined ? {} : { 'retry-after': text }))
  expect([undefined, '0', '3', '60', 'Wed, 21 Oct 2026 07:28:00 GMT', '-5'].map(pause)).toEqual([1, 1, 3, 10, 1, 1])
  expect(isBeyondItsEnd(400, '{"errors":{"offset":["out of bounds"]}}')).toBe(true)
  for (const body of ['', 'null', '[]', '{"errors":null}', '{"errors":{"table":[]}}', '{"errors":"offset"}'])
    expect(isBeyondItsEnd(400, body), body).toBe(false)
  expect(isBeyondItsEnd(500, '{"errors":{"offset":[]}}')).toBe(false)
})
