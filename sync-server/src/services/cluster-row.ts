/** A cluster's row in the registry. */
import { type Place, urlOf } from '#server/db/connect.ts'
import type { Control } from '#server/db/control.ts'
import { type Clock, type Random, uuidV7 } from '#shared/domain/ids.ts'
import type { SecretBox } from './secret-box.ts'

interface Needs {
  readonly control: Control
  readonly clock: Clock
  readonly random: Random
  readonly box: SecretBox
}

/** Writes where the cluster of this name is, and who its administrator is; the row is made where there is none. */
export async function saveCluster({ control, clock, random, box }: Needs, name: string, place: Place): Promise<void> {
  const known = await control.selectFrom('cluster').select('id').where('name', '=', name).executeTakeFirst()
  // The secret is bound to the id, so a row that is there keeps its own.
  const id = known?.id ?? uuidV7(clock, random)
  const row = {
    host: place.host,
    port: place.port,
    tls: place.ssl !== undefined,
    admin_secret: box.seal(urlOf(place), `cluster ${id}`),
  }
  await control
    .insertInto('cluster')
    .values({ id, name, ...row })
    .onConflict(on => on.column('name').doUpdateSet(row))
    .execute()
}
