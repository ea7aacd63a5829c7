/** Safety copies of single tenants: made, restored to see that they are good, found again, and let go of when they are old. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Selectable } from 'kysely'
import { withClient } from '#server/db/connect.ts'
import type { ControlDb } from '#server/db/control.ts'
import { Refusal } from '#server/refusal.ts'
import { dropDatabase, makeEmptyDatabase } from '#server/services/spares.ts'
import type { Tenant } from '#server/services/tenants.ts'
import { uuidV7 } from '#shared/domain/ids.ts'
import { type Fingerprint, fingerprint, fingerprintOf, isSame } from './fingerprint.ts'
import type { Upkeep } from './upkeep.ts'

export type Dump = Selectable<ControlDb['dump']>

/**
 * Writes a copy into `folder` and remembers it. Its fingerprint is that of the moment: nobody can write between the copy and the count,
 * because both see the same moment of the database or the copy is made again.
 */
export async function makeDump(upkeep: Upkeep, tenant: Tenant, folder: string): Promise<Dump> {
  const tools = await upkeep.tools()
  const admin = { ...(await upkeep.tenants.admin(tenant.clusterId)), database: tenant.database }
  const madeAt = new Date(upkeep.clock.now())
  const id = uuidV7(upkeep.clock, upkeep.random)
  const file = join(resolve(folder), `${tenant.slug}-${madeAt.toISOString().replace(/[:.]/g, '')}-${id.slice(-8)}.dump`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const stands = await stillFingerprint(admin, () => tools.dump(admin, tenant.ownerName, `${file}.part`))
  await settle(`${file}.part`, file)
  return upkeep.control
    .insertInto('dump')
    .values({
      id,
      tenant_id: tenant.id,
      slug: tenant.slug,
      made_at: madeAt,
      seq: stands.counter,
      schema_version: tenant.schemaVersion,
      file,
      bytes: (await stat(file)).size,
      sha256: await hashOf(file),
      fingerprint: JSON.stringify(stands),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

const TRIES = 5

/** The fingerprint before and after the copy; when somebody wrote meanwhile the copy is made again. */
async function stillFingerprint(
  place: Parameters<typeof withClient>[0],
  copy: () => Promise<void>,
): Promise<Fingerprint> {
  for (let left = TRIES; ; left--) {
    const before = await withClient(place, fingerprintOf)
    await copy()
    const after = await withClient(place, fingerprintOf)
    if (isSame(before, after)) return after
    if (left === 1)
      throw new Refusal('tenant-busy', 'Too much was written while the copy was made. It is made again next night.')
  }
}

/** On the disk before it has its name: a copy that was cut off never looks like one. */
async function settle(part: string, file: string): Promise<void> {
  const handle = await open(part, 'r+')
  await handle.sync()
  await handle.close()
  await rename(part, file)
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer)
  return hash.digest('hex')
}

/** Restores the copy into a database of its own and compares what stands there with what stood in the tenant's. */
export async function verifyDump(upkeep: Upkeep, dump: Dump, clusterId: string): Promise<Dump> {
  const trouble = await troubleWith(upkeep, dump, clusterId)
  return upkeep.control
    .updateTable('dump')
    .set(trouble === null ? { verified_at: new Date(upkeep.clock.now()), trouble: null } : { trouble })
    .where('id', '=', dump.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function troubleWith(upkeep: Upkeep, dump: Dump, clusterId: string): Promise<string | null> {
  if ((await hashOf(dump.file).catch(() => null)) !== dump.sha256)
    return 'The file is missing or is not what was written.'
  const admin = await upkeep.tenants.admin(clusterId)
  const set = upkeep.names.spare()
  try {
    await makeEmptyDatabase(admin, set, Buffer.from(upkeep.random.bytes(24)).toString('base64url'))
    const place = { ...admin, database: set.database }
    await (await upkeep.tools()).restore(place, set.owner, dump.file)
    const stands = await withClient(place, fingerprintOf)
    return isSame(stands, fingerprint.parse(dump.fingerprint))
      ? null
      : 'Restored, it holds something else than the tenant did.'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await dropDatabase(admin, set)
  }
}

/** The newest good copy that is not from after `at`. @throws Refusal `no-copy` */
export async function dumpAt({ control }: Upkeep, tenantId: string, at: Date): Promise<Dump> {
  const dump = await control
    .selectFrom('dump')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('made_at', '<=', at)
    .where('removed_at', 'is', null)
    .where('trouble', 'is', null)
    .orderBy('made_at', 'desc')
    .executeTakeFirst()
  if (!dump) throw new Refusal('no-copy', `There is no safety copy from before ${at.toISOString()}.`)
  return dump
}

/** The copy goes, its row stays. */
export async function removeDump({ control, clock }: Upkeep, dump: Dump): Promise<void> {
  await control
    .updateTable('dump')
    .set({ removed_at: new Date(clock.now()) })
    .where('id', '=', dump.id)
    .execute()
  await rm(dump.file, { force: true })
}
