/** A cluster's row in the registry. */
import { type Place, urlOf } from '#server/db/connect.ts'
import type { Control } from '#server/db/control.ts'
import { type Clock, type Random, uuidV7 } from '#shared/domain/ids.ts'
import type { SecretBox } from './secret-box.ts'
import { about } from './sealed.ts'

interface Needs {
  readonly control: Control
  readonly clock: Clock
  readonly random: Random
  readonly box: SecretBox
}

/** Writes where the cluster of this name is, and who its administrator is; the row is made where there is none. */
export async function saveCluster({ control, clock, random, box }: Needs, name: string, place: Place): Promise<void> {
  const known = await control.selectFrom('cluster').selectAll().where('name', '=', name).executeTakeFirst()
  // The secret is bound to the id, so a row that is there keeps its own.
  const id = known?.id ?? uuidV7(clock, random)
  // What stands there already is left as it is: servers may run that do not know the newest secret key yet.
  const isSame =
    known !== undefined &&
    box.opens(known.admin_secret, about.cluster(id)) &&
    box.open(known.admin_secret, about.cluster(id)) === urlOf(place)
  const row = {
    host: place.host,
    port: place.port,
    tls: place.ssl !== undefined,
    admin_secret: isSame ? known.admin_secret : box.seal(urlOf(place), about.cluster(id)),
  }
  await control
    .insertInto('cluster')
    .values({ id, name, ...row })
    .onConflict(on => on.column('name').doUpdateSet(row))
    .execute()
}
