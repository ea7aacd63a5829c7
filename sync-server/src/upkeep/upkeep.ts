/** What the operator's work on whole databases needs. */
import type { Config } from '#server/config.ts'
import type { Place } from '#server/db/connect.ts'
import { withClient } from '#server/db/connect.ts'
import type { Control } from '#server/db/control.ts'
import { identifier } from '#server/db/identifier.ts'
import type { TenantPools } from '#server/db/pools.ts'
import { Refusal } from '#server/refusal.ts'
import type { Bucket } from '#server/services/files/bucket.ts'
import type { Names, NameSet } from '#server/services/names.ts'
import type { SecretBox } from '#server/services/secret-box.ts'
import type { Tenant, Tenants } from '#server/services/tenants.ts'
import type { WakeUps } from '#server/services/wake-ups.ts'
import type { Clock, Random } from '#shared/domain/ids.ts'
import type { Json } from '#shared/sync/record.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { findTools, type PostgresTools } from './tools.ts'

export interface Upkeep {
  readonly config: Config
  readonly control: Control
  readonly tenants: Tenants
  readonly pools: TenantPools
  readonly names: Names
  readonly box: SecretBox
  /** Null: files are in the tenants' databases. */
  readonly bucket: Bucket | null
  readonly clock: Clock
  readonly random: Random
  readonly wake: Pick<WakeUps, 'stir'>
  /** Looked for when they are needed: most commands do without. */
  readonly tools: () => Promise<PostgresTools>
  readonly wait: (ms: number) => Promise<unknown>
}

export function createUpkeep(parts: Omit<Upkeep, 'tools' | 'wait'>): Upkeep {
  let tools: Promise<PostgresTools> | undefined
  return { ...parts, tools: () => (tools ??= findTools()), wait: ms => wait(ms) }
}

/** Every server copy reads a tenant's row again after this long: then none of them begins anything new for it. */
export const HEARD_BY_ALL_MS = 1_200

export const setOf = (tenant: Pick<Tenant, 'database' | 'ownerName' | 'roleName'>): NameSet => ({
  database: tenant.database,
  owner: tenant.ownerName,
  role: tenant.roleName,
})

export async function note(
  { control }: Pick<Upkeep, 'control'>,
  tenantId: string | null,
  action: string,
  detail: Json,
): Promise<void> {
  const row = { tenant_id: tenantId, actor: 'operator', action, detail: JSON.stringify(detail) }
  await control.insertInto('audit_log').values(row).execute()
}

/**
 * Works while nobody uses the tenant's database: devices are told to try again in a moment, work in hand is finished, whoever stays
 * connected is thrown out. Whatever happens, the tenant is then in the state it was in, unless `work` has set another.
 */
export async function whileStill<T>(upkeep: Upkeep, tenant: Tenant, work: () => Promise<T>): Promise<T> {
  if (tenant.state === 'moving' || tenant.state === 'deleting')
    throw new Refusal('tenant-busy', `“${tenant.slug}” is ${tenant.state} already. Look at what is under way first.`)
  await upkeep.tenants.setState(tenant.id, 'moving')
  await upkeep.wake.stir(tenant.id)
  try {
    await upkeep.wait(HEARD_BY_ALL_MS)
    await upkeep.pools.drop(tenant.id)
    const admin = await upkeep.tenants.admin(tenant.clusterId)
    await throwOut(admin, tenant)
    return await work()
  } finally {
    const now = await upkeep.tenants.fresh(tenant.id)
    if (now?.state === 'moving') await upkeep.tenants.setState(tenant.id, tenant.state)
    await letIn(upkeep, tenant)
    // Whoever was held looks again: at another database, in another state.
    await upkeep.wake.stir(tenant.id)
  }
}

async function throwOut(admin: Place, tenant: Tenant): Promise<void> {
  await withClient(admin, async client => {
    await client.query(`alter role ${identifier(tenant.roleName)} nologin`)
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [tenant.roleName])
  })
}

async function letIn({ tenants }: Upkeep, tenant: Tenant): Promise<void> {
  const now = await tenants.fresh(tenant.id)
  if (now?.database !== tenant.database || now.clusterId !== tenant.clusterId) return
  const admin = await tenants.admin(tenant.clusterId)
  await withClient(admin, client => client.query(`alter role ${identifier(tenant.roleName)} login`))
}
