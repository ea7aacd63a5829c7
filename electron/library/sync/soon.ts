import type { Timers } from './world.ts'

/** Does the work once, so many milliseconds after the first of the calls that ask for it meanwhile. */
export function createSoon(timers: Timers, ms: number, work: () => void): () => void {
  let isComing = false
  return () => {
    if (isComing) return
    isComing = true
    timers.after(ms, () => {
      isComing = false
      work()
    })
  }
}
