/** Epochs: names of "this database since it was last restored" (SYNC.md section 2). */
import { sql } from 'kysely'
import type { Control } from '#server/db/control.ts'
import type { TenantPools } from '#server/db/pools.ts'
import type { Random } from '#shared/domain/ids.ts'
import { lockCounter } from './records/rows.ts'
import { newEpoch, type Tenant, type Tenants } from './tenants.ts'

interface Needs {
  readonly control: Control
  readonly pools: TenantPools
  readonly tenants: Tenants
  readonly random: Random
}

/**
 * Begins a new epoch, unless somebody else ended `tenant.epoch` already. What lies in the trash has its nights again from the start.
 * @returns the tenant as it is then
 */
export async function beginEpoch(needs: Needs, tenant: Tenant): Promise<Tenant> {
  await needs.pools.use(tenant, db =>
    db.transaction().execute(async trx => {
      // Under the lock every push holds, so that none is stored between the old epoch and the new one.
      await lockCounter(trx)
      await sql`
        update record set changed_night = (select night from feed_counter)
        where not purged and jsonb_typeof(fields -> 'trashed_at') = 'number'`.execute(trx)
      await needs.control
        .updateTable('tenant')
        .set({ epoch: newEpoch(needs.random) })
        .where('id', '=', tenant.id)
        .where('epoch', '=', tenant.epoch)
        .execute()
    }),
  )
  const now = await needs.tenants.fresh(tenant.id)
  if (!now) throw new Error('a tenant vanished while its epoch began')
  return now
}
