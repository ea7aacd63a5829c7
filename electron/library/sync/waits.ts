import type { SyncState } from './state.ts'

export interface Waits {
  /** After every event of the machine. */
  changed(state: SyncState): void
  /** Resolves once the machine is so, or the signal ends the waiting. */
  until(isThere: (state: SyncState) => boolean, signal: AbortSignal): Promise<void>
}

/** Who waits for the machine to come to rest. */
export function createWaits(present: () => SyncState): Waits {
  const waiting = new Set<(state: SyncState) => void>()
  return {
    changed(state) {
      for (const look of waiting) look(state)
    },
    until(isThere, signal) {
      return new Promise(resolve => {
        const done = () => {
          waiting.delete(look)
          signal.removeEventListener('abort', done)
          resolve()
        }
        const look = (state: SyncState) => {
          if (isThere(state)) done()
        }
        waiting.add(look)
        if (signal.aborted) return done()
        signal.addEventListener('abort', done)
        look(present())
      })
    },
  }
}
