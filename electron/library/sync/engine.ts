import type { Random } from '#shared/domain/ids.ts'
import type { Logger } from '../context.ts'
import type { Checked } from './check.ts'
import { CloudError } from './cloud/cloud-error.ts'
import type { Pull } from './pull.ts'
import type { Pushed } from './push.ts'
import {
  type Effect,
  type Facts,
  isOn,
  START,
  step,
  type SyncEvent,
  type SyncState,
  type TimerName,
  type Wait,
} from './state.ts'
import type { Timers } from './world.ts'

const BACK_OFF_FIRST_MS = 1_000
const BACK_OFF_MOST_MS = 60_000

/** What the machine has done for it. Each lane tells its end by itself, or is stopped. */
export interface Lanes {
  facts(): Facts
  openPull(tell: (event: SyncEvent) => void): Pull
  /** Rejects with CloudError. */
  push(doubts: boolean, signal: AbortSignal): Promise<Pushed>
  /** Rejects with CloudError. */
  check(signal: AbortSignal): Promise<Checked>
  /** Whether something waits again that was held. */
  freeHeld(): boolean
  /** After every event. */
  changed(state: SyncState, event: SyncEvent): void
}

export interface Engine {
  state(): SyncState
  tell(event: SyncEvent): void
}

/** Runs the machine of state.ts: one event after the other, its effects outside of it. */
export function createEngine(
  lanes: Lanes,
  { timers, random, log }: { readonly timers: Timers; readonly random: Random; readonly log: Logger },
): Engine {
  let state = START
  const events: SyncEvent[] = []
  let isRunning = false
  const ringing = new Map<TimerName, () => void>()
  let pull: Pull | null = null
  let push: AbortController | null = null
  let check: AbortController | null = null

  function tell(event: SyncEvent): void {
    events.push(event)
    // An effect that tells something at once is heard after the effects of the event it came from.
    if (isRunning) return
    isRunning = true
    try {
      for (let next = events.shift(); next; next = events.shift()) {
        const taken = step(state, next)
        state = taken.state
        for (const effect of taken.effects) run(effect)
        try {
          lanes.changed(state, next)
        } catch (error) {
          // What is told of it may not be written down (the disk is full); that ends nothing.
          log.warn({ error }, 'how backing up stands could not be told')
        }
      }
    } finally {
      isRunning = false
    }
  }

  function run(effect: Effect): void {
    switch (effect.do) {
      case 'open-pull':
        pull?.close()
        pull = openPull()
        return
      case 'close-pull':
        pull?.close()
        pull = null
        return
      case 'send':
        push?.abort()
        push = new AbortController()
        void send(effect.doubts, push.signal)
        return
      case 'stop-sending':
        push?.abort()
        push = null
        return
      case 'check':
        check?.abort()
        check = new AbortController()
        void compare(check.signal)
        return
      case 'stop-checking':
        check?.abort()
        check = null
        return
      case 'free-held':
        if (freeHeld()) tell({ type: 'changed', at: timers.monotonic() })
        return
      case 'set-timer':
        ringing.get(effect.name)?.()
        ringing.set(
          effect.name,
          timers.after(delay(effect.after), () => {
            ringing.delete(effect.name)
            tell({ type: 'timer', name: effect.name })
          }),
        )
        return
      case 'stop-timer':
        ringing.get(effect.name)?.()
        ringing.delete(effect.name)
        return
      default:
        effect satisfies never
    }
  }

  /** A disk that takes nothing keeps them held; the timer looks again. */
  function freeHeld(): boolean {
    try {
      return lanes.freeHeld()
    } catch (error) {
      log.warn({ error }, 'what the cloud did not take could not be let go again')
      return false
    }
  }

  /** Full jitter: many computers that lost the same server do not come back at the same moment. */
  function delay(wait: Wait): number {
    if ('ms' in wait) return wait.ms
    const most = Math.min(BACK_OFF_MOST_MS, BACK_OFF_FIRST_MS * 2 ** Math.min(wait.attempt - 1, 16))
    const [a = 0, b = 0] = random.bytes(2)
    return Math.max(wait.atLeastMs, (most * (a * 256 + b)) / 65_536)
  }

  function openPull(): Pull | null {
    try {
      return lanes.openPull(tell)
    } catch (error) {
      tell({ type: 'pull-ended', ...why(error, 'the feed could not be opened') })
      return null
    }
  }

  async function send(doubts: boolean, signal: AbortSignal): Promise<void> {
    let event: SyncEvent
    try {
      const { readAgain } = await lanes.push(doubts, signal)
      event = { type: readAgain ? 'read-again' : 'push-done', ...lanes.facts() }
    } catch (error) {
      if (signal.aborted) return
      event = { type: 'push-failed', ...why(error, 'sending changes did not work') }
    }
    if (!signal.aborted) tell(event)
  }

  async function compare(signal: AbortSignal): Promise<void> {
    let event: SyncEvent
    try {
      const checked = await lanes.check(signal)
      if (checked === 'read-again') event = { type: 'read-again', ...lanes.facts() }
      else event = { type: checked === 'not-now' ? 'check-failed' : 'check-done' }
    } catch (error) {
      if (signal.aborted) return
      why(error, 'comparing with the cloud did not work')
      event = { type: 'check-failed' }
    }
    if (!signal.aborted) tell(event)
  }

  function why(
    error: unknown,
    message: string,
  ): Pick<Extract<SyncEvent, { type: 'push-failed' }>, 'why' | 'atLeastMs'> {
    if (error instanceof CloudError) {
      log.info({ code: error.code, status: error.status }, message)
      return { why: error.why, atLeastMs: error.atLeastMs }
    }
    log.warn({ error }, message)
    return { why: isDiskFull(error) ? 'disk-full' : 'broken' }
  }

  return { state: () => state, tell }
}

/** As the database tells it (db/handles.ts), or SQLite itself. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'disk-full' || error.code === 'SQLITE_FULL')
}

/** Everything this state could do now is done: up to date, and nothing is on its way. */
export function isSettled(state: SyncState): boolean {
  if (!isOn(state)) return true
  return state.pull === 'live' && state.push === 'idle' && !state.waits
}

/** It waits for a timer because something did not work. */
export function isStuck({ pull, push }: SyncState): boolean {
  return pull === 'waiting' || push === 'waiting'
}
