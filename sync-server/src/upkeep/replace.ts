/** A tenant's database replaced by another: one that was restored from a copy, or the same in another cluster. The old one stays a while. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { withClient } from '#server/db/connect.ts'
import { schemaVersion } from '#server/db/migrate.ts'
import { Refusal } from '#server/refusal.ts'
import { about } from '#server/services/sealed.ts'
import { dropDatabase, grantToRole, makeEmptyDatabase, migrateDatabase } from '#server/services/spares.ts'
import { newEpoch, type Tenant } from '#server/services/tenants.ts'
import { type Dump, dumpAt } from './dump.ts'
import { type Fingerprint, fingerprintOf, isSame } from './fingerprint.ts'
import { agreeWithBucket } from './objects.ts'
import { note, type Upkeep, whileStill } from './upkeep.ts'

/**
 * Puts the tenant back to its newest safety copy from before `at`. Devices read everything again (a new epoch) and send what they have and
 * the copy has not: what was acknowledged and is still held by anyone comes back.
 * Files in a bucket are compared with what lies there: collected since the copy they count as lacking, and are sent again.
 * @throws Refusal `no-copy`, `tools-missing`, `tenant-busy`, `bucket-missing`
 */
export async function restoreTenant(upkeep: Upkeep, tenant: Tenant, at: Date): Promise<{ dump: Dump; tenant: Tenant }> {
  const dump = await dumpAt(upkeep, tenant.id, at)
  const restored = await whileStill(upkeep, tenant, () =>
    replace(upkeep, tenant, {
      clusterId: tenant.clusterId,
      file: dump.file,
      why: 'restored',
      epoch: newEpoch(upkeep.random),
      afterwards: async client => {
        await beginNightsAnew(client)
        await agreeWithBucket(client, upkeep.bucket, tenant.id, upkeep.clock.now())
      },
    }),
  )
  await note(upkeep, tenant.id, 'tenant.restore', { madeAt: dump.made_at.toISOString() })
  return { dump, tenant: restored }
}

/** Nothing that lay in the trash when the copy was made, and no file that nothing named then, may go before thirty more nights. */
async function beginNightsAnew(client: pg.Client): Promise<void> {
  await client.query('update record set changed_night = (select night from feed_counter)')
  await client.query('update file set last_referenced_night = (select night from feed_counter)')
}

/**
 * Moves the tenant to another cluster. The same database for its devices: epoch and seq stay.
 * @throws Refusal `cluster-gone`, `tools-missing`, `tenant-busy`
 */
export async function moveTenant(upkeep: Upkeep, tenant: Tenant, clusterName: string): Promise<Tenant> {
  const cluster = await upkeep.control
    .selectFrom('cluster')
    .selectAll()
    .where('name', '=', clusterName)
    .executeTakeFirst()
  if (!cluster) throw new Refusal('cluster-gone', `There is no cluster “${clusterName}”.`)
  if (cluster.id === tenant.clusterId) return tenant
  const folder = await mkdtemp(join(tmpdir(), 'bobbin-move-'))
  try {
    const moved = await whileStill(upkeep, tenant, async () => {
      const file = join(folder, 'moving.dump')
      const from = { ...(await upkeep.tenants.admin(tenant.clusterId)), database: tenant.database }
      await (await upkeep.tools()).dump(from, tenant.ownerName, file)
      const stands = await withClient(from, fingerprintOf)
      return replace(upkeep, tenant, { clusterId: cluster.id, file, why: 'moved', epoch: tenant.epoch, must: stands })
    })
    await note(upkeep, tenant.id, 'tenant.move', { to: clusterName })
    return moved
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Replacement {
  readonly clusterId: string
  readonly file: string
  readonly why: 'restored' | 'moved'
  readonly epoch: string
  readonly afterwards?: (client: pg.Client) => Promise<void>
  /** What has to stand there before it takes the tenant's place. */
  readonly must?: Fingerprint
}

async function replace(upkeep: Upkeep, tenant: Tenant, how: Replacement): Promise<Tenant> {
  const { tenants, control, names, box, random } = upkeep
  const admin = await tenants.admin(how.clusterId)
  const set = names.tenant(tenant.slug)
  const password = Buffer.from(random.bytes(24)).toString('base64url')
  const place = { ...admin, database: set.database }
  let stands: Fingerprint
  try {
    await makeEmptyDatabase(admin, set, password)
    await (await upkeep.tools()).restore(place, set.owner, how.file)
    await migrateDatabase(admin, set)
    stands = await withClient(place, async client => {
      await how.afterwards?.(client)
      await grantToRole(client, set)
      return fingerprintOf(client)
    })
    if (how.must && !isSame(stands, how.must)) throw new Error('what arrived is not what was sent')
  } catch (error) {
    await dropDatabase(admin, set)
    throw error
  }
  await control.transaction().execute(async trx => {
    await trx
      .insertInto('retired_database')
      .values({
        database: tenant.database,
        cluster_id: tenant.clusterId,
        tenant_id: tenant.id,
        owner_name: tenant.ownerName,
        role_name: tenant.roleName,
        why: how.why,
        retired_at: new Date(upkeep.clock.now()),
      })
      .execute()
    await trx
      .updateTable('tenant')
      .set({
        cluster_id: how.clusterId,
        database: set.database,
        owner_name: set.owner,
        role_name: set.role,
        role_secret: box.seal(password, about.tenant(tenant.id)),
        epoch: how.epoch,
        schema_version: schemaVersion('tenant'),
        seq: stands.counter,
        state: tenant.state,
      })
      .where('id', '=', tenant.id)
      .execute()
  })
  tenants.forget(tenant.id)
  return (await tenants.fresh(tenant.id))!
}
