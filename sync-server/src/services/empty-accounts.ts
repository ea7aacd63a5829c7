import { sql } from 'kysely'
import type { Clock } from '#shared/domain/ids.ts'
import type { Control } from '#server/db/control.ts'
import type { TenantPools } from '#server/db/pools.ts'
import { MADE_SLUG } from './slug.ts'
import { dropDatabase } from './spares.ts'
import type { Tenant, Tenants } from './tenants.ts'

/** Nobody came back, and nothing was ever stored. */
const UNUSED_MS = 30 * 24 * 60 * 60_000
/** Between closing a tenant and looking into it: whatever was on its way when it was closed has long arrived. */
const CLOSED_MS = 60 * 60_000
const MOST_AT_A_TIME = 100
const CLOSED = 'tenant.close-empty'
const GONE = 'tenant.remove-empty'

export interface EmptyAccounts {
  /**
   * Takes away accounts that were made by signing up and never used: closes them, and an hour later, when there is still nothing in their
   * database, removes it. Never one the operator made. @returns how many went
   */
  sweep(): Promise<number>
}

export interface EmptyAccountsOptions {
  readonly control: Control
  readonly pools: TenantPools
  readonly tenants: Tenants
  readonly clock: Clock
}

export function createEmptyAccounts({ control, pools, tenants, clock }: EmptyAccountsOptions): EmptyAccounts {
  const before = (ms: number) => new Date(clock.now() - ms)

  async function note(tenantId: string, action: string, slug: string): Promise<void> {
    await control
      .insertInto('audit_log')
      .values({ at: before(0), tenant_id: tenantId, actor: 'server', action, detail: JSON.stringify({ slug }) })
      .execute()
  }

  /** Dirty, so that its seq is read from its own database and it is not taken for empty again. */
  async function reopen(id: string): Promise<void> {
    await control.updateTable('tenant').set({ state: 'active', is_dirty: true }).where('id', '=', id).execute()
    tenants.forget(id)
  }

  async function close(): Promise<void> {
    const { rows } = await sql<{ id: string; slug: string }>`
      update tenant set state = 'deleting' where id in (
        select id from tenant t
        where state = 'active' and seq = 0 and not is_dirty and used_bytes = 0 and created_at < ${before(UNUSED_MS)} and slug ~ ${MADE_SLUG.source}
          and not exists (select 1 from device d where d.tenant_id = t.id and d.last_seen_at > ${before(UNUSED_MS)})
        limit ${MOST_AT_A_TIME}
      ) returning id, slug`.execute(control)
    for (const { id, slug } of rows) {
      tenants.forget(id)
      await note(id, CLOSED, slug)
    }
  }

  async function closedLongAgo(): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select t.id from tenant t join audit_log a on a.tenant_id = t.id and a.action = ${CLOSED}
      where t.state = 'deleting' group by t.id having max(a.at) < ${before(CLOSED_MS)} limit ${MOST_AT_A_TIME}`.execute(
      control,
    )
    return rows.map(row => row.id)
  }

  async function isEmpty(tenant: Tenant): Promise<boolean> {
    const { rows } = await pools.use(tenant, db =>
      sql<{ empty: boolean }>`
        select not exists (select 1 from record) and not exists (select 1 from file) as empty`.execute(db),
    )
    return rows[0]?.empty === true
  }

  async function remove(tenant: Tenant): Promise<void> {
    const { id, slug, database, ownerName: owner, roleName: role } = tenant
    // The row first: a database without one is found by `bobbin-cloud check`, a row without a database would fail every request.
    await control.deleteFrom('tenant').where('id', '=', id).execute()
    tenants.forget(id)
    await note(id, GONE, slug)
    await dropDatabase(await tenants.admin(tenant.clusterId), { database, owner, role })
  }

  return {
    async sweep() {
      let gone = 0
      for (const id of await closedLongAgo()) {
        const tenant = await tenants.fresh(id)
        if (tenant === null) continue
        if (await isEmpty(tenant)) {
          await remove(tenant)
          gone += 1
        } else await reopen(id)
      }
      await close()
      return gone
    },
  }
}
