/** How a change wakes the devices that wait for it. */
import { EventEmitter, once } from 'node:events'

export interface WakeUps {
  /** Before a commit that may take a seq: a crash between commit and `changed` then loses no wake-up. */
  dirty(tenantId: string): Promise<void>
  /** After the commit. */
  changed(tenantId: string, seq: number): Promise<void>
  /** Resolves with the tenant's seq as soon as it is greater than `afterSeq`, or after `ms`, or when `signal` ends it. */
  wait(tenantId: string, afterSeq: number, signal: AbortSignal, ms: number): Promise<number>
  /** The greatest seq known to be committed. */
  seqOf(tenantId: string): Promise<number>
  start(): Promise<void>
  close(): Promise<void>
}

/** Wake-ups within this process alone. */
export function createLocalWakeUps(): WakeUps {
  const seqs = new Map<string, number>()
  const bell = new EventEmitter().setMaxListeners(0)
  const seqOf = (id: string): number => seqs.get(id) ?? 0
  return {
    dirty: () => Promise.resolve(),
    async changed(id, seq) {
      seqs.set(id, Math.max(seqOf(id), seq))
      bell.emit(id)
    },
    async wait(id, afterSeq, signal, ms) {
      const end = AbortSignal.any([signal, AbortSignal.timeout(ms)])
      while (seqOf(id) <= afterSeq && !end.aborted) await once(bell, id, { signal: end }).catch(() => {})
      return seqOf(id)
    },
    seqOf: id => Promise.resolve(seqOf(id)),
    start: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}
