/** The server as a process of its own, to be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { TEST_KEY } from './test-config.ts'

export interface ServerProcess {
  readonly url: string
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>
  /** Asks it to end; answers with its exit code. */
  stop(): Promise<number | null>
}

const ENTRY = join(import.meta.dirname, '..', 'cli', 'entry.ts')

/** Starts `bobbin-cloud serve` on a cluster, and waits until it says that it serves. */
export async function startServerProcess(databaseUrl: string): Promise<ServerProcess> {
  const child = spawn(process.execPath, [ENTRY, 'serve', '--port', '0'], {
    env: {
      ...process.env,
      BOBBIN_DATABASE_URL: databaseUrl,
      BOBBIN_SECRET_KEY: TEST_KEY,
      BOBBIN_LOG_LEVEL: 'silent',
      BOBBIN_SPARES: '0',
      BOBBIN_REQUESTS_PER_MINUTE: '1000000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { url } = JSON.parse(await firstLine(child)) as { url: string }
  const ended = once(child, 'close') as Promise<[number | null]>
  return {
    url,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      return (await ended)[0]
    },
  }
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
    child.once('close', () => fail(new Error(`the server did not start: ${trouble}`)))
  })
}
