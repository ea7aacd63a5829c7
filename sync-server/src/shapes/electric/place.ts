/** Which tenants have a real Electric beside their database, and where. Its secret is kept as passwords of tenants are. */
import { sql } from 'kysely'
import type { Control } from '#server/db/control.ts'
import type { SecretBox } from '#server/services/secret-box.ts'
import { about } from '#server/services/sealed.ts'
import type { ElectricPlace } from './upstream.ts'

export interface PlaceNeeds {
  readonly control: Control
  readonly box: SecretBox
}

/**
 * From now on the tenant is read through this Electric. Its handles are others, so devices read everything again (in the same epoch).
 */
export async function placeOnElectric(
  { control, box }: PlaceNeeds,
  tenantId: string,
  place: ElectricPlace,
): Promise<void> {
  const secret = box.seal(place.secret, about.electric(tenantId))
  await control.transaction().execute(async trx => {
    await sql`
      insert into electric_place (tenant_id, url, secret) values (${tenantId}, ${place.url}, ${secret})
      on conflict (tenant_id) do update set url = excluded.url, secret = excluded.secret`.execute(trx)
    await trx.updateTable('tenant').set({ source: 'electric' }).where('id', '=', tenantId).execute()
  })
}

/** From now on the tenant is read from its database itself. */
export async function placeBuiltIn({ control }: Pick<PlaceNeeds, 'control'>, tenantId: string): Promise<void> {
  await control.updateTable('tenant').set({ source: 'built-in' }).where('id', '=', tenantId).execute()
}

/** @throws when the tenant was placed on an Electric nobody said anything about */
export async function electricPlaceOf({ control, box }: PlaceNeeds, tenantId: string): Promise<ElectricPlace> {
  const { rows } = await sql<{ url: string; secret: string }>`
    select url, secret from electric_place where tenant_id = ${tenantId}`.execute(control)
  if (!rows[0]) throw new Error(`tenant ${tenantId} has no Electric`)
  return { url: rows[0].url, secret: box.open(rows[0].secret, about.electric(tenantId)) }
}
