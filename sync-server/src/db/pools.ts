/** Connections to tenants' databases: few for each, bounded in all, the least recently used given up first. */
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Tenant } from '#server/services/tenants.ts'
import { isPassing } from './passing.ts'
import { createPool, kyselyOf, type Place } from './connect.ts'
import type { TenantDb } from './tenant.ts'

export const MOST_A_TENANT = 2
const IDLE_MS = 60_000

export interface TenantPools {
  /**
   * Works in the tenant's database, as that tenant's role, on one connection. Do not use it again from inside `work`.
   * @throws what `work` throws, or why there is no connection
   */
  use<T>(tenant: Tenant, work: (db: Kysely<TenantDb>) => Promise<T>): Promise<T>
  /** Closes a tenant's connections: it moves, is suspended, restored or deleted. Work in hand is finished first. */
  drop(tenantId: string): Promise<void>
  counts(): { open: number; active: number; tenants: number; waiting: number }
  close(): Promise<void>
}

interface Entry {
  readonly tenantId: string
  readonly database: string
  readonly pool: pg.Pool
  readonly db: Kysely<TenantDb>
  /** Connections that are open or being opened, and those of them at work. */
  open: number
  active: number
}

export interface PoolNeeds {
  readonly most: number
  place(tenant: Tenant): Promise<Place>
  onError(error: Error): void
}

export function createPools(needs: PoolNeeds): TenantPools {
  // In the order of last use: a Map keeps the order of insertion.
  const entries = new Map<string, Entry>()
  const retired = new Set<Promise<void>>()
  let waiting: (() => void)[] = []
  let isClosed = false

  const openInAll = (): number => sum(entry => entry.open)
  const sum = (of: (entry: Entry) => number): number => [...entries.values()].reduce((total, one) => total + of(one), 0)

  function retire(entry: Entry): Promise<void> {
    if (entries.get(entry.tenantId) === entry) entries.delete(entry.tenantId)
    const ended = entry.db.destroy().catch(needs.onError)
    retired.add(ended)
    return ended.finally(() => retired.delete(ended))
  }

  async function entryOf(tenant: Tenant): Promise<Entry> {
    const known = entries.get(tenant.id)
    if (known?.database === tenant.database) return known
    const place = await needs.place(tenant)
    // Somebody else can have come here while we waited for the place.
    const now = entries.get(tenant.id)
    if (now?.database === tenant.database) return now
    if (now) void retire(now)
    const pool = createPool(place, { most: MOST_A_TENANT, idleMs: IDLE_MS, onError: needs.onError })
    const entry: Entry = {
      tenantId: tenant.id,
      database: tenant.database,
      pool,
      db: kyselyOf<TenantDb>(pool),
      open: 0,
      active: 0,
    }
    pool.on('remove', () => {
      entry.open = Math.max(entry.active, entry.open - 1)
      // An idle tenant costs nothing: not even an empty pool.
      if (entry.open === 0 && entries.get(entry.tenantId) === entry) void retire(entry)
      wake()
    })
    entries.set(tenant.id, entry)
    return entry
  }

  function wake(): void {
    const all = waiting
    waiting = []
    for (const go of all) go()
  }

  /** Takes a connection's place, or says that there is none yet. */
  function mayStart(entry: Entry): boolean {
    if (entry.active >= MOST_A_TENANT) return false
    if (entry.open > entry.active) return true
    if (openInAll() >= needs.most) {
      const idle = [...entries.values()].find(one => one.active === 0 && one.open > 0 && one !== entry)
      if (!idle) return false
      void retire(idle)
    }
    entry.open++
    return true
  }

  async function start(tenant: Tenant): Promise<Entry> {
    for (;;) {
      if (isClosed) throw new Error('the server is stopping')
      const entry = await entryOf(tenant)
      if (entries.get(tenant.id) === entry && mayStart(entry)) {
        entry.active++
        entries.delete(tenant.id)
        entries.set(tenant.id, entry)
        return entry
      }
      await new Promise<void>(go => waiting.push(go))
    }
  }

  return {
    async use(tenant, work) {
      const entry = await start(tenant)
      try {
        return await entry.db.connection().execute(work)
      } catch (error) {
        // It can be some moments before the pool itself hears that a connection is gone.
        if (isPassing(error)) void retire(entry)
        throw error
      } finally {
        entry.active--
        // A connection that could not be opened, or broke, is no longer there to be used.
        entry.open = Math.max(entry.active, Math.min(entry.open, entry.pool.totalCount))
        wake()
      }
    },
    async drop(tenantId) {
      const entry = entries.get(tenantId)
      if (entry) await retire(entry)
    },
    counts: () => ({
      open: openInAll(),
      active: sum(entry => entry.active),
      tenants: entries.size,
      waiting: waiting.length,
    }),
    async close() {
      isClosed = true
      wake()
      await Promise.all([...[...entries.values()].map(retire), ...retired])
    },
  }
}
