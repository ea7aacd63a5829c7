import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './testing/cloud.ts'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud?.close())

test('it says that it lives and that it is ready, without being told who asks', async () => {
  const { app } = cloud.cloud
  expect((await app.inject('/v1/health')).json()).toEqual({ status: 'ok' })
  expect((await app.inject('/v1/ready')).json()).toEqual({ status: 'ready' })
})

test('every error has one shape, with what to tell the operator and nothing of the inside', async () => {
  const answer = await cloud.cloud.app.inject('/v1/nothing')
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toEqual({
    error: { code: 'not-found', message: 'There is nothing here.', request: answer.headers['bobbin-request'] },
  })
})

test('the routes are written down as an OpenAPI document, on a page that runs under its own strict policy', async () => {
  const { app } = cloud.cloud
  const document = (await app.inject('/docs/json')).json()
  const operations = Object.entries(
    document.paths as Record<string, Record<string, { summary?: string; tags?: string[] }>>,
  )
  const untold = operations.flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, one]) => (one.summary && one.tags?.length ? [] : `${method} ${path}`)),
  )
  expect(untold).toEqual([])
  for (const path of ['/v1/records', '/v1/shape', '/v1/auth/sign-in', '/v1/files/{hash}', '/metrics'])
    expect(document.paths).toHaveProperty([path])
  expect(document.components.schemas).toHaveProperty('PushRecord')
  const page = await app.inject('/docs/')
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-security-policy']).toContain("script-src 'self'")
})

test('figures are for the operator alone', async () => {
  const { app } = cloud.cloud
  expect((await app.inject('/metrics')).body).toContain('bobbin_http_seconds_bucket')
  expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.7' })).statusCode).toBe(404)
})
