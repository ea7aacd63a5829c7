/** A new epoch: the database is not what devices remember of it, so each reads everything again and sends what differs. */
import type { Control } from '#server/db/control.ts'
import type { Random } from '#shared/domain/ids.ts'
import { newEpoch, type Tenant, type Tenants } from './tenants.ts'
import type { WakeUps } from './wake-ups.ts'

interface Needs {
  readonly control: Control
  readonly tenants: Tenants
  readonly wake: Pick<WakeUps, 'stir'>
  readonly random: Random
}

/**
 * Begins a new epoch, unless somebody else ended `seen.epoch` already: of several devices that find out at once, one begins it.
 * Everybody who waits in the old one looks again.
 * @returns the tenant as it is then
 */
export async function beginEpoch(needs: Needs, seen: Tenant): Promise<Tenant> {
  const { control, tenants } = needs
  const begun = await control
    .updateTable('tenant')
    // The seq belonged to what is no more. The database is asked when somebody claims to know a greater one.
    .set({ epoch: newEpoch(needs.random), seq: 0 })
    .where('id', '=', seen.id)
    .where('epoch', '=', seen.epoch)
    .executeTakeFirst()
  const now = await tenants.fresh(seen.id)
  if (!now) throw new Error('a tenant vanished while its epoch began')
  if (begun.numUpdatedRows > 0n) await needs.wake.stir(seen.id)
  return now
}
