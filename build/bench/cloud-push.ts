// A whole library pushed to the cloud, over HTTP into a real Postgres that syncs its disk, beside the same rows put there by SQL alone; and a
// new tenant, from being asked for to its first record stored.
import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { startTestCloud, type TestCloud, type TestTenant } from '#server/testing/cloud.ts'
import { startTestPostgres } from '#server/testing/postgres.ts'
import { createPusher, typed } from '#server/testing/pusher.ts'
import { MOST_RECORDS, type PushAnswer, type PushRecord } from '#shared/sync/wire.ts'
import { type BenchOptions, type BenchRow, spreadOf } from './types.ts'

const LIBRARY = 15_651
const RUNS = 3
const NEW_TENANTS = 20
/** As the product runs. Tests have this off. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

function pattern(number: number, ms: number): PushRecord {
  const fields = {
    name: `Pattern ${number}`,
    kind: 'e2e',
    state: 'ready',
    notes: '',
    favourite: 0,
    created_at: ms,
    designer_id: null,
    last_used_at: null,
    import_id: randomUUID(),
    main_hash: randomUUID().repeat(2),
    picture_hash: null,
    width_mm: 300 + number / 7,
    height_mm: 250.5,
    size_source: 'file',
    stitched_mm: 12_345.6,
    travel_mm: 12.3,
    runs: 3,
    jumps: 2,
    pauses: 0,
    points: 4000,
    closed: 0,
    end_rise_mm: 0.1,
    version_id: null,
    trashed_at: null,
  }
  return typed('pattern', randomUUID(), fields, { ms, device: randomUUID() })
}

function batches(records: readonly PushRecord[]): PushRecord[][] {
  const count = Math.ceil(records.length / MOST_RECORDS)
  return Array.from({ length: count }, (_, at) => records.slice(at * MOST_RECORDS, (at + 1) * MOST_RECORDS))
}

async function pushed(cloud: TestCloud, tenant: TestTenant, records: readonly PushRecord[]): Promise<number> {
  const { headers } = await createPusher(cloud, tenant)
  const from = performance.now()
  for (const batch of batches(records)) {
    const reply = await fetch(`${cloud.url}/v1/records`, {
      method: 'POST',
      headers: { ...(await headers()), 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify({ records: batch })),
    })
    const answer = (await reply.json()) as PushAnswer
    if (answer.status !== 'done' || answer.records.some(one => one.outcome !== 'stored'))
      throw new Error('the bench’s push was not stored')
  }
  return performance.now() - from
}

/** The same rows by SQL alone: nothing merged, checked or answered. */
async function inserted(cloud: TestCloud, tenant: TestTenant, records: readonly PushRecord[]): Promise<number> {
  const { tenants, pools } = cloud.cloud.deps
  const row = (await tenants.fresh(tenant.tenantId))!
  const from = performance.now()
  for (const batch of batches(records)) {
    const rows = batch.map(({ table, id, entries }) => ({
      t: table,
      i: id,
      f: Object.fromEntries(entries.map(one => [one.field, one.value])),
      s: Object.fromEntries(entries.map(one => [one.field, one.stamp])),
    }))
    await pools.use(row, db =>
      sql`insert into record (table_name, row_id, fields, stamps, changed_night, hash, bucket)
        select t, i, f, s, 0, 0, 0 from json_to_recordset(${JSON.stringify(rows)}::json) as x (t text, i text, f jsonb, s jsonb)`.execute(
        db,
      ),
    )
  }
  return performance.now() - from
}

async function newTenants(cloud: TestCloud): Promise<{ made: number[]; stored: number[] }> {
  const [made, stored]: number[][] = [[], []]
  for (let turn = 0; turn < NEW_TENANTS; turn++) {
    const from = performance.now()
    const tenant = await cloud.createTenant(`fresh_${turn}`)
    made!.push(performance.now() - from)
    await (await createPusher(cloud, tenant)).push([pattern(turn, Date.now())])
    stored!.push(performance.now() - from)
  }
  return { made: made!, stored: stored! }
}

export async function benchCloudPush(options: BenchOptions): Promise<BenchRow[]> {
  const postgres = await startTestPostgres(DURABLE)
  const cloud = await startTestCloud({ postgres, config: { spares: NEW_TENANTS } })
  try {
    const count = options.patterns ?? LIBRARY
    const times: Record<'new' | 'again' | 'floor', number[]> = { new: [], again: [], floor: [] }
    for (let run = 0; run < RUNS; run++) {
      const records = Array.from({ length: count }, (_, number) => pattern(number, Date.now()))
      const [ours, floor] = [await cloud.createTenant(`ours_${run}`), await cloud.createTenant(`floor_${run}`)]
      times.new.push(await pushed(cloud, ours, records))
      times.again.push(await pushed(cloud, ours, records))
      times.floor.push(await inserted(cloud, floor, records))
    }
    await cloud.cloud.deps.tenants.replenish()
    const { made, stored } = await newTenants(cloud)
    const perSecond = `${Math.round((count * 1000) / spreadOf(times.new).median)} records a second`
    return [
      {
        name: `push ${count} new records`,
        ours: { ...spreadOf(times.new), unit: 'ms' },
        peer: { ...spreadOf(times.floor), name: 'SQL alone' },
        note: perSecond,
      },
      { name: 'the same push again', ours: { ...spreadOf(times.again), unit: 'ms' } },
      { name: 'a new tenant: its database, from a spare', ours: { ...spreadOf(made), unit: 'ms' } },
      { name: 'a new tenant: to its first record stored', ours: { ...spreadOf(stored), unit: 'ms' } },
    ]
  } finally {
    await cloud.close()
    await postgres.stop()
  }
}
