import { setImmediate } from 'node:timers/promises'

const SLICE_MS = 8

/**
 * Lets the process answer others after each few milliseconds of work: call it often, it mostly returns at once. Time is the
 * machine's own here and never reaches a record.
 */
export function createPace(signal: AbortSignal): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE_MS) return
    await setImmediate()
    signal.throwIfAborted()
    since = performance.now()
  }
}

/** Seconds left by the speed so far; null until that says something. */
export function createEta(): (done: number, total: number | null) => number | null {
  const since = performance.now()
  return (done, total) => {
    const seconds = (performance.now() - since) / 1_000
    if (total === null || done === 0 || seconds < 2) return null
    return Math.ceil((seconds / done) * Math.max(0, total - done))
  }
}
