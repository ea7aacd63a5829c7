/** What the engine meets of the world. Everything comes in here, so that tests hold time, dice and network. */
import type { Random } from '#shared/domain/ids.ts'
import type { TokenKeeper } from './auth/keeper.ts'

export interface Timers {
  /** Calls once, after so many milliseconds. Answers the function that takes it back. Never keeps a process alive. */
  after(ms: number, work: () => void): () => void
  /** Milliseconds of a clock that never goes back and is never set. */
  monotonic(): number
}

/** What the computer knows of its line and its battery; null: it does not know. */
export interface Power {
  isMetered(): Promise<boolean | null>
  isOnBattery(): Promise<boolean | null>
}

export interface SyncWorld {
  readonly fetch: typeof fetch
  readonly timers: Timers
  readonly random: Random
  readonly power: Power
  /** Changes when the computer's network does. */
  networkMark(): string
  /** What she would call this computer, and what it runs. */
  readonly computer: { readonly name: string; readonly platform: string }
  /** The program's; what a cloud refused is tried again by another one. */
  readonly version: string
}

/** Real timers; they end with the process and never hold it. */
export const systemTimers: Timers = {
  after(ms, work) {
    const timer = setTimeout(work, ms).unref()
    return () => clearTimeout(timer)
  },
  monotonic: () => performance.now(),
}

/** Neither metered nor on battery. */
export const unknownPower: Power = { isMetered: async () => null, isOnBattery: async () => null }

/** For who has no place of its own: signed in until the process ends. */
export function memoryKeeper(): TokenKeeper {
  let kept: string | null = null
  return {
    read: async () => kept,
    async write(token) {
      kept = token
    },
  }
}

/** For a library that speaks with nobody: tests of everything else, and benches. */
export function offlineWorld(random: Random): SyncWorld {
  return {
    fetch: () => Promise.reject(new TypeError('this library speaks with nobody')),
    timers: systemTimers,
    random,
    power: unknownPower,
    networkMark: () => '',
    computer: { name: 'computer', platform: 'none' },
    version: '0',
  }
}
