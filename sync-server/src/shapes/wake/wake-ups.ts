/**
 * How a change written on one server copy ends the wait of a device on another. Before a commit a mark is put into the control
 * database, after it the news goes out and the mark away; every copy listens there, and a sweep reads what marks were left behind.
 * An idle tenant costs an entry in a map: no connection to its database, and no query.
 */
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { startListening } from './listener.ts'
import {
  dropOldMarks,
  type MarkedTenant,
  markedTenants,
  publish,
  publishStir,
  putMark,
  readPayload,
  seqsOf,
} from './marks.ts'
import { createSeqMemory, realTimers, type SeqMemory, type Timers } from './seq-memory.ts'

export const SWEEP_EVERY_MS = 2_000
/** So many databases are read at a time by the sweep. */
const SWEEP_AT_ONCE = 4

export interface WakeUps {
  /** Before a push commits (it may run beside the work before it, but has to be done by then). */
  dirty(tenantId: string): Promise<void>
  /**
   * After the commit, or after a push that came to nothing, with the greatest seq it gave (or saw). Never throws: when the control
   * database cannot be told, the mark stands and the sweep tells it.
   */
  changed(tenantId: string, seq: number): Promise<void>
  /** The epoch or the state of the tenant changed: everybody who waits for it, on every copy, looks again. */
  stir(tenantId: string): Promise<void>
  /** The greatest seq as far as it is known here; asks the control database the first time. */
  seqOf(tenantId: string): Promise<number>
  /** Held until there is more than `afterSeq`, the signal, a stir, or `ms` milliseconds; answers the seq known then. */
  wait(tenantId: string, afterSeq: number, signal: AbortSignal, ms: number): Promise<number>
  /** For who reads the counter itself: `version` before the reading, `corrected` after it. */
  readonly memory: Pick<SeqMemory, 'version' | 'corrected'>
  /** True once the server is stopping: nothing is held any more. */
  isClosing(): boolean
  /** Ends every wait and listens no more. */
  close(): Promise<void>
}

export interface WakeParts<T> {
  readonly control: Kysely<T>
  /** Of the control database. */
  readonly connection: pg.ClientConfig
  /** The counter as the tenant's own database has it. */
  readonly counterOf: (tenantId: string) => Promise<number>
  readonly random: () => number
  readonly warn: (message: string, error: unknown) => void
  readonly timers?: Timers
  readonly sweepEveryMs?: number
}

export function createWakeUps<T>(parts: WakeParts<T>): WakeUps {
  const { control, warn } = parts
  const timers = parts.timers ?? realTimers
  const memory = createSeqMemory(timers)
  const marks = new Map<string, string[]>()
  const loading = new Map<string, Promise<void>>()
  let isClosed = false

  function onPayload(payload: string): void {
    const news = readPayload(payload)
    if (!news) return
    if (news.seq === null) memory.stir(news.tenantId)
    else memory.heard(news.tenantId, news.seq)
  }

  /** What was said while nobody listened: numbers are read, and an epoch may have begun, so everybody looks again. */
  async function catchUp(): Promise<void> {
    for (const [id, seq] of await seqsOf(control, memory.known())) memory.heard(id, seq)
    memory.stir()
  }

  const listener = startListening({
    connection: parts.connection,
    timers,
    random: parts.random,
    onPayload,
    onListening: () => void catchUp().catch((error: unknown) => warn('the seqs of tenants were not read', error)),
    onLost: error => warn('the connection that hears of changes was lost; it is made again', error),
  })

  async function sweepOne({ id, seq }: MarkedTenant): Promise<void> {
    const counter = await parts.counterOf(id)
    if (counter > seq) await publish(control, id, counter, null)
    memory.heard(id, counter)
    await dropOldMarks(control, id)
  }

  async function sweep(): Promise<void> {
    const marked = await markedTenants(control)
    const worker = async () => {
      for (let one = marked.pop(); one; one = marked.pop()) {
        const { id } = one
        await sweepOne(one).catch((error: unknown) => warn(`tenant ${id} was not swept`, error))
      }
    }
    await Promise.all(Array.from({ length: SWEEP_AT_ONCE }, worker))
  }

  let sweeping: Promise<void> = Promise.resolve()
  let sweepTimer: unknown = null
  function sweepLater(): void {
    sweepTimer = timers.set(() => {
      sweeping = sweep()
        .catch((error: unknown) => warn('the sweep for lost wake-ups failed', error))
        .finally(() => {
          if (!isClosed) sweepLater()
        })
    }, parts.sweepEveryMs ?? SWEEP_EVERY_MS)
  }
  sweepLater()

  async function load(tenantId: string): Promise<void> {
    const seq = (await seqsOf(control, [tenantId])).get(tenantId)
    memory.heard(tenantId, seq ?? 0)
  }

  return {
    async dirty(tenantId) {
      const mark = await putMark(control, tenantId)
      const own = marks.get(tenantId)
      if (own) own.push(mark)
      else marks.set(tenantId, [mark])
    },
    async changed(tenantId, seq) {
      // This copy's own readers need not wait for the news to come back.
      memory.heard(tenantId, seq)
      const own = marks.get(tenantId)
      const mark = own?.shift() ?? null
      if (own?.length === 0) marks.delete(tenantId)
      await publish(control, tenantId, seq, mark).catch((error: unknown) =>
        warn(`the news of tenant ${tenantId} was not told; the sweep tells it`, error),
      )
    },
    async stir(tenantId) {
      memory.stir(tenantId)
      await publishStir(control, tenantId)
    },
    async seqOf(tenantId) {
      if (memory.seqOf(tenantId) === undefined) {
        const first = loading.get(tenantId) ?? load(tenantId).finally(() => loading.delete(tenantId))
        loading.set(tenantId, first)
        await first
      }
      return memory.seqOf(tenantId) ?? 0
    },
    wait: (tenantId, afterSeq, signal, ms) =>
      isClosed ? Promise.resolve(memory.seqOf(tenantId) ?? 0) : memory.wait(tenantId, afterSeq, signal, ms),
    memory,
    isClosing: () => isClosed,
    async close() {
      isClosed = true
      timers.clear(sweepTimer)
      memory.stir()
      await Promise.all([listener.close(), sweeping])
    },
  }
}
