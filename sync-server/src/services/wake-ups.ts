import { setImmediate } from 'node:timers/promises'
import { isPassing } from '#server/db/passing.ts'

/** How a change wakes the devices that wait for it, on whichever server copy they do. Made in shapes/wake. */
export interface WakeUps {
  /**
   * Before a commit that may take a seq: a crash between commit and `changed` then loses no wake-up. It may run beside the work before the
   * commit, but has to be done by then.
   */
  dirty(tenantId: string): Promise<void>
  /**
   * After the commit, or after a push that came to nothing, with the greatest seq it gave or saw. Never throws: when the control
   * database cannot be told, the mark stands and the sweep tells it.
   */
  changed(tenantId: string, seq: number): Promise<void>
  /**
   * In the place of `changed`, after a transaction that threw, if its mark was put. `isSure`: nothing of it was committed, and the mark
   * goes. Else nobody can say (the connection broke in the commit): what the counter says is told at once, and the mark stays for the
   * sweep, should the database still be at it. Never throws.
   */
  failed(tenantId: string, isSure: boolean): Promise<void>
  /** The epoch or the state of the tenant changed: everybody who waits for it, on every copy, looks again. */
  stir(tenantId: string): Promise<void>
  /** Held until there is more than `afterSeq`, the signal, a stir, or `ms` milliseconds; answers the seq known then. */
  wait(tenantId: string, afterSeq: number, signal: AbortSignal, ms: number): Promise<number>
  /** The greatest seq known to be committed; asks the control database the first time, and the tenant's never. */
  seqOf(tenantId: string): Promise<number>
  /** Changes with every piece of news about the tenant: taken before its counter is read, given back to `corrected`. */
  version(tenantId: string): number
  /** What the tenant's own counter said. It may be less than was known: then the database was put back. */
  corrected(tenantId: string, seq: number, version: number): void
  /** Begins to listen and to sweep. */
  start(): Promise<void>
  /** The server stops: every wait ends, and there are no new ones. */
  letGo(): void
  isLettingGo(): boolean
  /** How many waits are held. */
  waiting(): number
  close(): Promise<void>
}

/**
 * Does what may take a seq between the mark and the news. `work` awaits `marked` before it commits, and answers the greatest seq it gave or
 * saw. Throws what `work` throws.
 */
export async function announced<T extends { readonly seq: number }>(
  wake: Pick<WakeUps, 'dirty' | 'changed' | 'failed'>,
  tenantId: string,
  work: (marked: Promise<void>) => Promise<T>,
): Promise<T> {
  // A turn later: the work asks its own database first, for it takes longer and others wait for it.
  const marked = setImmediate().then(() => wake.dirty(tenantId))
  // Told by the work, if it comes so far.
  const isMarked = marked.then(
    () => true,
    () => false,
  )
  let done: T
  try {
    done = await work(marked)
  } catch (error) {
    // Marks of one tenant are alike: one that was not put must not take away that of another push in hand.
    if (await isMarked) await wake.failed(tenantId, !isPassing(error))
    throw error
  }
  await isMarked
  await wake.changed(tenantId, done.seq)
  return done
}
