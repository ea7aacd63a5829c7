import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'
import { TEST_KEY } from '#server/testing/cloud.ts'
import { runCommand } from './run.ts'

let postgres: TestPostgres
let folder: string
beforeAll(async () => {
  postgres = await startTestPostgres()
  folder = await mkdtemp(join(tmpdir(), 'bobbin-cloud-test-'))
  await chmod(folder, 0o755)
})
afterAll(async () => {
  await postgres?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function bobbinCloud(...args: string[]): Promise<{ code: number; out: string; trouble: string }> {
  let [out, trouble] = ['', '']
  const code = await runCommand({
    args,
    cwd: folder,
    env: { BOBBIN_DATABASE_URL: postgres.url, BOBBIN_SECRET_KEY: TEST_KEY, BOBBIN_LOG_LEVEL: 'silent' },
    stdout: { write: text => (out += text) },
    stderr: { write: text => (trouble += text) },
    signal: new AbortController().signal,
  })
  return { code, out, trouble }
}

test('the operator makes a tenant, gets a code that signs its owner in, and sees it listed', async () => {
  const made = await bobbinCloud('tenant', 'create', '--slug', 'rose', '--email', 'Rose@Example.org', '--json')
  expect(JSON.parse(made.out)).toEqual({
    slug: 'rose',
    url: 'http://127.0.0.1:8787',
    signInCode: expect.stringMatching(/^\S+$/),
  })
  const again = await bobbinCloud('tenant', 'sign-in-code', '--slug', 'rose', '--json')
  expect(JSON.parse(again.out)).toMatchObject({ email: 'rose@example.org', signInCode: expect.any(String) })
  const { tenants } = JSON.parse((await bobbinCloud('tenant', 'list', '--json')).out) as { tenants: { slug: string }[] }
  expect(tenants).toMatchObject([{ slug: 'rose', state: 'active', usedBytes: 0 }])
})

test('what does not go is said in a sentence: wrong usage ends with 2, a failure with 1', async () => {
  await bobbinCloud('tenant', 'create', '--slug', 'lily', '--email', 'lily@example.org')
  const answers = [
    await bobbinCloud('tenant', 'create', '--slug', 'lily', '--email', 'other@example.org'),
    await bobbinCloud('tenant', 'create', '--slug', 'other', '--email', 'lily@example.org'),
    await bobbinCloud('tenant', 'create', '--slug', 'Ro"; drop', '--email', 'x@example.org'),
    await bobbinCloud('tenant', 'sign-in-code', '--slug', 'nobody'),
    await bobbinCloud('tenant', 'create', '--slug', 'other'),
    await bobbinCloud('tenant', 'create', '--slug', 'other', '--email', 'no address'),
    await bobbinCloud('tenant', 'list', '--nonsense'),
    await bobbinCloud('nonsense'),
  ]
  expect(answers.map(({ code }) => code)).toEqual([1, 1, 1, 1, 2, 2, 2, 2])
  for (const { out, trouble } of answers) expect([out, trouble.length > 10]).toEqual(['', true])
  expect((await bobbinCloud('--help')).out).toContain('tenant create --slug S --email E')
})

/** Runs the command as a process of its own in a folder, until its first line. */
async function serve(data: string): Promise<{ url: string; end(signal: NodeJS.Signals): Promise<number | null> }> {
  const env = { ...process.env, BOBBIN_LOG_LEVEL: 'silent', BOBBIN_SPARES: '0', BOBBIN_DATABASE_URL: '' }
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'entry.ts'), 'serve', '--port', '0', '--data', data],
    {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise<number | null>(done => child.once('close', code => done(code)))
  const line = await new Promise<string>((done, fail) => {
    child.stdout.once('data', (text: Buffer) => done(text.toString()))
    child.once('close', () => fail(new Error('the cloud did not start')))
  })
  const said = JSON.parse(line) as { url: string; ready: boolean }
  expect(said).toEqual({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), ready: true })
  return {
    url: said.url,
    end: signal => {
      child.kill(signal)
      return ended
    },
  }
}

test('a cloud in a folder needs nothing but the folder, keeps what it holds, and comes back after it was killed', async () => {
  const data = join(folder, 'cloud')
  const first = await serve(data)
  const made = await bobbinCloud(
    'tenant',
    'create',
    '--slug',
    'rose',
    '--email',
    'rose@example.org',
    '--data',
    data,
    '--json',
  )
  // The command found the running database, and tells devices where the server listens.
  expect(JSON.parse(made.out)).toMatchObject({ url: first.url })
  expect((await stat(join(data, 'secrets.json'))).mode & 0o077).toBe(0)
  await first.end('SIGKILL')
  // The database it leaves behind is ending: that one is waited for, not used.
  const second = await serve(data)
  expect((await fetch(`${second.url}/v1/ready`)).status).toBe(200)
  expect((await bobbinCloud('tenant', 'list', '--data', data)).out).toContain('rose')
  expect(await second.end('SIGTERM')).toBe(0)
  // Nothing of it is left running.
  expect(await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8').catch(() => null)).toBeNull()
}, 120_000)

test('the operator suspends, looks through, places and exports a tenant by its name', async () => {
  await bobbinCloud('tenant', 'create', '--slug', 'iris', '--email', 'iris@example.org')
  const state = async () => {
    const { tenants } = JSON.parse((await bobbinCloud('tenant', 'list', '--json')).out) as {
      tenants: { slug: string; state: string; source: string }[]
    }
    const { state, source } = tenants.find(tenant => tenant.slug === 'iris')!
    return [state, source]
  }
  expect((await bobbinCloud('tenant', 'suspend', '--slug', 'iris')).code).toBe(0)
  expect(await state()).toEqual(['suspended', 'built-in'])
  await bobbinCloud('tenant', 'resume', '--slug', 'iris')
  expect((await bobbinCloud('tenant', 'place', '--slug', 'iris', '--electric', 'http://127.0.0.1:3000')).code).toBe(2)
  await bobbinCloud('tenant', 'place', '--slug', 'iris', '--built-in')
  expect(await state()).toEqual(['active', 'built-in'])
  expect(JSON.parse((await bobbinCloud('check', '--slug', 'iris', '--json')).out)).toMatchObject({ findings: [] })
  expect(JSON.parse((await bobbinCloud('migrate', '--tenant', 'iris', '--json')).out)).toMatchObject({ upToDate: 1 })
  const to = join(folder, 'iris')
  expect(JSON.parse((await bobbinCloud('tenant', 'export', '--slug', 'iris', '--to', to, '--json')).out)).toMatchObject(
    {
      records: 0,
      files: 0,
    },
  )
  // Never into a folder with something in it.
  expect((await bobbinCloud('tenant', 'export', '--slug', 'iris', '--to', to)).code).toBe(1)
  expect((await bobbinCloud('tenant', 'delete', '--slug', 'iris')).code).toBe(2)
})
