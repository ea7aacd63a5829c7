import type { Logger } from '../context.ts'
import type { Attention } from './attention.ts'
import { type Engine, isSettled, isStuck } from './engine.ts'
import type { FileState, FileSync } from './files/file-sync.ts'
import type { SyncStore } from './store/store.ts'
import type { SyncState } from './state.ts'
import type { Waits } from './waits.ts'
import type { Timers } from './world.ts'

/** What was done since the library was opened. */
export interface Tally {
  readonly pushed: number
  readonly pulled: number
  readonly filesUp: number
  readonly filesDown: number
}

export interface OnDemand {
  /** Looks at once; resolves when it is up to date or cannot go on. */
  now(signal: AbortSignal): Promise<Tally & { readonly waiting: number; readonly seconds: number }>
  /**
   * For a program that runs for one errand and ends: what it made goes up now, if somebody is signed in and nothing holds it back. Asks
   * nobody where nothing was made. Resolves when it is up, cannot go on, or on `signal`; never rejects.
   */
  backUpErrand(signal: AbortSignal): Promise<void>
  /** What was typed a moment ago goes before the library closes; a server that is away is not waited for. */
  lastPush(): Promise<void>
}

export interface OnDemandParts {
  readonly engine: Engine
  readonly waits: Waits<SyncState>
  readonly fileWaits: Waits<FileState>
  readonly files: FileSync
  readonly store: SyncStore
  readonly attention: Attention
  readonly timers: Timers
  readonly log: Logger
  tally(): Tally
  /** Begins to speak with the cloud, or does so again at once. */
  begin(): void
  /** Somebody is signed in, and files are carried. */
  isCarrying(): boolean
  /** Somebody is signed in, it is not paused, and something was made since the library was opened. */
  isErrandDone(): boolean
}

/** How long closing waits for what is not backed up yet. */
const CLOSE_MOST_MS = 2_000

/** What somebody waits for: the button "Back up now", a command line, the end of the program. */
export function createOnDemand(parts: OnDemandParts): OnDemand {
  const { engine, waits, fileWaits, files, store, attention, timers, log, tally } = parts

  /** Until the machine has done what it can, or has to wait. */
  async function look(signal: AbortSignal): Promise<void> {
    parts.begin()
    await waits.until(state => isSettled(state) || isStuck(state), signal)
  }

  return {
    async now(signal) {
      const began = timers.monotonic()
      const before = tally()
      await look(signal)
      if (parts.isCarrying() && !signal.aborted) {
        files.hurry()
        await Promise.race([files.idle(), aborted(signal)])
      }
      if (parts.isCarrying() && isSettled(engine.state())) await Promise.race([attention.refresh(), aborted(signal)])
      const after = tally()
      return {
        pushed: after.pushed - before.pushed,
        pulled: after.pulled - before.pulled,
        filesUp: after.filesUp - before.filesUp,
        filesDown: after.filesDown - before.filesDown,
        waiting: store.waiting() + files.state().waiting.files,
        seconds: Math.round((timers.monotonic() - began) / 10) / 100,
      }
    },
    async backUpErrand(signal) {
      try {
        if (!parts.isErrandDone() || (!store.isAnythingToSend() && files.state().waiting.files === 0)) return
        await look(signal)
        if (parts.isCarrying() && !signal.aborted) {
          files.hurry()
          // Those that are to come are another time's.
          await Promise.race([files.idle(), fileWaits.until(({ waiting }) => waiting.files === 0, signal)])
        }
        // Closing would wait a little longer for what did not get through.
        if (signal.aborted) engine.tell({ type: 'close' })
      } catch (error) {
        log.info({ error }, 'what was made here goes up another time')
      }
    },
    async lastPush() {
      const { push, dueSince } = engine.state()
      if (push !== 'due' && push !== 'sending' && dueSince === null) return
      const limit = new AbortController()
      const stop = timers.after(CLOSE_MOST_MS, () => limit.abort())
      if (push === 'due') engine.tell({ type: 'timer', name: 'push' })
      await waits.until(state => state.push === 'idle' || state.push === 'waiting', limit.signal)
      stop()
    },
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
}
