/**
 * Epochs: names of "this database since it was last restored" (SYNC.md section 2). A new one: the database is not what devices remember of it,
 * so each reads everything again and sends what differs.
 */
import { sql } from 'kysely'
import type { Control } from '#server/db/control.ts'
import type { TenantPools } from '#server/db/pools.ts'
import type { Random } from '#shared/domain/ids.ts'
import { lockCounter } from './records/rows.ts'
import { newEpoch, type Tenant, type Tenants } from './tenants.ts'
import type { WakeUps } from './wake-ups.ts'

interface Needs {
  readonly control: Control
  readonly pools: TenantPools
  readonly tenants: Tenants
  readonly wake: Pick<WakeUps, 'stir'>
  readonly random: Random
}

/**
 * Begins a new epoch, unless somebody else ended `seen.epoch` already: of several devices that find out at once, one begins it. What lies
 * in the trash has its nights again from the start. Everybody who waits in the old epoch looks again.
 * @returns the tenant as it is then
 */
export async function beginEpoch(needs: Needs, seen: Tenant): Promise<Tenant> {
  const isBegun = await needs.pools.use(seen, db =>
    db.transaction().execute(async trx => {
      // Under the lock every push holds, so that none is stored between the old epoch and the new one.
      const { seq } = await lockCounter(trx)
      await sql`
        update record set changed_night = (select night from feed_counter)
        where not purged and jsonb_typeof(fields -> 'trashed_at') = 'number'`.execute(trx)
      const { numUpdatedRows } = await needs.control
        .updateTable('tenant')
        // What the registry had heard of belonged to what is no more.
        .set({ epoch: newEpoch(needs.random), seq })
        .where('id', '=', seen.id)
        .where('epoch', '=', seen.epoch)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    }),
  )
  const now = await needs.tenants.fresh(seen.id)
  if (!now) throw new Error('a tenant vanished while its epoch began')
  if (isBegun) await needs.wake.stir(seen.id)
  return now
}
