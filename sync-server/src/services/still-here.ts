import { Refusal } from '#server/refusal.ts'
import type { Tenant, Tenants } from './tenants.ts'

const SOON_SECONDS = 2

/**
 * The tenant as the registry has it now, if it may still be written to where `seen` says. Asked with the lock of `feed_counter` held: a move
 * first tells the registry and then takes that lock, so nobody writes to a database that has been left.
 * @throws Refusal `moving`
 */
export async function stillHere(tenants: Pick<Tenants, 'fresh'>, seen: Tenant): Promise<Tenant> {
  const now = await tenants.fresh(seen.id)
  if (now?.state === 'active' && now.database === seen.database && now.clusterId === seen.clusterId) return now
  throw new Refusal('moving', 'Your library is being moved.', 503, SOON_SECONDS)
}
