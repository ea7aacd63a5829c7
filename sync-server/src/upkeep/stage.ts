/** Bringing every tenant's database to this server's schema: canaries first, a few at a time, reported, and gone on with after a crash. */
import { schemaVersion } from '#server/db/migrate.ts'
import type { Tenant } from '#server/services/tenants.ts'
import type { Upkeep } from './upkeep.ts'

const WORKERS = 4

export interface StageReport {
  /** The schema that is being gone to. */
  readonly version: number
  readonly migrated: number
  /** Those that were there already. */
  readonly upToDate: number
  /** Not part of this stage. */
  readonly later: number
  readonly trouble: readonly { readonly slug: string; readonly message: string }[]
  /** From its turn to its end: how long a quilter waits at most who comes to a server of the new version in between. */
  readonly slowestMs: number
  /** For how long tables of a tenant were locked at most: how long one waits who is with a server of the version before. */
  readonly longestLockMs: number
}

export interface Stage {
  /** How many of a hundred tenants, the same ones each time: 5 are the canaries, 100 everybody. */
  readonly percent?: number
  readonly only?: string
  readonly signal?: AbortSignal
  readonly onDone?: (slug: string, done: number, of: number) => void
}

/**
 * Each tenant in one transaction behind its own lock (db/migrate.ts), so that a killed run leaves every database wholly old or wholly new
 * and the next one goes on. Stops for everybody when a canary does not come through.
 */
export async function migrateTenants(
  { tenants, clock }: Pick<Upkeep, 'tenants' | 'clock'>,
  stage: Stage = {},
): Promise<StageReport> {
  const version = schemaVersion('tenant')
  const asked = (await tenants.list()).filter(tenant => stage.only === undefined || tenant.slug === stage.only)
  const behind = asked.filter(tenant => tenant.schemaVersion < version)
  const now = behind
    .filter(tenant => stage.only !== undefined || placeInLine(tenant) < (stage.percent ?? 100))
    .toSorted((a, b) => placeInLine(a) - placeInLine(b))
  const trouble: { slug: string; message: string }[] = []
  let migrated = 0
  let slowestMs = 0
  let longestLockMs = 0
  const waiting = now.values()
  async function work(): Promise<void> {
    for (const tenant of waiting) {
      if (stage.signal?.aborted || trouble.length > 0) return
      const began = clock.now()
      try {
        const { lockedMs } = await tenants.migrate(tenant)
        migrated++
        slowestMs = Math.max(slowestMs, clock.now() - began)
        longestLockMs = Math.max(longestLockMs, lockedMs)
        stage.onDone?.(tenant.slug, migrated, now.length)
      } catch (error) {
        trouble.push({ slug: tenant.slug, message: error instanceof Error ? error.message : String(error) })
      }
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, work))
  const later = behind.length - migrated - trouble.length
  return { version, migrated, upToDate: asked.length - behind.length, later, trouble, slowestMs, longestLockMs }
}

/** 0 to 99, always the same for a tenant: the random end of its id. */
export function placeInLine({ id }: Pick<Tenant, 'id'>): number {
  return Number.parseInt(id.slice(-8), 16) % 100
}
