/** A cloud to be measured: Postgres as it is run (nothing switched off), the server as a process of its own, both on this computer. */
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startEmbedded } from '#server/postgres/embedded.ts'
import { startChild } from './child.ts'
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

export async function startBenchCloud(): Promise<BenchCloud> {
  const folder = await mkdtemp(join(tmpdir(), 'bobbin-bench-cloud-'))
  await chmod(folder, 0o755)
  const postgres = await startEmbedded({ folder: join(folder, 'data'), password: 'bench' })
  const child = await startChild<Order>(join(import.meta.dirname, 'server.ts'), [postgres.url])
  const { url } = child.ready as { readonly url: string }
  const { order } = child
  return {
    url,
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
      await child.close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
