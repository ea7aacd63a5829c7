// Started as a process of its own: a whole server over the Postgres at argv[2]. Says its address, then does what each line of its input asks.
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { compose } from '#server/compose.ts'
import { withClient } from '#server/db/connect.ts'
import { testConfig, testToken } from '#server/testing/cloud.ts'
import { migrateTenants } from '#server/upkeep/stage.ts'
import { undoLastMigration } from './undo-migration.ts'
import type { Figures, MadeTenant, Order } from './orders.ts'

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

async function migrateAgain(): Promise<{ ms: number; migrated: number; slowestMs: number }> {
  for (const tenant of await deps.tenants.list()) {
    const place = { ...(await deps.tenants.admin(tenant.clusterId)), database: tenant.database }
    await withClient(place, client => undoLastMigration(client))
    await deps.control
      .updateTable('tenant')
      .set({ schema_version: tenant.schemaVersion - 1 })
      .where('id', '=', tenant.id)
      .execute()
  }
  const from = performance.now()
  const report = await migrateTenants(deps)
  if (report.trouble.length > 0) throw new Error(JSON.stringify(report.trouble[0]))
  return { ms: performance.now() - from, migrated: report.migrated, slowestMs: report.slowestMs }
}

function obey(order: Order): Promise<unknown> {
  switch (order.kind) {
    case 'tenants':
      return makeTenants(order.count, order.prefix)
    case 'fill':
      return fill(order.tenantId, order.records)
    case 'figures':
      return figures()
    case 'migrate':
      return migrateAgain()
  }
}

process.stdout.write(`${JSON.stringify({ url })}\n`)
for await (const line of createInterface({ input: process.stdin })) {
  const answer = await obey(JSON.parse(line) as Order).then(
    done => ({ done: done ?? null }),
    (error: unknown) => ({ failed: String(error) }),
  )
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
await cloud.close()
