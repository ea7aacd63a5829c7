/**
 * Nightly runs. What waits for nights (a purge, the end of a history) waits for runs of the server, never for a clock: a server that
 * was off for a year has counted no night, and one whose clock jumps counts one (SYNC.md sections 1 and 7).
 */
import { type Kysely, sql } from 'kysely'
import type { Control } from '#server/db/control.ts'
import type { TenantPools } from '#server/db/pools.ts'
import type { TenantDb } from '#server/db/tenant.ts'
import type { Metrics } from '#server/plugins/metrics.ts'
import type { Clock } from '#shared/domain/ids.ts'
import type { Json, Stamp } from '#shared/sync/record.ts'
import { mayPurge, NIGHTS_IN_HISTORY, NIGHTS_IN_TRASH } from '#shared/sync/server/nights.ts'
import type { ClockGuard } from './clock-guard.ts'
import { lockCounter, writeRecords } from './records/rows.ts'
import { stillHere } from './still-here.ts'
import type { Tenant, Tenants } from './tenants.ts'
import { announced, type WakeUps } from './wake-ups.ts'

/** What else is done in a tenant's night, after its records: files that nothing needs any more, and the like. */
export type NightJob = (tenant: Tenant, night: number) => Promise<unknown>

export interface Nights {
  /** The tenant's night, if this day's has not been. @returns its number, or null */
  run(tenant: Tenant): Promise<number | null>
  /** The nights that are due, of all tenants, one after another. */
  runDue(): Promise<void>
  start(): void
  /** Ends after the tenant in hand. */
  stop(): Promise<void>
}

interface Needs {
  readonly control: Control
  readonly pools: TenantPools
  readonly tenants: Tenants
  readonly wake: WakeUps
  readonly clock: Clock
  readonly clockGuard: ClockGuard
  readonly metrics: Metrics
  /** Hour of the day (UTC) from which on a day's night may be. */
  readonly nightHour: number
  readonly jobs: readonly NightJob[]
  readonly onTrouble: (error: unknown, doing: string) => void
}

const FIRST_LOOK_MS = 60_000
const LOOK_EVERY_MS = 10 * 60_000
const HOUR_MS = 3_600_000
const PURGE_BATCH = 500
const MOST_AT_A_TIME = 100

export function createNights(needs: Needs): Nights {
  const { control, pools, tenants, wake, clock, clockGuard, metrics } = needs
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let isStopped = false

  /** `YYYY-MM-DD`; a day begins at the hour of nights. */
  const today = (): string => new Date(clock.now() - needs.nightHour * HOUR_MS).toISOString().slice(0, 10)

  async function run(tenant: Tenant): Promise<number | null> {
    const day = today()
    const night = await pools.use(tenant, db => beginNight(db, day, () => stillHere(tenants, tenant)))
    if (night !== null) {
      for (let more = true; more; ) {
        const batch = await announced(wake, tenant.id, async marked => {
          await marked
          return pools.use(tenant, db => purgeBatch(db, night, () => stillHere(tenants, tenant)))
        })
        metrics.purged.inc(batch.purged)
        more = batch.purged === PURGE_BATCH
      }
      for (const job of needs.jobs) await job(tenant, night)
    }
    await control.updateTable('tenant').set({ last_night: day }).where('id', '=', tenant.id).execute()
    return night
  }

  async function runDue(): Promise<void> {
    for (;;) {
      const due = await control
        .selectFrom('tenant')
        .select('id')
        .where('state', '=', 'active')
        .where(sql<boolean>`last_night is distinct from ${today()}::date`)
        .orderBy('last_night', by => by.asc().nullsFirst())
        .limit(MOST_AT_A_TIME)
        .execute()
      let done = 0
      for (const { id } of due) {
        // On a wrong clock no night is counted.
        if (isStopped || clockGuard.behindMs() !== null) return
        const tenant = await tenants.byId(id)
        const isDone = await (tenant ? run(tenant) : Promise.resolve()).then(
          () => true,
          error => {
            needs.onTrouble(error, 'the night of a tenant')
            return false
          },
        )
        metrics.nights.inc({ outcome: isDone ? 'done' : 'failed' })
        if (isDone) done++
      }
      // Those that failed are tried again at the next look.
      if (due.length < MOST_AT_A_TIME || done === 0) return
    }
  }

  function look(): void {
    running = runDue()
      .catch(error => needs.onTrouble(error, 'the nights'))
      .then(() => {
        if (isStopped) return
        timer = setTimeout(look, LOOK_EVERY_MS)
        timer.unref()
      })
  }

  return {
    run,
    runDue,
    start() {
      // Soon after a start, too: a server that is restarted often has its nights all the same.
      timer = setTimeout(look, FIRST_LOOK_MS)
      timer.unref()
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/** Counts the night, once a day, and lets go of what has been in the history long enough. */
function beginNight(db: Kysely<TenantDb>, day: string, isHere: () => Promise<unknown>): Promise<number | null> {
  return db.transaction().execute(async trx => {
    await lockCounter(trx)
    await isHere()
    const { rows } = await sql<{ night: number }>`
      update feed_counter set night = night + 1, night_day = ${day}::date
      where night_day is distinct from ${day}::date returning night`.execute(trx)
    const night = rows[0]?.night ?? null
    if (night !== null)
      await sql`delete from record_history where arrived_night <= ${night - NIGHTS_IN_HISTORY}`.execute(trx)
    return night
  })
}

interface Candidate {
  table_name: string
  row_id: string
  trashed_at: Json
  stamps: Record<string, Stamp>
  changed_night: number
}

/** Takes the values of some records that have been in the trash long enough; their ids and stamps stay. */
function purgeBatch(
  db: Kysely<TenantDb>,
  tonight: number,
  isHere: () => Promise<unknown>,
): Promise<{ purged: number; seq: number }> {
  return db.transaction().execute(async trx => {
    const counter = await lockCounter(trx)
    await isHere()
    const { rows } = await sql<Candidate>`
      select table_name, row_id, fields -> 'trashed_at' as trashed_at, stamps, changed_night from record
      where not purged and jsonb_typeof(fields -> 'trashed_at') = 'number'
        and changed_night <= ${tonight - NIGHTS_IN_TRASH} and substr(row_id, 15, 1) <> '5'
      limit ${PURGE_BATCH}`.execute(trx)
    const purged = rows
      .filter(row =>
        mayPurge({ id: row.row_id, fieldsTrashedAt: row.trashed_at, changedNight: row.changed_night, tonight }),
      )
      .map(row => ({ table: row.table_name, id: row.row_id, fields: {}, stamps: row.stamps, purged: true }))
    const seq = await writeRecords(trx, purged, () => false, { ...counter, night: tonight })
    return { purged: purged.length, seq }
  })
}
