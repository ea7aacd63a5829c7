/** Passes on the first value at once and then the newest one at most every `everyMs`; what is held back is never older than that. */
export interface Throttle<T> {
  offer(value: T): void
  /** Passes on what is held back, so that the last word is always said. Nothing is passed on afterwards. */
  finish(): void
}

export function createThrottle<T>(everyMs: number, pass: (value: T) => void): Throttle<T> {
  let held: { value: T } | null = null
  let timer: unknown = null
  let finished = false

  function flush(): void {
    timer = null
    if (held === null) return
    const { value } = held
    held = null
    timer = setTimeout(flush, everyMs)
    pass(value)
  }

  return {
    offer(value) {
      if (finished) return
      held = { value }
      if (timer === null) flush()
    },
    finish() {
      if (timer !== null) clearTimeout(timer)
      if (held !== null && !finished) pass(held.value)
      held = null
      finished = true
    },
  }
}
