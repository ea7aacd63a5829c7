/** The built-in source as it is served: the whole server over real Postgres and real HTTP. */
import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { TenantDb } from '#server/db/tenant.ts'
import { beginEpoch } from '#server/services/epochs.ts'
import { startTestCloud, type TestCloudOptions } from '#server/testing/cloud.ts'
import type { PlaceTenant, ShapePlace, WrittenRecord } from './shape-place.ts'

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

/** Keeps what the database holds in tables beside it; the function puts it back, as a backup would. */
async function keepCopy(db: Kysely<TenantDb>): Promise<(db: Kysely<TenantDb>) => Promise<void>> {
  const rows = (await sql<{ copy: unknown }>`select jsonb_agg(record) as copy from record`.execute(db)).rows[0]?.copy
  const counter = (await sql<{ seq: number }>`select seq from feed_counter`.execute(db)).rows[0]?.seq
  return async later => {
    await later.transaction().execute(async trx => {
      await sql`delete from record`.execute(trx)
      await sql`update feed_counter set seq = 0`.execute(trx)
      // In the order of their seqs, so that the trigger gives them the numbers they had where there are no gaps.
      await sql`
        insert into record select (jsonb_populate_record(null::record, r)).* from jsonb_array_elements(${JSON.stringify(rows ?? [])}::jsonb) r
        order by (r ->> 'seq')::bigint`.execute(trx)
      await sql`update feed_counter set seq = ${counter}`.execute(trx)
    })
  }
}

export async function startBuiltInPlace(options: TestCloudOptions = {}): Promise<ShapePlace> {
  const cloud = await startTestCloud(options)
  const { pools, tenants, wake } = cloud.cloud.deps
  return {
    name: 'built-in',
    url: cloud.url,
    async tenant(): Promise<PlaceTenant> {
      const made = await cloud.createTenant(`t${randomUUID().replaceAll('-', '').slice(0, 20)}`)
      const { tenantId } = made
      const use = async <T>(work: (db: Kysely<TenantDb>) => Promise<T>): Promise<T> => {
        const tenant = await tenants.fresh(tenantId)
        if (!tenant) throw new Error('the tenant is gone')
        return pools.use(tenant, work)
      }
      return {
        tenantId,
        url: `${cloud.url}/v1/shape?tenant=${tenantId}`,
        token: () => made.token(),
        async write(records) {
          await wake.dirty(tenantId)
          const seq = await use(db => writeRecords(db, records))
          await wake.changed(tenantId, seq)
          return seq
        },
        async writeSilently(records) {
          await wake.dirty(tenantId)
          return use(db => writeRecords(db, records))
        },
        async keep() {
          const putBack = await use(keepCopy)
          return () => use(putBack)
        },
        async killHandle() {
          const tenant = await tenants.fresh(tenantId)
          if (tenant) await beginEpoch(cloud.cloud.deps, tenant)
        },
      }
    },
    close: () => cloud.close(),
  }
}
