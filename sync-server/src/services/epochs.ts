/** A new epoch: the database is not what devices remember of it, so each reads everything again and sends what differs. */
import type { Control } from '#server/db/control.ts'
import type { Metrics } from '#server/plugins/metrics.ts'
import type { Random } from '#shared/domain/ids.ts'
import { newEpoch, type Tenant, type Tenants } from './tenants.ts'
import type { WakeUps } from './wake-ups.ts'

export interface EpochNeeds {
  readonly control: Control
  readonly tenants: Tenants
  readonly wake: Pick<WakeUps, 'stir'>
  readonly random: Random
  readonly metrics: Metrics
}

/**
 * Begins a new epoch where `seen` still holds, and wakes everybody who waits in it. Of several devices that find out at once, one begins
 * it and the others are told the same name.
 * @param why for the audit log: a stable word
 * @returns the epoch that holds now
 */
export async function beginEpoch(
  needs: EpochNeeds,
  seen: Pick<Tenant, 'id' | 'epoch'>,
  why: 'put-back' | 'restored' | 'moved',
): Promise<string> {
  const { control, tenants } = needs
  const begun = await control
    .updateTable('tenant')
    // The seq belonged to what is no more. The database is asked when somebody claims to know a greater one.
    .set({ epoch: newEpoch(needs.random), seq: 0 })
    .where('id', '=', seen.id)
    .where('epoch', '=', seen.epoch)
    .returning('epoch')
    .executeTakeFirst()
  const present = await tenants.fresh(seen.id)
  if (!begun) return present?.epoch ?? seen.epoch
  needs.metrics.newEpochs.inc()
  const detail = JSON.stringify({ why, before: seen.epoch, after: begun.epoch })
  await control
    .insertInto('audit_log')
    .values({ tenant_id: seen.id, actor: 'server', action: 'epoch.begun', detail })
    .execute()
  await needs.wake.stir(seen.id)
  return begun.epoch
}
