// Started as a process of its own: a whole server over the Postgres at argv[2]. Says its address, then does what each line of its input asks.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { compose } from '#server/compose.ts'
import { withClient } from '#server/db/connect.ts'
import { schemaVersion } from '#server/db/migrate.ts'
import { createNames } from '#server/services/names.ts'
import { dropDatabase, makeEmptyDatabase } from '#server/services/spares.ts'
import { testConfig, testToken } from '#server/testing/cloud.ts'
import { makeDump } from '#server/upkeep/dump.ts'
import { restoreTenant } from '#server/upkeep/replace.ts'
import { migrateTenants } from '#server/upkeep/stage.ts'
import { createUpkeep } from '#server/upkeep/upkeep.ts'
import { obeyOrders } from './child.ts'
import { redoLastMigration, undoLastMigration } from './last-migration.ts'
import type { Figures, MadeTenant, Order, Restored } from './orders.ts'
import { rawPush } from './raw-push.ts'

// What one quilter may ask a minute is part of what is measured: it is what keeps a noisy one from the others.
const cloud = await compose(testConfig(process.argv[2] ?? '', { requestsPerMinute: 3000 }))
const { deps } = cloud
const url = await cloud.app.listen({ host: '127.0.0.1', port: 0 })

async function makeTenant(slug: string): Promise<MadeTenant> {
  const tenant = await deps.tenants.create(slug)
  const owner = await deps.whoIsWho.accounts.addOwner(tenant.id, `${slug}@example.org`)
  const token = await testToken(cloud, owner, 'bench')
  return { tenantId: tenant.id, slug, epoch: tenant.epoch, token }
}

/** So many at a time: what several people signing up at once look like, and no more than a registry takes. */
const AT_ONCE = 4

async function makeTenants(count: number, prefix: string): Promise<MadeTenant[]> {
  const made: MadeTenant[] = []
  let next = 0
  const work = async () => {
    while (next < count) made.push(await makeTenant(`${prefix}${next++}`))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return made
}

async function timedRawPush(records: number): Promise<number> {
  const { id } = await deps.tenants.create('raw')
  const tenant = (await deps.tenants.fresh(id))!
  const from = performance.now()
  await deps.pools.use(tenant, db => rawPush(db, records))
  return performance.now() - from
}

/** Rows as patterns have them, written by Postgres itself: what is measured is how they are read. */
async function fill(tenantId: string, records: number): Promise<void> {
  const tenant = await deps.tenants.fresh(tenantId)
  if (!tenant) throw new Error('no such tenant')
  await deps.pools.use(tenant, db =>
    sql`
      insert into record (table_name, row_id, fields, stamps, seq, changed_night, hash, bucket)
      select 'pattern', gen_random_uuid()::text,
        (select jsonb_object_agg(name, case when name like '%mm' then to_jsonb(random() * 300)
           when name like '%hash' then to_jsonb(encode(sha256(n::text::bytea), 'hex')) when name like '%id' then to_jsonb(gen_random_uuid()::text)
           when name in ('name', 'kind', 'state', 'notes', 'size_source') then to_jsonb(name || ' of feather wave ' || n) else to_jsonb(n) end) from unnest(names) name),
        (select jsonb_object_agg(name, jsonb_build_array(1760000000000 + n, 0, '0199e5b0-1111-7abc-8def-1234567890ab')) from unnest(names) name),
        0, 0, n, n % 256
      from generate_series(1, ${records}::int) n,
        (select array['created_at','name','designer_id','kind','state','notes','favourite','last_used_at','import_id','main_hash','picture_hash','width_mm',
          'height_mm','size_source','stitched_mm','travel_mm','runs','jumps','pauses','points','closed','end_rise_mm','version_id','trashed_at'] as names) as of_pattern`.execute(
      db,
    ),
  )
  const { rows } = await deps.pools.use(tenant, db => sql<{ seq: number }>`select seq from feed_counter`.execute(db))
  await deps.wake.changed(tenantId, rows[0]?.seq ?? 0)
}

async function figures(): Promise<Figures> {
  const { rows } = await sql<{ count: number }>`
    select sum(numbackends)::int as count from pg_stat_database`.execute(deps.control)
  const { user, system } = process.cpuUsage()
  return {
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    cpuSeconds: (user + system) / 1e6,
    connections: rows[0]?.count ?? 0,
    toTenants: deps.pools.counts().open,
    waiting: deps.wake.waiting(),
  }
}

async function older(): Promise<void> {
  for (const tenant of await deps.tenants.list()) {
    const place = { ...(await deps.tenants.admin(tenant.clusterId)), database: tenant.database }
    await withClient(place, client => undoLastMigration(client))
    await deps.control
      .updateTable('tenant')
      .set({ schema_version: schemaVersion('tenant') - 1 })
      .where('id', '=', tenant.id)
      .execute()
    deps.tenants.forget(tenant.id)
  }
}

/** What Postgres itself takes for it: a connection each, one transaction, the migration's SQL. */
async function floor(): Promise<number> {
  await older()
  const all = await deps.tenants.list()
  const admin = await deps.tenants.admin(all[0]!.clusterId)
  const waiting = all.values()
  const from = performance.now()
  const work = async () => {
    for (const { database, ownerName } of waiting)
      await withClient({ ...admin, database }, client => redoLastMigration(client, ownerName))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const ms = performance.now() - from
  await migrateTenants(deps)
  return ms
}

async function restore(tenantId: string): Promise<Restored> {
  const names = createNames(deps.config, deps.random)
  const upkeep = createUpkeep({ ...deps, names })
  const tenant = (await deps.tenants.fresh(tenantId))!
  const folder = await mkdtemp(join(tmpdir(), 'bobbin-bench-dump-'))
  try {
    const dump = await makeDump(upkeep, tenant, folder)
    const admin = await deps.tenants.admin(tenant.clusterId)
    const set = names.spare()
    await makeEmptyDatabase(admin, set, 'bench')
    const tools = await upkeep.tools()
    const before = performance.now()
    await tools.restore({ ...admin, database: set.database }, set.owner, dump.file)
    const programMs = performance.now() - before
    await dropDatabase(admin, set)
    const from = performance.now()
    const { epoch } = (await restoreTenant(upkeep, tenant, new Date(deps.clock.now()))).tenant
    return { ms: performance.now() - from, programMs, dumpBytes: dump.bytes, epoch }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function obey(order: Order): Promise<unknown> {
  switch (order.kind) {
    case 'tenants':
      return makeTenants(order.count, order.prefix)
    case 'signInCode':
      return deps.whoIsWho.codes.make({ email: order.email, purpose: 'sign-in' }, { isInvitation: true })
    case 'rawPush':
      return timedRawPush(order.records)
    case 'fill':
      return fill(order.tenantId, order.records)
    case 'figures':
      return figures()
    case 'nights':
      return deps.nights.runDue()
    case 'older':
      return older()
    case 'floor':
      return floor()
    case 'restore':
      return restore(order.tenantId)
  }
}

await obeyOrders({ url }, obey)
await cloud.close()
