/** The cloud under load: many quilters at once, a noisy one beside a quiet one, and very many who do nothing at all. */
import { createBenchDevice, type BenchDevice, type Deed } from './cloud/device.ts'
import { benchMigrating } from './cloud/migrating.ts'
import type { Figures, MadeTenant } from './cloud/orders.ts'
import { type BenchCloud, startBenchCloud } from './cloud/world.ts'
import { type BenchOptions, type BenchRow, quantile, spreadOf } from './types.ts'

const TENANTS = 200
const SECONDS = 20
const EVERY_MS = 2_000
const LIBRARY = 15_651
/** Every request of a quilter in turn. */
const MIX: readonly Deed[] = ['push', 'poll', 'digest', 'file']

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))
const ms = (value: number) => ({ median: value, min: value, max: value, unit: 'ms' })

/** One row for a list of times: its middle, and its slow ends in the note. */
function latencyRow(name: string, times: readonly number[], note = ''): BenchRow {
  const at = (share: number) => `p${share * 100} ${quantile(times, share).toFixed(1)} ms`
  return {
    name,
    ours: { ...spreadOf(times), unit: 'ms' },
    note: `${[0.5, 0.95, 0.99].map(at).join(', ')}, ${times.length} times${note}`,
  }
}

const memoryOf = ({ rssMb, connections, toTenants }: Figures) =>
  `; server ${rssMb.toFixed(0)} MB, ${connections} connections of Postgres (${toTenants} to tenants)`

/** Each device does one thing every two seconds, from a moment of its own, until the time is up. */
async function keepBusy(devices: readonly BenchDevice[], seconds: number): Promise<Map<Deed, number[]>> {
  const times = new Map<Deed, number[]>(MIX.map(deed => [deed, []]))
  const until = performance.now() + seconds * 1000
  await Promise.all(
    devices.map(async (device, n) => {
      await pause((n / devices.length) * EVERY_MS)
      for (let turn = n; performance.now() < until; turn++) {
        const deed = MIX[turn % MIX.length]!
        const began = performance.now()
        times.get(deed)!.push(await device.do(deed))
        await pause(Math.max(0, EVERY_MS - (performance.now() - began)))
      }
    }),
  )
  return times
}

async function firstReading(cloud: BenchCloud, tenant: MadeTenant): Promise<BenchRow> {
  await cloud.fill(tenant.tenantId, LIBRARY)
  const times: number[] = []
  let bytes = 0
  for (let turn = 0; turn < 3; turn++) {
    const from = performance.now()
    const read = await createBenchDevice(cloud.url, tenant).readAll()
    times.push(performance.now() - from)
    if (read.records !== LIBRARY) throw new Error(`${read.records} records came`)
    bytes = read.bytes
  }
  const note = `${(bytes / 1e6).toFixed(1)} MB of JSON, read and parsed${memoryOf(await cloud.figures())}`
  return { name: `${LIBRARY} records over the wire`, ours: { ...spreadOf(times), unit: 'ms' }, note }
}

async function seenElsewhere(cloud: BenchCloud, tenant: MadeTenant): Promise<BenchRow> {
  const [writer, reader] = [createBenchDevice(cloud.url, tenant), createBenchDevice(cloud.url, tenant)]
  await reader.readAll()
  const times: number[] = []
  for (let turn = 0; turn < 100; turn++) {
    const write = async () => {
      // By then the reader waits.
      await pause(20)
      const from = performance.now()
      await writer.do('push')
      return from
    }
    const [arrived, from] = await Promise.all([reader.waitForChange(), write()])
    times.push(arrived - from)
  }
  return latencyRow('edit on one device seen on another', times)
}

async function noisyNeighbour(cloud: BenchCloud, seconds: number): Promise<BenchRow> {
  const [quiet, noisy] = await cloud.tenants(2, 'neighbour')
  const device = createBenchDevice(cloud.url, quiet!)
  const measure = async () => {
    const times: number[] = []
    const until = performance.now() + (seconds * 1000) / 2
    for (let turn = 0; performance.now() < until; turn++) {
      times.push(await device.do(MIX[turn % MIX.length]!))
      await pause(100)
    }
    return times
  }
  const alone = await measure()
  let isOver = false
  const makeNoise = async () => {
    const loud = createBenchDevice(cloud.url, noisy!)
    // Refused now and then, as whoever asks too much is.
    for (let turn = 0; !isOver; turn++) await loud.do(MIX[turn % 2]!).catch(() => pause(1))
  }
  const noise = Promise.all(Array.from({ length: 8 }, makeNoise))
  const beside = await measure()
  isOver = true
  await noise
  const [before, after] = [quantile(alone, 0.95), quantile(beside, 0.95)]
  return {
    name: 'a quiet quilter’s p95 beside one that hammers',
    ours: ms(after),
    peer: { name: 'alone', median: before, min: before, max: before },
    note: `moved by ${((after / before - 1) * 100).toFixed(0)} %`,
  }
}

/** `npm run bench -- cloud-load`: 200 quilters each asking something every two seconds. */
export async function benchCloudLoad(options: BenchOptions): Promise<BenchRow[]> {
  const [count, seconds] = [options.tenants ?? TENANTS, options.seconds ?? SECONDS]
  const cloud = await startBenchCloud()
  try {
    const began = performance.now()
    const tenants = await cloud.tenants(count, 'busy')
    const made = (performance.now() - began) / count
    const rows: BenchRow[] = [{ name: 'a new tenant, four at a time', ours: ms(made) }]
    rows.push(await firstReading(cloud, tenants[0]!))
    rows.push(await seenElsewhere(cloud, tenants[1]!))
    const devices = tenants.slice(1).map(tenant => createBenchDevice(cloud.url, tenant))
    // Once around before it counts: the first touch of a database opens it.
    await keepBusy(devices, EVERY_MS / 1000)
    const times = await keepBusy(devices, seconds)
    const note = memoryOf(await cloud.figures())
    rows.push(latencyRow(`${devices.length} active quilters, any request`, [...times.values()].flat(), note))
    for (const [deed, of] of times) rows.push(latencyRow(`  ${deed}`, of))
    rows.push(await noisyNeighbour(cloud, seconds))
    return rows
  } finally {
    await cloud.close()
  }
}

const IDLE_TENANTS = 1_000
const IDLE_DEVICES = 2
/** Of one Electric service for one tenant (SYNC.md section 3). */
const ELECTRIC_MB = 259

/** `npm run bench -- cloud-idle`: 1,000 quilters with two devices each that only wait (about 8 GB of disk), then all of them migrated. */
export async function benchCloudIdle(options: BenchOptions): Promise<BenchRow[]> {
  const [count, seconds] = [options.tenants ?? IDLE_TENANTS, options.seconds ?? 60]
  const cloud = await startBenchCloud()
  const gone = new AbortController()
  try {
    const tenants = await cloud.tenants(count, 'idle')
    const waits: Promise<unknown>[] = []
    for (const tenant of tenants)
      for (let n = 0; n < IDLE_DEVICES; n++) {
        const device = createBenchDevice(cloud.url, tenant, gone.signal)
        await device.readAll()
        waits.push(device.waitForChange().catch(() => null))
      }
    // Until connections that reading opened have been given up.
    await pause(65_000)
    const before = await cloud.figures()
    await pause(seconds * 1000)
    const after = await cloud.figures()
    gone.abort()
    await Promise.all(waits)
    const share = ((after.cpuSeconds - before.cpuSeconds) / seconds) * 100
    const name = `${count} tenants with ${IDLE_DEVICES} idle devices each`
    const electric = { median: count * ELECTRIC_MB, min: count * ELECTRIC_MB, max: count * ELECTRIC_MB }
    return [
      {
        name: `${name}: memory of the server`,
        ours: { ...ms(after.rssMb), unit: 'MB' },
        peer: { name: 'one Electric each, as measured once', ...electric },
        note: `${after.waiting} devices wait; to reach with 1,000: below 1,024`,
      },
      {
        name: `${name}: connections of Postgres`,
        ours: { ...ms(after.connections), unit: '' },
        note: `${after.toTenants} of them to tenants; to reach: at most 150`,
      },
      {
        name: `${name}: processor of the server`,
        ours: { ...ms(share), unit: '% of a core' },
        note: 'to reach with 1,000: below 15',
      },
      ...(await benchMigrating(cloud, tenants)),
    ]
  } finally {
    gone.abort()
    await cloud.close()
  }
}
