/** The built-in source as it is served: two copies of the whole server over one real Postgres, and real HTTP. */
import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { withClient } from '#server/db/connect.ts'
import type { TenantDb } from '#server/db/tenant.ts'
import { beginEpoch } from '#server/services/epochs.ts'
import type { Tenant } from '#server/services/tenants.ts'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'
import { CHUNK_BYTES } from '../feed.ts'
import type { ShapeSettings } from '../settings.ts'
import {
  BRIEF_HOLD_MS,
  type Copy,
  LONG_HOLD_MS,
  type PlaceKind,
  type PlaceTenant,
  type ShapePlace,
  type WrittenRecord,
} from './shape-place.ts'

/** Writes as a push does: under the counter's lock, the trigger giving the seqs. */
export async function writeRecords(db: Kysely<TenantDb>, records: readonly WrittenRecord[]): Promise<number> {
  return db.transaction().execute(async trx => {
    await sql`select seq from feed_counter for update`.execute(trx)
    const rows = JSON.stringify(
      records.map(one => ({ table: one.table ?? 'pattern', stamps: {}, purged: false, ...one })),
    )
    await sql`
      insert into record (table_name, row_id, fields, stamps, purged, seq, changed_night, hash, bucket)
      select r ->> 'table', r ->> 'id', r -> 'fields', r -> 'stamps', (r ->> 'purged')::boolean, 0, 0, 0, 0
      from jsonb_array_elements(${rows}::jsonb) with ordinality as given (r, place) order by place
      on conflict (table_name, row_id) do update
        set fields = excluded.fields, stamps = excluded.stamps, purged = excluded.purged`.execute(trx)
    const { rows: counter } = await sql<{ seq: number }>`select seq from feed_counter`.execute(trx)
    return counter[0]?.seq ?? 0
  })
}

/** Keeps what the database holds; the function makes it so again, as whoever puts a backup back: above all roles and triggers. */
async function keepCopy(cloud: TestCloud, tenant: Tenant): Promise<() => Promise<void>> {
  const admin = { ...(await cloud.cloud.deps.tenants.admin(tenant.clusterId)), database: tenant.database }
  const kept = await withClient(admin, async client => {
    const { rows } = await client.query(`
      select (select coalesce(jsonb_agg(record), '[]') from record)::text as copy, seq from feed_counter`)
    return rows[0] as { copy: string; seq: number }
  })
  return () =>
    withClient(admin, async client => {
      await client.query('begin')
      await client.query('set local session_replication_role = replica')
      await client.query('delete from record')
      await client.query('insert into record select * from jsonb_populate_recordset(null::public.record, $1::jsonb)', [
        kept.copy,
      ])
      await client.query('update feed_counter set seq = $1', [kept.seq])
      await client.query('commit')
    })
}

/** A tenant of a cloud, written to behind the API's back but in its manner. */
export async function placeTenant(cloud: TestCloud, urls: Record<Copy, string>): Promise<PlaceTenant> {
  const { pools, tenants, wake } = cloud.cloud.deps
  const made = await cloud.createTenant(`t${randomUUID().replaceAll('-', '').slice(0, 20)}`)
  const { tenantId } = made
  const present = async (): Promise<Tenant> => {
    const tenant = await tenants.fresh(tenantId)
    if (!tenant) throw new Error('the tenant is gone')
    return tenant
  }
  const use = async <T>(work: (db: Kysely<TenantDb>) => Promise<T>): Promise<T> => pools.use(await present(), work)
  return {
    tenantId,
    url: (copy = 'wide') => `${urls[copy]}/v1/shape?tenant=${tenantId}`,
    token: () => made.token(),
    async write(records) {
      await wake.dirty(tenantId)
      const seq = await use(db => writeRecords(db, records))
      await wake.changed(tenantId, seq)
    },
    async killHandle() {
      await beginEpoch(cloud.cloud.deps, await present())
    },
    keep: async () => keepCopy(cloud, await present()),
    setMoving: isMoving => tenants.setState(tenantId, isMoving ? 'moving' : 'active'),
  }
}

export const builtIn: PlaceKind = {
  name: 'the built-in source',
  cannot: new Set(),
  async start(): Promise<ShapePlace> {
    const postgres: TestPostgres = await startTestPostgres()
    const start = (shapes: Partial<ShapeSettings>) => startTestCloud({ postgres, shapes })
    const copies = {
      wide: await start({ holdMs: LONG_HOLD_MS }),
      narrow: await start({ holdMs: LONG_HOLD_MS, chunk: { rows: 1, bytes: CHUNK_BYTES } }),
      brief: await start({ holdMs: BRIEF_HOLD_MS }),
    }
    const all = Object.values(copies)
    return {
      tenant: () =>
        placeTenant(copies.wide, { wide: copies.wide.url, narrow: copies.narrow.url, brief: copies.brief.url }),
      busy: () => all.reduce((sum, { cloud: { deps } }) => sum + deps.pools.counts().active + deps.wake.waiting(), 0),
      async close() {
        await Promise.all(all.map(copy => copy.close()))
        await postgres.stop()
      },
    }
  },
}
