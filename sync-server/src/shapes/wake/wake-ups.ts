/**
 * How a change written on one server copy ends the wait of a device on another. Before a commit a mark is put into the control
 * database, after it the news goes out and the mark away; every copy listens there, and a sweep reads what marks were left behind.
 * An idle tenant costs an entry in a map: no connection to its database, and no query.
 */
import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { WakeUps } from '#server/services/wake-ups.ts'
import { type Listener, startListening } from './listener.ts'
import {
  dropMark,
  dropOldMarks,
  MARK_LIVES_SECONDS,
  type MarkedTenant,
  markedTenants,
  publish,
  publishStir,
  putMark,
  readPayload,
  seqsOf,
} from './marks.ts'
import { createSeqMemory, realTimers, type Timers } from './seq-memory.ts'

export const SWEEP_EVERY_MS = 2_000
/** So many databases are read at a time by the sweep. */
const SWEEP_AT_ONCE = 4

export interface WakeParts<T> {
  readonly control: Kysely<T>
  /** Of the control database. */
  readonly connection: pg.ClientConfig
  /** The counter as the tenant's own database has it. */
  readonly counterOf: (tenantId: string) => Promise<number>
  readonly random: () => number
  /** Of this server copy; another at each start. */
  readonly name: string
  readonly warn: (message: string, error: unknown) => void
  readonly timers?: Timers
  readonly sweepEveryMs?: number
}

export function createWakeUps<T>(parts: WakeParts<T>): WakeUps {
  const { control, warn } = parts
  const timers = parts.timers ?? realTimers
  const memory = createSeqMemory(timers)
  const from = parts.name
  /** This copy's marks that are still to be taken away, the newest last. */
  const marks = new Map<string, { id: string; at: number }[]>()
  const loading = new Map<string, Promise<void>>()
  let isLettingGo = false
  let isClosed = false
  let listener: Listener | null = null

  function onPayload(payload: string): void {
    const news = readPayload(payload)
    if (!news || news.from === from) return
    if (news.seq === null) memory.stir(news.tenantId)
    else memory.heard(news.tenantId, news.seq)
  }

  /** What was said while nobody listened: numbers are read, and an epoch may have begun, so everybody looks again. */
  async function catchUp(): Promise<void> {
    for (const [id, seq] of await seqsOf(control, memory.known())) memory.raised(id, seq)
    memory.stir()
  }

  function listen(): Promise<void> {
    return new Promise(ready => {
      listener = startListening({
        connection: parts.connection,
        timers,
        random: parts.random,
        onPayload,
        onListening: () => {
          ready()
          void catchUp().catch((error: unknown) => warn('the seqs of tenants were not read', error))
        },
        onLost: error => warn('the connection that hears of changes was lost; it is made again', error),
      })
    })
  }

  async function sweepOne({ id, seq }: MarkedTenant): Promise<void> {
    const counter = await parts.counterOf(id)
    if (counter !== seq) await publish(control, { tenantId: id, seq: counter, from }, null)
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

  async function load(tenantId: string): Promise<void> {
    const seq = memory.isInDoubt(tenantId) ? 0 : (await seqsOf(control, [tenantId])).get(tenantId)
    if (seq) return memory.raised(tenantId, seq)
    const version = memory.version(tenantId)
    memory.corrected(tenantId, await parts.counterOf(tenantId), version)
  }

  /** One of this copy's own; null: none is left to be taken away. */
  function takeMark(tenantId: string): string | null {
    const own = marks.get(tenantId)
    const mark = own?.pop()?.id ?? null
    if (own?.length === 0) marks.delete(tenantId)
    return mark
  }

  function letGo(): void {
    isLettingGo = true
    memory.stir()
  }

  return {
    async dirty(tenantId) {
      const id = await putMark(control, tenantId)
      // Those of pushes that broke off are the sweep's.
      const young = (marks.get(tenantId) ?? []).filter(one => performance.now() - one.at < MARK_LIVES_SECONDS * 1000)
      marks.set(tenantId, [...young, { id, at: performance.now() }])
    },
    async changed(tenantId, seq) {
      // This copy's own readers need not wait for the news to come back.
      memory.heard(tenantId, seq)
      // They ask first: the rest need not be done before anybody sees the change.
      await setImmediate()
      await publish(control, { tenantId, seq, from }, takeMark(tenantId)).catch((error: unknown) =>
        warn(`the news of tenant ${tenantId} was not told; the sweep tells it`, error),
      )
    },
    async failed(tenantId, isSure) {
      const mark = isSure ? takeMark(tenantId) : null
      try {
        if (mark !== null) await dropMark(control, mark)
        else await sweepOne({ id: tenantId, seq: (await seqsOf(control, [tenantId])).get(tenantId) ?? 0 })
      } catch (error) {
        warn(`the mark of tenant ${tenantId} stays for the sweep`, error)
      }
    },
    async stir(tenantId) {
      memory.stir(tenantId)
      await publishStir(control, { tenantId, from })
    },
    async seqOf(tenantId) {
      if (memory.seqOf(tenantId) === undefined) {
        const first = loading.get(tenantId) ?? load(tenantId).finally(() => loading.delete(tenantId))
        loading.set(tenantId, first)
        await first
      }
      return memory.seqOf(tenantId) ?? 0
    },
    wait: async (tenantId, afterSeq, signal, ms) =>
      isLettingGo ? (memory.seqOf(tenantId) ?? 0) : memory.wait(tenantId, afterSeq, signal, ms),
    version: memory.version,
    corrected: memory.corrected,
    async start() {
      sweepLater()
      await listen()
    },
    letGo,
    isLettingGo: () => isLettingGo,
    waiting: memory.waiting,
    async close() {
      letGo()
      isClosed = true
      timers.clear(sweepTimer)
      await Promise.all([listener?.close(), sweeping])
    },
  }
}
