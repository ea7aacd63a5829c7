/** A cloud to be measured: Postgres as it is run (nothing switched off), the server as a process of its own, both on this computer. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startEmbedded } from '#server/postgres/embedded.ts'
import type { Figures, MadeTenant, Migrated, Order, Restored } from './orders.ts'

export interface BenchCloud {
  readonly url: string
  tenants(count: number, prefix: string): Promise<MadeTenant[]>
  signInCode(email: string): Promise<string>
  rawPush(records: number): Promise<number>
  fill(tenantId: string, records: number): Promise<void>
  figures(): Promise<Figures>
  nights(): Promise<void>
  /** Every tenant's database is one migration older. */
  older(): Promise<void>
  floor(): Promise<number>
  restore(tenantId: string): Promise<Restored>
  /** Begins bringing all of them up to date, in a process of its own. */
  migrate(): Migration
  close(): Promise<void>
}

export interface Migration extends Promise<Migrated> {
  readonly begun: Promise<void>
  /** When so many are done. */
  after(count: number): Promise<void>
  /** Ends it in the middle of whatever it does. */
  kill(): void
}

function startMigration(databaseUrl: string): Migration {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'migrator.ts'), databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let done = 0
  let last = ''
  const waiting = new Set<() => void>()
  const after = (count: number) =>
    new Promise<void>(resolve => {
      const look = () => {
        if (done < count) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  createInterface({ input: child.stdout }).on('line', line => {
    last = line
    done += 1
    for (const look of waiting) look()
  })
  const report = new Promise<Migrated>((resolve, reject) => {
    child.once('close', () => {
      const said = last.startsWith('{"version"') ? (JSON.parse(last) as Migrated & { trouble: unknown[] }) : null
      if (said === null || said.trouble.length > 0) reject(new Error(`the migration ended: ${last}`))
      else resolve(said)
    })
  })
  // Whoever asks for it hears of a failure; nobody may be asking any more.
  report.catch(() => {})
  return Object.assign(report, { begun: after(1), after, kill: () => void child.kill('SIGKILL') })
}

async function startServer(databaseUrl: string): Promise<{ child: ChildProcess; lines: AsyncIterator<string> }> {
  const args = ['--expose-gc', join(import.meta.dirname, 'server.ts'), databaseUrl]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}

export async function startBenchCloud(): Promise<BenchCloud> {
  const folder = await mkdtemp(join(tmpdir(), 'bobbin-bench-cloud-'))
  await chmod(folder, 0o755)
  const postgres = await startEmbedded({ folder: join(folder, 'data'), password: 'bench' })
  const { child, lines } = await startServer(postgres.url)
  const read = async (): Promise<Record<string, unknown>> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the server of the bench ended')
    return JSON.parse(value) as Record<string, unknown>
  }
  const { url } = await read()
  // Orders are answered in turn.
  let last: Promise<unknown> = Promise.resolve()
  const order = <T>(what: Order): Promise<T> => {
    const answered = last.then(async () => {
      child.stdin?.write(`${JSON.stringify(what)}\n`)
      const answer = await read()
      if ('failed' in answer) throw new Error(String(answer.failed))
      return answer.done as T
    })
    last = answered.catch(() => {})
    return answered
  }
  return {
    url: String(url),
    tenants: (count, prefix) => order({ kind: 'tenants', count, prefix }),
    signInCode: email => order({ kind: 'signInCode', email }),
    rawPush: records => order({ kind: 'rawPush', records }),
    fill: (tenantId, records) => order({ kind: 'fill', tenantId, records }),
    figures: () => order({ kind: 'figures' }),
    nights: () => order({ kind: 'nights' }),
    older: () => order({ kind: 'older' }),
    floor: () => order({ kind: 'floor' }),
    restore: tenantId => order({ kind: 'restore', tenantId }),
    migrate: () => startMigration(postgres.url),
    async close() {
      const ended = new Promise(done => child.once('close', done))
      child.stdin?.end()
      await ended
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
