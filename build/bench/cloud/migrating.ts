/** All tenants brought up to date: how long that takes, how long a quilter waits meanwhile, and what becomes of a run that is killed. */
import { type BenchRow, quantile, spreadOf } from '../types.ts'
import { type BenchDevice, createBenchDevice } from './device.ts'
import { LAST_MIGRATION } from './last-migration.ts'
import type { MadeTenant } from './orders.ts'
import type { BenchCloud } from './world.ts'

/** So many quilters type meanwhile, each again and again. */
const WRITERS = 12
const PAUSE_MS = 50
const TO_REACH_MS = 10
const REFERENCE = 'reference: 8 s for 1,000, from 500 in 4 s'

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))

/** As a device does: over a connection that was idle for a minute and just then closed, it is sent again. */
async function push(device: BenchDevice): Promise<number> {
  const from = performance.now()
  await device.do('push').catch(error => {
    if (!(error instanceof TypeError)) throw error
    return device.do('push')
  })
  return performance.now() - from
}

/** Each begins at a moment of its own within `withinMs` and writes until `until`. Milliseconds of every write. */
async function write(devices: readonly BenchDevice[], withinMs: number, until: Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  let isOver = false
  // Whoever awaits it hears of a failure.
  const over = () => (isOver = true)
  void until.then(over, over)
  await Promise.all(
    devices.map(async (device, n) => {
      await pause((n / devices.length) * withinMs)
      while (!isOver) {
        times.push(await push(device))
        await pause(PAUSE_MS)
      }
    }),
  )
  return times
}

/**
 * The server that is written to is of the new version: the first write of a tenant whose turn has not come waits until it is up to date, and
 * that is the longest anybody waits.
 */
export async function benchMigrating(cloud: BenchCloud, tenants: readonly MadeTenant[]): Promise<BenchRow[]> {
  // A night's work is in the very tables that are taken away and made anew below.
  await cloud.nights()
  const every = Math.max(1, Math.floor(tenants.length / WRITERS))
  const devices = tenants
    .filter((_, n) => n % every === 0)
    .slice(0, WRITERS)
    .map(tenant => createBenchDevice(cloud.url, tenant))
  await write(devices, 0, pause(1_000))
  const usual = await write(devices, 0, pause(3_000))

  const floorMs = await cloud.floor()
  await cloud.older()
  const alone = await cloud.migrate()
  await cloud.older()
  const run = cloud.migrate()
  await run.begun
  const during = await write(devices, alone.ms, run)
  await cloud.older()
  const killed = cloud.migrate()
  await killed.after(Math.floor(tenants.length / 2))
  killed.kill()
  await killed.catch(() => {})
  const rest = await cloud.migrate()

  const toReach = alone.migrated * TO_REACH_MS
  return [
    {
      name: `migrate ${alone.migrated} tenants, ${LAST_MIGRATION.name}`,
      ours: { ...spreadOf([alone.ms]), unit: 'ms' },
      peer: { ...spreadOf([floorMs]), name: 'the same SQL alone' },
      note: `slowest ${alone.slowestMs} ms; to reach: ${toReach} ms (10 s for 1,000); ${REFERENCE}`,
    },
    {
      name: '  tables of one tenant locked, at most',
      ours: { ...spreadOf([alone.longestLockMs]), unit: 'ms' },
      note: 'to reach: a write stall of 50 ms',
    },
    {
      name: '  a write meanwhile, at worst',
      ours: { ...spreadOf([Math.max(...during)]), unit: 'ms' },
      peer: { ...spreadOf([Math.max(...usual)]), name: 'without' },
      note: `p50 ${quantile(during, 0.5).toFixed(1)}, p99 ${quantile(during, 0.99).toFixed(1)} ms of ${during.length}; without p50 ${quantile(usual, 0.5).toFixed(1)}, p99 ${quantile(usual, 0.99).toFixed(1)}, through a server of the new version, which brings a tenant up to date before it writes`,
    },
    {
      name: '  killed (kill -9) half-way, the rest in the next run',
      ours: { ...spreadOf([rest.ms]), unit: 'ms' },
      note: `${rest.upToDate} were done, ${rest.migrated} were left`,
    },
  ]
}
