/** What a restore, a move or a delete left behind: kept thirty days, then the database goes, and of a deleted tenant its files too. */
import type { Selectable } from 'kysely'
import { withClient } from '#server/db/connect.ts'
import type { ControlDb } from '#server/db/control.ts'
import type { NightJob } from '#server/services/nights.ts'
import { dropDatabase } from '#server/services/spares.ts'
import { refuseObjects, removeFolder } from './objects.ts'
import type { Upkeep } from './upkeep.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const RETIRED_DAYS = 30

type Retired = Selectable<ControlDb['retired_database']>

export interface RetiredReport {
  readonly dropped: number
  /** Those that stay until the next look. */
  readonly trouble: readonly { readonly database: string; readonly message: string }[]
}

/** Drops what has been kept long enough, each for itself. What was cut off is gone on with by the next look. */
export async function dropRetired(upkeep: Upkeep): Promise<RetiredReport> {
  const now = upkeep.clock.now()
  const due = await upkeep.control
    .selectFrom('retired_database')
    .selectAll()
    .where('dropped_at', 'is', null)
    .where('retired_at', '<', new Date(now - RETIRED_DAYS * DAY_MS))
    .execute()
  const trouble: { database: string; message: string }[] = []
  for (const one of due) {
    try {
      // Files first: as long as the database stands it is known that there are some.
      if (one.why === 'deleted') await removeFiles(upkeep, one)
      const admin = await upkeep.tenants.admin(one.cluster_id)
      await dropDatabase(admin, { database: one.database, owner: one.owner_name, role: one.role_name })
      await upkeep.control
        .updateTable('retired_database')
        .set({ dropped_at: new Date(now) })
        .where('database', '=', one.database)
        .execute()
    } catch (error) {
      trouble.push({ database: one.database, message: error instanceof Error ? error.message : String(error) })
    }
  }
  return { dropped: due.length - trouble.length, trouble }
}

async function removeFiles(upkeep: Upkeep, { tenant_id: tenantId, cluster_id, database }: Retired): Promise<void> {
  const { bucket, control } = upkeep
  // Somebody who put the tenant's row back keeps its files.
  const isBack = await control.selectFrom('tenant').select('id').where('id', '=', tenantId).executeTakeFirst()
  if (isBack) return
  if (bucket) return void (await removeFolder(bucket, tenantId))
  const admin = await upkeep.tenants.admin(cluster_id)
  const { rowCount } = await withClient(admin, client =>
    client.query('select 1 from pg_database where datname = $1', [database]),
  )
  if (rowCount) await withClient({ ...admin, database }, refuseObjects)
}

/** What a server does beside each tenant's night. It is nobody's night that fails with it. */
export function retiredNight(upkeep: Upkeep, onTrouble: (error: unknown, doing: string) => void): NightJob {
  return async () => {
    for (const { database, message } of (await dropRetired(upkeep)).trouble)
      onTrouble(new Error(message), `dropping ${database}`)
  }
}
