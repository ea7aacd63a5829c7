import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'

let postgres: TestPostgres
let one: TestCloud
let other: TestCloud
beforeAll(async () => {
  postgres = await startTestPostgres()
  one = await startTestCloud({ postgres })
  other = await startTestCloud({ postgres })
})
afterAll(async () => {
  await Promise.all([one.close(), other.close()])
  await postgres.stop()
})

const never = new AbortController().signal

test('a change told on one server copy ends the wait on another', async () => {
  const { tenantId } = await one.createTenant('across')
  const here = one.cloud.deps.wake
  const there = other.cloud.deps.wake
  expect(await there.seqOf(tenantId)).toBe(0)
  const waiting = there.wait(tenantId, 0, never, 20_000)
  await here.dirty(tenantId)
  await here.changed(tenantId, 1)
  expect(await waiting).toBe(1)
})
