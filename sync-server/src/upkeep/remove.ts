/** A tenant goes: a last copy is made and verified first, and its database stays a while longer, closed to everybody. */
import { Refusal } from '#server/refusal.ts'
import type { Tenant } from '#server/services/tenants.ts'
import { type Dump, makeDump, verifyDump } from './dump.ts'
import { note, type Upkeep, whileStill } from './upkeep.ts'

/** @throws Refusal `copy-not-good`, `tools-missing`, `tenant-busy`: then nothing went */
export async function deleteTenant(upkeep: Upkeep, tenant: Tenant, folder: string): Promise<Dump> {
  return whileStill(upkeep, tenant, async () => {
    const dump = await verifyDump(upkeep, await makeDump(upkeep, tenant, folder), tenant.clusterId)
    if (dump.trouble !== null)
      throw new Refusal('copy-not-good', `The last copy is not good, so nothing was deleted: ${dump.trouble}`)
    await upkeep.control.transaction().execute(async trx => {
      await trx
        .insertInto('retired_database')
        .values({
          database: tenant.database,
          cluster_id: tenant.clusterId,
          tenant_id: tenant.id,
          owner_name: tenant.ownerName,
          role_name: tenant.roleName,
          why: 'deleted',
          retired_at: new Date(upkeep.clock.now()),
        })
        .execute()
      await trx.deleteFrom('tenant').where('id', '=', tenant.id).execute()
    })
    upkeep.tenants.forget(tenant.id)
    await note(upkeep, tenant.id, 'tenant.delete', { slug: tenant.slug, file: dump.file })
    return dump
  })
}
