/** Clusters of databases: another one beside the first, which takes new tenants or not. */
import { placeOf } from '#server/db/connect.ts'
import { Refusal } from '#server/refusal.ts'
import { saveCluster } from '#server/services/cluster-row.ts'
import { prepareTemplate } from '#server/services/clusters.ts'
import type { Upkeep } from './upkeep.ts'

/**
 * Adds a cluster, or says anew where one is.
 * @param url connection text of a role that may make databases and roles there
 * @throws Refusal `cluster-name-invalid`
 */
export async function addCluster(upkeep: Upkeep, name: string, url: string): Promise<void> {
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(name))
    throw new Refusal(
      'cluster-name-invalid',
      'A cluster’s name has small letters, digits and hyphens, and begins with a letter.',
    )
  const place = placeOf(url)
  // First, so that a cluster that cannot be reached is not one.
  await prepareTemplate(place, upkeep.names)
  await saveCluster(upkeep, name, place)
}

/** @throws Refusal `cluster-gone` */
export async function openCluster({ control }: Pick<Upkeep, 'control'>, name: string, isOpen: boolean): Promise<void> {
  const { numUpdatedRows } = await control
    .updateTable('cluster')
    .set({ is_open: isOpen })
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Refusal('cluster-gone', `There is no cluster “${name}”.`)
}
