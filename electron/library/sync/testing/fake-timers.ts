import type { Timers } from '../world.ts'

export interface FakeTimers extends Timers {
  /** Rings what is due within so many milliseconds, in its order, and lets what follows happen. */
  pass(ms: number): Promise<void>
  /** Milliseconds until each that is set rings. */
  waits(): number[]
}

/** Time that stands still unless it is told to go on. */
export function fakeTimers(): FakeTimers {
  let now = 0
  let count = 0
  const set = new Map<number, { readonly at: number; readonly work: () => void }>()
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await new Promise<void>(resolve => setImmediate(resolve))
  }
  return {
    monotonic: () => now,
    after(ms, work) {
      const id = ++count
      set.set(id, { at: now + ms, work })
      return () => void set.delete(id)
    },
    waits: () => [...set.values()].map(({ at }) => at - now).sort((a, b) => a - b),
    async pass(ms) {
      const end = now + ms
      for (;;) {
        await settle()
        const [id, next] = [...set].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0] ?? []
        if (id === undefined || next === undefined) break
        set.delete(id)
        now = next.at
        next.work()
      }
      now = end
      await settle()
    },
  }
}
