/** The built-in source as it is served: two copies of the whole server over one real Postgres, and real HTTP. */
import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { TenantDb } from '#server/db/tenant.ts'
import { beginEpoch } from '#server/services/epochs.ts'
import type { Tenant } from '#server/services/tenants.ts'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'
import { CHUNK_BYTES } from '../feed.ts'
import type { PlaceKind, PlaceTenant, ShapePlace, WrittenRecord } from './shape-place.ts'

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

/** Keeps what the database holds; the function makes it so again, as a backup that is put back would. */
export async function keepCopy(db: Kysely<TenantDb>): Promise<(db: Kysely<TenantDb>) => Promise<void>> {
  const { rows } = await sql<{ copy: unknown; seq: number }>`
    select (select coalesce(jsonb_agg(record), '[]') from record) as copy, seq from feed_counter`.execute(db)
  const kept = rows[0]
  return async later => {
    await later.transaction().execute(async trx => {
      await sql`delete from record`.execute(trx)
      // One by one, each after the counter was set, so that the trigger gives every row the seq it had.
      for (const row of (kept?.copy ?? []) as { seq: number }[]) {
        await sql`update feed_counter set seq = ${row.seq - 1}`.execute(trx)
        await sql`insert into record select * from jsonb_populate_record(null::record, ${JSON.stringify(row)}::jsonb)`.execute(
          trx,
        )
      }
      await sql`update feed_counter set seq = ${kept?.seq}`.execute(trx)
    })
  }
}

/** A tenant of a cloud, written to behind the API's back but in its manner. */
export async function placeTenant(cloud: TestCloud, urls: { wide: string; narrow: string }): Promise<PlaceTenant> {
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
    async keep() {
      const putBack = await use(keepCopy)
      return () => use(putBack)
    },
    setMoving: isMoving => tenants.setState(tenantId, isMoving ? 'moving' : 'active'),
  }
}

export const builtIn: PlaceKind = {
  name: 'the built-in source',
  cannot: new Set(),
  async start({ holdMs }): Promise<ShapePlace> {
    const postgres: TestPostgres = await startTestPostgres()
    const wide = await startTestCloud({ postgres, shapes: { holdMs } })
    const narrow = await startTestCloud({ postgres, shapes: { holdMs, chunk: { rows: 1, bytes: CHUNK_BYTES } } })
    const held = (cloud: TestCloud) => cloud.cloud.deps.pools.counts().active + cloud.cloud.deps.wake.waiting()
    return {
      tenant: () => placeTenant(wide, { wide: wide.url, narrow: narrow.url }),
      busy: () => held(wide) + held(narrow),
      async close() {
        await Promise.all([wide.close(), narrow.close()])
        await postgres.stop()
      },
    }
  },
}
