import type { Clock } from '#shared/domain/ids.ts'
import type { SyncWorld } from './world.ts'

/** How often the line, the battery and the clock are looked at. */
const LOOK_EVERY_MS = 15_000
/** So much more time than that between two looks, and the computer slept. */
const SLEPT_MS = 15_000

export interface Lookout {
  start(): void
  stop(): void
}

export interface LookoutParts {
  readonly world: Pick<SyncWorld, 'timers' | 'networkMark'>
  readonly clock: Clock
  /** The computer woke or has another network: what waits is tried at once. */
  woke(): void
  /** At every look. */
  looked(): void
}

/** Watches over what no event tells: sleep, another network, the battery. */
export function createLookout({ world, clock, woke, looked }: LookoutParts): Lookout {
  const { timers } = world
  let stop = () => {}

  function look(lastAt: number, lastMark: string): void {
    const before = timers.monotonic()
    stop = timers.after(LOOK_EVERY_MS, () => {
      const now = clock.now()
      const mark = world.networkMark()
      const slept = Math.max(now - lastAt, timers.monotonic() - before) - LOOK_EVERY_MS > SLEPT_MS
      if (slept || (mark !== lastMark && mark !== '')) woke()
      looked()
      look(now, mark)
    })
  }

  return {
    start() {
      stop()
      look(clock.now(), world.networkMark())
    },
    stop: () => stop(),
  }
}
