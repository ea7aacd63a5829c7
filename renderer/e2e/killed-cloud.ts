/** A cloud as its keeper runs it: `bobbin-cloud serve` over a folder, a process of its own with its own Postgres, that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyPreparedCluster, TEST_PASSWORD } from '#server/testing/prepared-cluster.ts'
import { TEST_KEY } from '#server/testing/test-config.ts'
import { codeIn, nextCode, type StoryCloud } from './cloud.ts'
import { startLine } from './line.ts'

export interface KilledCloud extends StoryCloud {
  /** `kill -9`: in the middle of whatever it does, without a word to anybody. Its Postgres ends with it. */
  kill(): Promise<void>
  /** The same command again: same folder, same port. */
  restart(): Promise<void>
}

const ENTRY = join(import.meta.dirname, '../../sync-server/src/cli/entry.ts')

export async function startKilledCloud(): Promise<KilledCloud> {
  const folder = await mkdtemp(join(tmpdir(), 'bobbin-cloud-'))
  await chmod(folder, 0o755)
  // As its first start would leave it; making a cluster anew takes longer than the story.
  await copyPreparedCluster(join(folder, 'postgres'))
  const secrets = { secretKey: TEST_KEY, databasePassword: TEST_PASSWORD }
  await writeFile(join(folder, 'secrets.json'), JSON.stringify(secrets), { mode: 0o600 })
  let server = await serve(folder, 0)
  const { port } = server
  const read = new Set<string>()

  async function takeCode(email: string): Promise<string | null> {
    const outbox = join(folder, 'outbox')
    for (const name of (await readdir(outbox).catch(() => [])).toSorted()) {
      if (read.has(name)) continue
      const mail = await readFile(join(outbox, name), 'utf8')
      const [, to, subject] = /^To: (.*)\nSubject: (.*)\n/.exec(mail) ?? []
      // Half written: it is whole the next time.
      if (to === undefined || subject === undefined) continue
      if (to !== email) continue
      read.add(name)
      const code = codeIn(subject)
      if (code !== null) return code
    }
    return null
  }

  return {
    codeFor: email => nextCode(() => takeCode(email), email),
    line: () => startLine(port),
    now: Date.now,
    kill: () => end(server.child, 'SIGKILL'),
    async restart() {
      server = await serve(folder, port)
    },
    async close() {
      await end(server.child, 'SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function serve(folder: string, port: number): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [ENTRY, 'serve', '--data', folder, '--port', String(port)], {
    env: { ...process.env, BOBBIN_LOG_LEVEL: 'error', BOBBIN_SPARES: '0', BOBBIN_NIGHT_HOUR: '23' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { url } = JSON.parse(await firstLine(child)) as { url: string }
  return { child, port: Number(new URL(url).port) }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill(signal)
  await closed
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = ''
    let trouble = ''
    child.stderr?.on('data', (data: Buffer) => (trouble += data.toString()))
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString()
      if (said.includes('\n')) done(said.split('\n', 1)[0]!)
    })
    child.once('close', () => fail(new Error(`the cloud did not start: ${trouble}`)))
  })
}
