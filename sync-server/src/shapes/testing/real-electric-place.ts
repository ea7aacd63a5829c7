/**
 * A real Electric service, where one can be had: BOBBIN_ELECTRIC_URL is its address, BOBBIN_ELECTRIC_DATABASE_URL the connection text of
 * the (throwaway) database it follows, BOBBIN_ELECTRIC_SECRET its secret. It has one database, so there is one quilter at a time.
 */
import pg from 'pg'
import { kyselyOf } from '#server/db/connect.ts'
import type { TenantDb } from '#server/db/tenant.ts'
import { beginEpoch } from '#server/services/epochs.ts'
import { startTestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres } from '#server/testing/postgres.ts'
import { placeOnElectric } from '../electric/place.ts'
import { placeTenant, writeRecords } from './built-in-place.ts'
import { type PlaceKind, type PlaceTenant, type ShapePlace } from './shape-place.ts'

export interface RealElectric {
  readonly url: string
  readonly databaseUrl: string
  readonly secret: string
}

/** Null, with the reason, when there is none. */
export function realElectric(env: NodeJS.ProcessEnv): { place: RealElectric | null; reason: string } {
  const {
    BOBBIN_ELECTRIC_URL: url,
    BOBBIN_ELECTRIC_DATABASE_URL: databaseUrl,
    BOBBIN_ELECTRIC_SECRET: secret = '',
  } = env
  if (url && databaseUrl) return { place: { url, databaseUrl, secret }, reason: '' }
  return { place: null, reason: 'BOBBIN_ELECTRIC_URL and BOBBIN_ELECTRIC_DATABASE_URL name no real Electric' }
}

/** The one table, as tenants' databases have it. */
const TABLE = `
  create table if not exists feed_counter (is_only boolean primary key default true check (is_only), seq bigint not null default 0);
  insert into feed_counter default values on conflict do nothing;
  create table if not exists record (
    table_name text not null, row_id text not null, fields jsonb not null, stamps jsonb not null, purged boolean not null default false,
    seq bigint not null, changed_night integer not null, hash bigint not null, bucket smallint not null, primary key (table_name, row_id));
  create or replace function take_seq() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and new.fields = old.fields and new.stamps = old.stamps and new.purged = old.purged then
      new.seq := old.seq;
      return new;
    end if;
    update feed_counter set seq = seq + 1 returning seq into new.seq;
    return new;
  end $$;
  create or replace trigger record_seq before insert or update on record for each row execute function take_seq();
  truncate record;`

export function realElectricKind(real: RealElectric): PlaceKind {
  return {
    name: 'a real Electric',
    cannot: new Set(['narrow', 'hold', 'put-back', 'two-quilters']),
    async start(): Promise<ShapePlace> {
      const pool = new pg.Pool({ connectionString: real.databaseUrl, max: 2 })
      const postgres = await startTestPostgres()
      const cloud = await startTestCloud({ postgres })
      const { tenants } = cloud.cloud.deps
      return {
        async tenant(): Promise<PlaceTenant> {
          await pool.query(TABLE)
          const tenant = await placeTenant(cloud, { wide: cloud.url, narrow: cloud.url, brief: cloud.url })
          await placeOnElectric(cloud.cloud.deps, tenant.tenantId, real)
          tenants.forget(tenant.tenantId)
          return {
            ...tenant,
            async write(records) {
              await writeRecords(kyselyOf<TenantDb>(pool), records)
            },
            async killHandle() {
              const present = await tenants.fresh(tenant.tenantId)
              if (present) await beginEpoch(cloud.cloud.deps, present)
            },
          }
        },
        busy: () => 0,
        async close() {
          await cloud.close()
          await Promise.all([postgres.stop(), pool.end()])
        },
      }
    },
  }
}
