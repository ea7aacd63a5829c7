/** A tenant whose bucket lost something. */
import { withClient } from '#server/db/connect.ts'
import type { Tenant } from '#server/services/tenants.ts'
import { type Agreed, agreeWithBucket } from './objects.ts'
import { note, type Upkeep, whileStill } from './upkeep.ts'

/**
 * Says of no file any more that it is there when it is not. Computers ask anew within a week and send what they have.
 * @throws Refusal `bucket-missing`, `tenant-busy`
 */
export async function mendTenant(upkeep: Upkeep, tenant: Tenant): Promise<Agreed> {
  const agreed = await whileStill(upkeep, tenant, async () => {
    const place = { ...(await upkeep.tenants.admin(tenant.clusterId)), database: tenant.database }
    return withClient(place, client => agreeWithBucket(client, upkeep.bucket, tenant.id, upkeep.clock.now()))
  })
  await note(upkeep, tenant.id, 'tenant.mend', { ...agreed })
  return agreed
}
