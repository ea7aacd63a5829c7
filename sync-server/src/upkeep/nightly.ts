/** Every night: a copy of each tenant that has changed since its last one, restored to see that it is good; old copies and databases go. */
import type { NightJob } from '#server/services/nights.ts'
import type { Tenant } from '#server/services/tenants.ts'
import { type Dump, makeDump, removeDump, verifyDump } from './dump.ts'
import { withClient } from '#server/db/connect.ts'
import { dropRetired } from './retired.ts'
import type { Upkeep } from './upkeep.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Every copy of these days, then one a week, then none. The newest good one of a tenant always stays. */
const DAYS_KEPT = 14
const WEEKS_KEPT = 8

export interface NightlyReport {
  readonly looked: number
  readonly unchanged: number
  readonly made: readonly { readonly slug: string; readonly file: string; readonly bytes: number }[]
  /** Copies that could not be made, or that are not good, and databases of the past that could not be dropped: an alert. */
  readonly trouble: readonly { readonly slug: string; readonly message: string }[]
  readonly removed: number
  readonly dropped: number
}

export async function runNightly(
  upkeep: Upkeep,
  folder: string,
  { signal, only }: { readonly signal?: AbortSignal; readonly only?: string } = {},
): Promise<NightlyReport> {
  const all = (await upkeep.tenants.list()).filter(tenant => only === undefined || tenant.slug === only)
  const made: NightlyReport['made'][number][] = []
  const trouble: NightlyReport['trouble'][number][] = []
  let unchanged = 0
  for (const tenant of all) {
    if (signal?.aborted) break
    if (tenant.state === 'deleting' || tenant.state === 'moving') continue
    try {
      const dump = await copyIfChanged(upkeep, tenant, folder)
      if (dump === null) unchanged++
      else if (dump.trouble !== null) trouble.push({ slug: tenant.slug, message: dump.trouble })
      else made.push({ slug: tenant.slug, file: dump.file, bytes: dump.bytes })
    } catch (error) {
      trouble.push({ slug: tenant.slug, message: error instanceof Error ? error.message : String(error) })
    }
  }
  const removed = await letOldGo(upkeep)
  const retired = await dropRetired(upkeep)
  trouble.push(...retired.trouble.map(({ database, message }) => ({ slug: database, message })))
  return { looked: all.length, unchanged, made, trouble, removed, dropped: retired.dropped }
}

/** What a server does in each tenant's night. A copy that cannot be made, or is not good, is told as trouble. */
export function copiesNight(upkeep: Upkeep, folder: string): NightJob {
  return async tenant => {
    const dump = await copyIfChanged(upkeep, tenant, folder)
    await letOldGo(upkeep, tenant.id)
    if (dump?.trouble) throw new Error(`the safety copy of ${tenant.slug} is not good: ${dump.trouble}`)
  }
}

async function copyIfChanged(upkeep: Upkeep, tenant: Tenant, folder: string): Promise<Dump | null> {
  const last = await upkeep.control
    .selectFrom('dump')
    .selectAll()
    .where('tenant_id', '=', tenant.id)
    .where('removed_at', 'is', null)
    .where('verified_at', 'is not', null)
    .orderBy('made_at', 'desc')
    .executeTakeFirst()
  const admin = { ...(await upkeep.tenants.admin(tenant.clusterId)), database: tenant.database }
  const seq = await withClient(
    admin,
    async client => (await client.query('select seq from feed_counter')).rows[0].seq as number,
  )
  if (last?.seq === seq && last.schema_version === tenant.schemaVersion) return null
  return verifyDump(upkeep, await makeDump(upkeep, tenant, folder), tenant.clusterId)
}

/** Which of one tenant's copies, newest first, are kept. Pure. */
export function keptDumps<T extends Pick<Dump, 'made_at' | 'verified_at'>>(dumps: readonly T[], now: number): Set<T> {
  const kept = new Set<T>()
  const weeks = new Set<number>()
  const newestGood = dumps.find(dump => dump.verified_at !== null)
  if (newestGood) kept.add(newestGood)
  for (const dump of dumps) {
    const days = (now - dump.made_at.getTime()) / DAY_MS
    if (days <= DAYS_KEPT) kept.add(dump)
    const week = Math.floor(days / 7)
    if (dump.verified_at === null || week >= WEEKS_KEPT || weeks.has(week)) continue
    weeks.add(week)
    kept.add(dump)
  }
  return kept
}

async function letOldGo(upkeep: Upkeep, only?: string): Promise<number> {
  let asked = upkeep.control.selectFrom('dump').selectAll().where('removed_at', 'is', null).orderBy('made_at', 'desc')
  if (only !== undefined) asked = asked.where('tenant_id', '=', only)
  const dumps = await asked.execute()
  let removed = 0
  for (const [, own] of Map.groupBy(dumps, dump => dump.tenant_id)) {
    const kept = keptDumps(own, upkeep.clock.now())
    for (const dump of own) {
      if (kept.has(dump)) continue
      await removeDump(upkeep, dump)
      removed++
    }
  }
  return removed
}
