/** The bucket's part of looking through a cloud. */
import type pg from 'pg'
import { tenantOfFolder } from '#server/services/files/bucket.ts'
import type { Tenant } from '#server/services/tenants.ts'
import type { Finding } from './check.ts'
import { compareWithBucket } from './objects.ts'
import type { Upkeep } from './upkeep.ts'

/** A night takes away what no row has named for a day; what is older than two was left by the nights. */
const LEFT_AFTER_MS = 2 * 24 * 60 * 60 * 1000

/** Whether everything a tenant's rows say of the bucket is there, and nothing else below its folder. */
export async function checkObjects(
  client: pg.Client,
  { bucket, clock }: Pick<Upkeep, 'bucket' | 'clock'>,
  { id, slug }: Tenant,
): Promise<Finding[]> {
  const { missing, cut, orphans } = await compareWithBucket(client, bucket, id)
  const left = orphans.filter(({ at }) => at.getTime() < clock.now() - LEFT_AFTER_MS)
  const findings: Finding[] = [
    ...missing.map(({ hash }) => ({
      slug,
      code: 'object-missing' as const,
      message: `File ${hash} is not in the bucket.`,
    })),
    ...cut.map(({ hash }) => ({
      slug,
      code: 'file-differs' as const,
      message: `File ${hash} is not as long in the bucket as it was.`,
    })),
  ]
  if (left.length > 0) {
    const message = `No file is kept in ${left.length} objects of its folder in the bucket, ${left[0]!.key} among them. A night takes them away.`
    findings.push({ slug, code: 'object-orphaned', message })
  }
  return findings
}

/** Folders in the bucket that are no tenant's, nor of one whose database is still kept. */
export async function checkFolders({ bucket, control }: Pick<Upkeep, 'bucket' | 'control'>): Promise<Finding[]> {
  if (bucket === null) return []
  const strangers = new Set<string>()
  // Before the registry is asked: a tenant that is made meanwhile is known by then.
  for await (const page of bucket.folders()) for (const name of page) strangers.add(tenantOfFolder(name) ?? '')
  const tenants = await control.selectFrom('tenant').select('id').execute()
  const retired = await control
    .selectFrom('retired_database')
    .select('tenant_id as id')
    .where('dropped_at', 'is', null)
    .execute()
  for (const { id } of [{ id: '' }, ...tenants, ...retired]) strangers.delete(id)
  return [...strangers].map(id => ({
    slug: null,
    code: 'object-of-nobody',
    message: `The folder ${id} in the bucket is no tenant’s of this cloud.`,
  }))
}
