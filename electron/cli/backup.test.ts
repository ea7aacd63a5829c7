import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { kill } from '#library/sync/testing/kill-cloud.ts'
import { writeQli } from '#library/testing/qli-file.ts'
import { bobbin } from './testing/run-bobbin.ts'

vi.setConfig({ testTimeout: 120_000 })

let dir: string
let cloud: TestCloud
const email = 'anne@example.org'
beforeAll(async () => {
  cloud = await startTestCloud()
}, 60_000)
afterAll(() => kill(cloud), 30_000)
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bobbin-backup-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }))

const library = (name: string) => ['--library', join(dir, name), '--json']
const account = () => ['--url', cloud.url, '--email', email]
const code = async () => ['--code', await cloud.signInCode(email)]

/** Typed as soon as the mail is there. */
function codeFromMailbox(): AsyncIterable<string> {
  const before = cloud.mails.length
  return (async function* () {
    while (cloud.mails.length === before) await new Promise(resolve => setTimeout(resolve, 20))
    yield `${/[A-Z0-9]{4}[- ][A-Z0-9]{4}/.exec(cloud.mails.at(-1)!.text)![0]}\n`
  })()
}

interface Once {
  pushed: number
  filesUp: number
  pulled: number
  waiting: number
  seconds: number
}

test('a library is backed up from the command line and brought back on another computer', async () => {
  await writeQli(dir, 'Feather.qli', 254)
  await bobbin(['import', 'Feather.qli', ...library('laptop')], { cwd: dir })
  expect((await bobbin(['status', ...library('laptop')])).json()).toMatchObject({ state: 'none', account: null })

  const said = await bobbin(['login', ...account(), ...(await code()), ...library('laptop')])
  expect(said).toMatchObject({ code: 0, err: '' })
  expect(said.json()).toMatchObject({ account: { email: 'anne@example.org', url: cloud.url } })
  const once = await bobbin(['sync', '--once', ...library('laptop')])
  expect(once.json<Once>()).toMatchObject({ pulled: 0, waiting: 0, seconds: expect.any(Number) as number })
  expect(once.json<Once>().pushed).toBeGreaterThan(1)
  expect(once.json<Once>().filesUp).toBe(1)
  expect((await bobbin(['sync', '--once', ...library('laptop')])).json()).toMatchObject({ pushed: 0, pulled: 0 })
  expect((await bobbin(['status', ...library('laptop')])).json()).toMatchObject({ state: 'safe' })

  const back = await bobbin(['restore', ...account(), ...library('desk')], { input: codeFromMailbox() })
  expect(back.json()).toMatchObject({ patterns: 1, filesDown: 1 })
  const [pattern] = (await bobbin(['search', 'feather', ...library('desk')])).json<{ name: string }[]>()
  expect(pattern?.name).toBe('Feather')
  const again = await bobbin(['restore', ...account(), ...library('desk')])
  expect([again.code, again.err]).toEqual([1, 'This library is not empty. Choose an empty folder with --library.\n'])
})

test('backup makes a safety copy here, whether or not somebody is signed in', async () => {
  const alone = await bobbin(['backup', ...library('laptop')])
  expect(alone.json()).toMatchObject({ copy: { reason: 'asked' }, cloud: null })
  await bobbin(['login', ...account(), ...(await code()), ...library('laptop')])
  const both = await bobbin(['backup', ...library('laptop')])
  expect(both.json()).toMatchObject({ copy: { reason: 'asked' }, cloud: { waiting: 0 } })
  expect(readdirSync(join(dir, 'laptop', 'snapshots')).length).toBeGreaterThan(1)
})

test('every original is saved under a name a person understands', async () => {
  await writeQli(dir, 'Feather.qli', 254)
  await bobbin(['import', 'Feather.qli', ...library('laptop')], { cwd: dir })
  const saved = (await bobbin(['save-all', '--to', 'out', ...library('laptop')], { cwd: dir })).json<{
    files: number
    dir: string
  }>()
  expect(saved.files).toBe(1)
  expect(existsSync(saved.dir)).toBe(true)
})

test('what does not work is a sentence and exit code 1', async () => {
  const wrong = await bobbin(['login', ...account(), '--code', 'AAAA-AAAA', ...library('laptop')])
  expect([wrong.code, wrong.out]).toEqual([1, ''])
  expect(wrong.err).toMatch(/^[A-Z].+\.\n$/)
  const nobody = await bobbin(['sync', '--once', ...library('laptop')])
  expect(nobody.code).toBe(1)
  expect(nobody.err).toContain('Nobody is signed in')
  const far = await bobbin(['login', '--url', 'http://example.org', '--email', 'a@b.c', ...library('laptop')])
  expect(far.err).toBe('This is no address of a cloud. It begins with https://.\n')
})
