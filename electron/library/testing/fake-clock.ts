import type { Clock, Random } from '#shared/domain/ids.ts'

export interface FakeClock extends Clock {
  /** Milliseconds since 1970 UTC. */
  set(now: number): void
  pass(ms: number): void
}

export const DAY_MS = 24 * 60 * 60 * 1000

/** Stands still unless it is told to go on, but for one millisecond a look: no two things happen at once. */
export function fakeClock(start = Date.UTC(2026, 0, 15, 10, 42)): FakeClock {
  let now = start
  return {
    now: () => now++,
    set(value) {
      now = value
    },
    pass(ms) {
      now += ms
    },
  }
}

/** The same bytes in every run (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
  return { bytes: count => Uint8Array.from({ length: count }, () => next() & 0xff) }
}
