/** How far each quilter's log goes, as this server copy knows it, and who waits for more. No database, no clock but the timers given. */

export interface Timers {
  set(work: () => void, ms: number): unknown
  clear(timer: unknown): void
}

export const realTimers: Timers = {
  set: (work, ms) => setTimeout(work, ms),
  clear: timer => clearTimeout(timer as NodeJS.Timeout),
}

export interface SeqMemory {
  /** Undefined when nothing is known of this tenant yet, or what was known is in doubt. */
  seqOf(tenantId: string): number | undefined
  /** What was true a moment ago: never lowers, wakes whoever waits for less. */
  raised(tenantId: string, seq: number): void
  /**
   * News of a commit. One below what is known is either late or of a database that was put back: then nothing is known any more, and
   * everybody who waits looks again.
   */
  heard(tenantId: string, seq: number): void
  /** Changes with every piece of news about this tenant: taken before reading the database, given back to `corrected`. */
  version(tenantId: string): number
  /**
   * What the database itself says, even when it is less (a database put back): otherwise every poll would be woken for rows that are
   * not there. Does nothing but raise when news came since `version` was taken, for the reading may be older than the news.
   */
  corrected(tenantId: string, seq: number, version: number): void
  /** Everybody waiting for this tenant looks again: its epoch or state changed. Without a tenant: everybody at all. */
  stir(tenantId?: string): void
  /**
   * Resolves with what is known when that is more than `after`, when stirred, aborted, or after `ms` milliseconds, whichever comes first.
   */
  wait(tenantId: string, after: number, signal: AbortSignal, ms: number): Promise<number>
  /** Whether the tenant's own database has to be asked, for a lower number was heard than was known. */
  isInDoubt(tenantId: string): boolean
  /** How many wait. */
  waiting(): number
  /** Tenants anything is known of. */
  known(): string[]
}

interface Waiter {
  readonly after: number
  readonly end: () => void
}

interface Entry {
  seq: number | undefined
  isInDoubt: boolean
  version: number
  readonly waiters: Set<Waiter>
}

export function createSeqMemory(timers: Timers = realTimers): SeqMemory {
  const entries = new Map<string, Entry>()
  const entryOf = (tenantId: string): Entry => {
    const known = entries.get(tenantId)
    if (known) return known
    const fresh: Entry = { seq: undefined, isInDoubt: false, version: 0, waiters: new Set() }
    entries.set(tenantId, fresh)
    return fresh
  }
  const wake = (entry: Entry, who: (waiter: Waiter) => boolean) => {
    for (const waiter of entry.waiters) if (who(waiter)) waiter.end()
  }

  function raised(tenantId: string, seq: number): void {
    const entry = entryOf(tenantId)
    if (entry.isInDoubt) return
    entry.version += 1
    if (entry.seq === undefined || seq > entry.seq) entry.seq = seq
    wake(entry, waiter => waiter.after < seq)
  }

  function heard(tenantId: string, seq: number): void {
    const entry = entryOf(tenantId)
    if (entry.seq === undefined || seq >= entry.seq) return raised(tenantId, seq)
    entry.version += 1
    entry.seq = undefined
    entry.isInDoubt = true
    wake(entry, () => true)
  }

  return {
    seqOf: tenantId => entries.get(tenantId)?.seq,
    raised,
    heard,
    isInDoubt: tenantId => entries.get(tenantId)?.isInDoubt ?? false,
    version: tenantId => entryOf(tenantId).version,
    corrected(tenantId, seq, version) {
      const entry = entryOf(tenantId)
      if (entry.version !== version) {
        // What came meanwhile may be newer than the reading; in doubt, the next one looks once more.
        raised(tenantId, seq)
        return
      }
      entry.seq = seq
      entry.isInDoubt = false
      wake(entry, waiter => waiter.after < seq)
    },
    stir(tenantId) {
      for (const [id, entry] of entries) if (tenantId === undefined || id === tenantId) wake(entry, () => true)
    },
    wait(tenantId, after, signal, ms) {
      const entry = entryOf(tenantId)
      if (signal.aborted || (entry.seq ?? 0) > after) return Promise.resolve(entry.seq ?? 0)
      return new Promise(resolve => {
        const end = () => {
          entry.waiters.delete(waiter)
          timers.clear(timer)
          signal.removeEventListener('abort', end)
          resolve(entry.seq ?? 0)
        }
        const waiter: Waiter = { after, end }
        const timer = timers.set(end, ms)
        signal.addEventListener('abort', end)
        entry.waiters.add(waiter)
      })
    },
    waiting: () => [...entries.values()].reduce((sum, entry) => sum + entry.waiters.size, 0),
    known: () => [...entries].filter(([, entry]) => entry.seq !== undefined).map(([id]) => id),
  }
}
