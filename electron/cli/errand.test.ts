/** What a command made is backed up before it ends, without a word; and a command never fails or says anything else because of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startStubCloud, type StubCloud } from '#library/sync/testing/stub-cloud.ts'
import { writeQli } from '#library/testing/qli-file.ts'
import { bobbin } from './testing/run-bobbin.ts'

vi.setConfig({ testTimeout: 60_000 })

let dir: string
let cloud: StubCloud
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bobbin-errand-'))
  cloud = await startStubCloud()
  await writeQli(dir, 'Feather.qli', 254)
})
afterEach(async () => {
  await cloud.close()
  rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
})

const library = () => ['--library', join(dir, 'library'), '--json']
const run = (...args: string[]) => bobbin([...args, ...library()], { cwd: dir })
const login = () => run('login', '--url', cloud.url, '--email', 'anne@example.org', '--code', '123456')
const patterns = () => [...cloud.records.values()].filter(({ table }) => table === 'pattern').length
const IMPORTED = { code: 0, err: '' }

test('what is brought in is in the cloud when the command ends', async () => {
  await login()
  const said = await run('import', 'Feather.qli')
  expect(said).toMatchObject(IMPORTED)
  expect(said.json()).toMatchObject({ patterns: 1, files: 1 })
  expect(patterns()).toBe(1)
  expect((await run('status')).json()).toMatchObject({ waiting: { records: 0 } })
})

test('nobody signed in: nobody is asked', async () => {
  expect(await run('import', 'Feather.qli')).toMatchObject(IMPORTED)
  expect(cloud.asked).toEqual([])
})

test('with a cloud in trouble it is the same command: no line, no other code; the next one takes it along', async () => {
  await login()
  cloud.fault = () => ({ status: 503, headers: { 'retry-after': '30' } })
  const said = await run('import', 'Feather.qli')
  expect(said).toMatchObject(IMPORTED)
  expect(said.json()).toMatchObject({ patterns: 1, files: 1 })
  expect(patterns()).toBe(0)
  cloud.fault = () => null
  await writeQli(dir, 'Leaf.qli', 300)
  expect(await run('import', 'Leaf.qli')).toMatchObject(IMPORTED)
  expect(patterns()).toBe(2)
})

test('offline, and with a sign-in that is refused, it is the same command', async () => {
  await login()
  cloud.good.clear()
  cloud.refreshTokens.clear()
  expect(await run('import', 'Feather.qli')).toMatchObject(IMPORTED)
  await cloud.close()
  await writeQli(dir, 'Leaf.qli', 300)
  expect(await run('import', 'Leaf.qli')).toMatchObject(IMPORTED)
  expect((await run('status')).json()).toMatchObject({ account: { email: 'anne@example.org' } })
})
