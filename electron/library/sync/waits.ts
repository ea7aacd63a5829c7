export interface Waits<State> {
  /** After every change of it. */
  changed(state: State): void
  /** Resolves once it is so, or the signal ends the waiting. */
  until(isThere: (state: State) => boolean, signal: AbortSignal): Promise<void>
}

/** Who waits for something (the machine, the files) to come to rest. */
export function createWaits<State>(present: () => State): Waits<State> {
  const waiting = new Set<(state: State) => void>()
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
        const look = (state: State) => {
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
