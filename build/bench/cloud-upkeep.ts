/** The operator's work on whole databases: a quilter's whole library put back from its safety copy, and every tenant brought up to date. */
import { createBenchDevice } from './cloud/device.ts'
import { benchMigrating } from './cloud/migrating.ts'
import { type BenchCloud, startBenchCloud } from './cloud/world.ts'
import { type BenchOptions, type BenchRow, spreadOf } from './types.ts'

const LIBRARY = 15_651
const TENANTS = 200
const RESTORES = 3

/** From the command to the first answer a device gets from the database that was restored. */
async function restoring(cloud: BenchCloud, records: number): Promise<BenchRow> {
  const [tenant] = await cloud.tenants(1, 'restored')
  await cloud.fill(tenant!.tenantId, records)
  const [times, program]: number[][] = [[], []]
  let bytes = 0
  for (let turn = 0; turn < RESTORES; turn++) {
    const { ms, programMs, dumpBytes, epoch } = await cloud.restore(tenant!.tenantId)
    times!.push(ms + (await createBenchDevice(cloud.url, { ...tenant!, epoch }).do('poll')))
    program!.push(programMs)
    bytes = dumpBytes
  }
  return {
    name: `a library of ${records} records restored, and serving again`,
    ours: { ...spreadOf(times!), unit: 'ms' },
    peer: { ...spreadOf(program!), name: 'pg_restore alone' },
    note: `a copy of ${(bytes / 1e6).toFixed(1)} MB; 1.2 s of it are waited until every server has heard; to reach: 5,000; reference: pg_restore 340`,
  }
}

/** `npm run bench -- cloud-upkeep [--tenants 1000]`: 8 MB of disk a tenant. */
export async function benchCloudUpkeep(options: BenchOptions): Promise<BenchRow[]> {
  const cloud = await startBenchCloud()
  try {
    const rows = [await restoring(cloud, options.patterns ?? LIBRARY)]
    const tenants = await cloud.tenants(options.tenants ?? TENANTS, 'stage')
    return [...rows, ...(await benchMigrating(cloud, tenants))]
  } finally {
    await cloud.close()
  }
}
