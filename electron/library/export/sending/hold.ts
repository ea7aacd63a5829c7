/** How she holds a sending: looked at before each file, never within one. */
export interface Hold {
  pause(): void
  goOn(): void
  /** For good: what waits at the gate is let through to end. */
  stop(): void
  readonly isPaused: boolean
  /** Aborts when she stops it: for what waits on the world and not at the gate. */
  readonly stopped: AbortSignal
  /**
   * Passes at once, or when she goes on. @param waiting called when it has to wait
   * @returns false when she stopped it, or `signal` ended everything
   */
  gate(signal: AbortSignal, waiting: () => void): Promise<boolean>
}

export function createHold(): Hold {
  const stopper = new AbortController()
  let paused: PromiseWithResolvers<void> | null = null

  function release(): void {
    paused?.resolve()
    paused = null
  }

  return {
    pause() {
      if (!stopper.signal.aborted) paused ??= Promise.withResolvers()
    },
    goOn: release,
    stop() {
      stopper.abort()
      release()
    },
    get isPaused() {
      return paused !== null
    },
    stopped: stopper.signal,
    async gate(signal, waiting) {
      if (paused !== null && !signal.aborted) {
        waiting()
        signal.addEventListener('abort', release, { once: true })
        await paused.promise
        signal.removeEventListener('abort', release)
      }
      return !stopper.signal.aborted && !signal.aborted
    },
  }
}
