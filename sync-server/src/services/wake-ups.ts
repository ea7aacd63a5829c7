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
