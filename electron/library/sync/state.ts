/** The written state machine of SPEC.md: what happens, and what is to be done about it. Pure: no clock, no dice, no network. */

/** Why something did not work. `refused`: the cloud does not take this sign-in any more; only she can mend that. */
export const REASONS = ['network', 'server', 'disk-full', 'broken', 'refused'] as const
export type Reason = (typeof REASONS)[number]

export interface Facts {
  /** The present epoch was read to its end once: nothing is sent before. */
  readonly mayPush: boolean
  /** Entries wait that are not held. */
  readonly waits: boolean
}

export type SyncEvent =
  /** The library was opened, or somebody signed in. */
  | ({ readonly type: 'signed-in' } & Facts)
  | { readonly type: 'signed-out' }
  /** She paused, or a connection began to cost; null: nothing holds it back any more. */
  | { readonly type: 'hold'; readonly by: 'you' | 'metered' | null }
  /** Something was typed here. `at`: milliseconds of a clock that never goes back. */
  | { readonly type: 'changed'; readonly at: number }
  /** The computer woke, the network came back, or she asked. `isNewLine`: what is under way goes over a line that is no more. */
  | { readonly type: 'wake'; readonly isNewLine: boolean }
  /** Bytes of the feed arrived. */
  | { readonly type: 'alive' }
  | ({ readonly type: 'batch'; readonly isUpToDate: boolean } & Facts)
  | { readonly type: 'pull-ended'; readonly why: Reason; readonly atLeastMs?: number | undefined }
  | ({ readonly type: 'push-done' } & Facts)
  | { readonly type: 'push-failed'; readonly why: Reason; readonly atLeastMs?: number | undefined }
  /** The stored place in the feed is another one: another epoch, or a digest that differs. */
  | ({ readonly type: 'read-again' } & Facts)
  | { readonly type: 'check-done' }
  | { readonly type: 'check-failed' }
  | { readonly type: 'timer'; readonly name: TimerName }
  | { readonly type: 'close' }

export const TIMERS = ['pull', 'push', 'check', 'held', 'sign-in'] as const
export type TimerName = (typeof TIMERS)[number]

export type Effect =
  /** A new stream from the stored place; one that is open is given up. */
  | { readonly do: 'open-pull' }
  | { readonly do: 'close-pull' }
  /** `doubts`: the same entries were cut off again and again while the feed works; one of them may be what ends the server. */
  | { readonly do: 'send'; readonly doubts: boolean }
  | { readonly do: 'stop-sending' }
  | { readonly do: 'check' }
  | { readonly do: 'stop-checking' }
  /** Failed entries that have waited a day are let go again. */
  | { readonly do: 'free-held' }
  /** Rings once, in the place of an earlier one of the same name. `attempt`: back-off with full jitter instead of an exact time. */
  | { readonly do: 'set-timer'; readonly name: TimerName; readonly after: Wait }
  | { readonly do: 'stop-timer'; readonly name: TimerName }

export type Wait = { readonly ms: number } | { readonly attempt: number; readonly atLeastMs: number }

export interface SyncState {
  readonly who: 'nobody' | 'signed-in' | 'refused'
  readonly heldBy: 'you' | 'metered' | null
  readonly isClosed: boolean
  readonly mayPush: boolean
  /** Entries may wait that the request under way does not hold. */
  readonly waits: boolean
  readonly pull: 'off' | 'reading' | 'live' | 'waiting'
  /** How often in a row it ended. */
  readonly pullAttempt: number
  readonly push: 'idle' | 'due' | 'sending' | 'waiting'
  readonly pushAttempt: number
  /** When the first change of those that wait for the debounce was made; null: none waits. */
  readonly dueSince: number | null
  readonly check: 'off' | 'due' | 'checking' | 'rested' | 'waiting'
  /** What ended last without having worked since. */
  readonly why: Reason | null
}

export const START: SyncState = {
  who: 'nobody',
  heldBy: null,
  isClosed: false,
  mayPush: false,
  waits: false,
  pull: 'off',
  pullAttempt: 0,
  push: 'idle',
  pushAttempt: 0,
  dueSince: null,
  check: 'off',
  why: null,
}

export const DEBOUNCE_MS = 300
export const DEBOUNCE_MOST_MS = 2_000
/** Nothing of the feed for this long: the stream hangs. The server answers every 20 s. */
export const SILENCE_MS = 90_000
/** Longer than the time a request is given (http.ts). */
export const SENDING_MOST_MS = 180_000
export const CHECK_EVERY_MS = 24 * 60 * 60 * 1000
export const CHECK_AGAIN_MS = 10 * 60 * 1000
export const FREE_HELD_EVERY_MS = 60 * 60 * 1000
export const SIGN_IN_AGAIN_MS = 60 * 60 * 1000
export const DISK_FULL_MS = 60_000
/** Cut off this often in a row while the feed works, a push doubts its records one by one. */
export const DOUBTS_AFTER = 3

export interface Step {
  readonly state: SyncState
  readonly effects: readonly Effect[]
}

/** Whether it may speak with the cloud at all. */
export function isOn(state: SyncState): boolean {
  return state.who === 'signed-in' && state.heldBy === null && !state.isClosed
}

/** What follows from an event. Events of what is not going on change nothing. */
export function step(state: SyncState, event: SyncEvent): Step {
  if (state.isClosed) return still(state)
  switch (event.type) {
    case 'signed-in':
      return begin({ ...state, who: 'signed-in', mayPush: event.mayPush, waits: event.waits, why: null })
    case 'signed-out':
      return end({ ...state, who: 'nobody', waits: false, why: null })
    case 'hold':
      return hold(state, event.by)
    case 'changed':
      return changed(state, event.at)
    case 'wake':
      return isOn(state) ? wake(state, event.isNewLine) : still(state)
    case 'alive':
      return isPulling(state) ? { state, effects: [watch('pull', SILENCE_MS)] } : still(state)
    case 'batch':
      return isPulling(state) ? batch(state, event) : still(state)
    case 'pull-ended':
      return isPulling(state) ? pullEnded(state, event.why, event.atLeastMs) : still(state)
    case 'push-done':
      return state.push === 'sending' ? pushDone(state, event) : still(state)
    case 'push-failed':
      return state.push === 'sending' ? pushFailed(state, event.why, event.atLeastMs) : still(state)
    case 'read-again':
      return isOn(state) ? readAgain(state, event) : still(state)
    case 'check-done':
      return rest(state, 'rested', CHECK_EVERY_MS)
    case 'check-failed':
      return rest(state, 'waiting', CHECK_AGAIN_MS)
    case 'timer':
      return rang(state, event.name)
    case 'close':
      return end({ ...state, isClosed: true })
    default:
      return event satisfies never
  }
}

function still(state: SyncState): Step {
  return { state, effects: [] }
}

function isPulling({ pull }: SyncState): boolean {
  return pull === 'reading' || pull === 'live'
}

const watch = (name: TimerName, ms: number): Effect => ({ do: 'set-timer', name, after: { ms } })

/** Everything anew from what is stored: reads, sends what waits, and forgets how often it failed. */
function begin(state: SyncState): Step {
  if (!isOn(state)) return end(state)
  const opened: SyncState = {
    ...state,
    pull: 'reading',
    pullAttempt: 0,
    pushAttempt: 0,
    check: state.check === 'off' ? 'due' : state.check,
  }
  const effects: Effect[] = [
    { do: 'stop-timer', name: 'sign-in' },
    { do: 'open-pull' },
    watch('pull', SILENCE_MS),
    // Now and not in an hour: many a computer never runs for so long, or sleeps in between.
    { do: 'free-held' },
    watch('held', FREE_HELD_EVERY_MS),
  ]
  return then({ state: opened, effects }, sendNow)
}

/** A request from before the sleep would be waited for until it is given up: it is given up now, and sent again. */
function wake(state: SyncState, isNewLine: boolean): Step {
  if (!isNewLine || state.push !== 'sending') return begin(state)
  const givenUp: SyncState = { ...state, push: 'idle', waits: true }
  return then({ state: givenUp, effects: [{ do: 'stop-sending' }] }, begin)
}

/** Nothing goes on, nothing is scheduled but, when the sign-in was refused, another try with it. */
function end(state: SyncState): Step {
  const stopped: SyncState = { ...state, pull: 'off', push: 'idle', dueSince: null, check: 'off' }
  const asks = state.who === 'refused' && state.heldBy === null && !state.isClosed
  return {
    state: stopped,
    effects: [
      { do: 'close-pull' },
      { do: 'stop-sending' },
      { do: 'stop-checking' },
      ...TIMERS.filter(name => !(asks && name === 'sign-in')).map(name => ({ do: 'stop-timer', name }) as const),
      ...(asks ? [watch('sign-in', SIGN_IN_AGAIN_MS)] : []),
    ],
  }
}

/** Sends what waits if it may and nothing is under way; a request under way is followed by the next. */
function sendNow(state: SyncState): Step {
  if (!isOn(state) || state.push === 'sending') return still(state)
  if (!state.waits || !state.mayPush) {
    const idle: SyncState = { ...state, push: 'idle', dueSince: null }
    return { state: idle, effects: [{ do: 'stop-timer', name: 'push' }] }
  }
  return {
    state: { ...state, push: 'sending', dueSince: null, waits: false },
    effects: [
      { do: 'send', doubts: state.pushAttempt >= DOUBTS_AFTER && state.pull === 'live' },
      watch('push', SENDING_MOST_MS),
    ],
  }
}

function then(first: Step, next: (state: SyncState) => Step): Step {
  const second = next(first.state)
  return { state: second.state, effects: [...first.effects, ...second.effects] }
}

function hold(state: SyncState, by: SyncState['heldBy']): Step {
  if (by === state.heldBy) return still(state)
  const wasHeld = state.heldBy !== null
  const held = { ...state, heldBy: by }
  if (by !== null) return wasHeld ? still(held) : end({ ...held, waits: state.waits || state.push === 'sending' })
  return state.who === 'signed-in' ? begin(held) : end(held)
}

function changed(state: SyncState, at: number): Step {
  if (state.who === 'nobody') return still(state)
  const waiting: SyncState = { ...state, waits: true }
  if (!isOn(state) || !state.mayPush || state.push === 'sending' || state.push === 'waiting') return still(waiting)
  const since = state.dueSince ?? at
  const ms = Math.max(0, Math.min(DEBOUNCE_MS, since + DEBOUNCE_MOST_MS - at))
  return { state: { ...waiting, push: 'due', dueSince: since }, effects: [watch('push', ms)] }
}

function batch(state: SyncState, { isUpToDate, mayPush, waits }: Facts & { readonly isUpToDate: boolean }): Step {
  const isFirst = isUpToDate && state.pull === 'reading'
  const read: SyncState = {
    ...state,
    mayPush,
    waits: state.waits || waits,
    pull: isUpToDate ? 'live' : state.pull,
    // Forgotten only when a stream has answered after it was up to date: one that always breaks there is waited for longer and longer.
    pullAttempt: isUpToDate && !isFirst ? 0 : state.pullAttempt,
    why: state.push === 'waiting' ? state.why : null,
  }
  const alive: Step = { state: read, effects: [watch('pull', SILENCE_MS)] }
  // What waits for a network is sent as soon as there is one; otherwise its own timer says when.
  const isDue = read.push === 'idle' || (read.push === 'waiting' && isFirst && state.why === 'network')
  const sent = isDue && read.waits ? then(alive, sendNow) : alive
  return isUpToDate ? then(sent, checkIfDue) : sent
}

function pullEnded(state: SyncState, why: Reason, atLeastMs = 0): Step {
  if (why === 'refused') return end({ ...state, who: 'refused', waits: true, why })
  const attempt = state.pullAttempt + 1
  const checking = state.check === 'checking'
  return {
    state: { ...state, pull: 'waiting', pullAttempt: attempt, why, check: checking ? 'due' : state.check },
    effects: [
      { do: 'close-pull' },
      ...(checking ? [{ do: 'stop-checking' } as const, { do: 'stop-timer', name: 'check' } as const] : []),
      { do: 'set-timer', name: 'pull', after: waitFor(why, attempt, atLeastMs) },
    ],
  }
}

function pushDone(state: SyncState, { mayPush, waits }: Facts): Step {
  const done: SyncState = {
    ...state,
    push: 'idle',
    pushAttempt: 0,
    mayPush,
    waits: state.waits || waits,
    why: state.pull === 'waiting' ? state.why : null,
  }
  // Not compared yet: what was sent comes back with the feed first.
  return then({ state: done, effects: [{ do: 'stop-timer', name: 'push' }] }, after =>
    after.waits ? sendNow(after) : still(after),
  )
}

function pushFailed(state: SyncState, why: Reason, atLeastMs = 0): Step {
  if (why === 'refused') return end({ ...state, who: 'refused', waits: true, why })
  const attempt = state.pushAttempt + 1
  return {
    state: { ...state, push: 'waiting', pushAttempt: attempt, waits: true, why },
    effects: [{ do: 'stop-sending' }, { do: 'set-timer', name: 'push', after: waitFor(why, attempt, atLeastMs) }],
  }
}

function waitFor(why: Reason, attempt: number, atLeastMs: number): Wait {
  return why === 'disk-full' ? { ms: DISK_FULL_MS } : { attempt, atLeastMs }
}

/** A reading from the start. The first begins at once; one that follows on another is waited for, so that they cannot chase each other. */
function readAgain(state: SyncState, { mayPush, waits }: Facts): Step {
  const attempt = state.pullAttempt + 1
  const isFirst = state.pullAttempt === 0
  const again: SyncState = {
    ...state,
    mayPush,
    waits: state.waits || waits || state.push === 'sending',
    push: 'idle',
    dueSince: null,
    check: 'due',
    pull: isFirst ? 'reading' : 'waiting',
    pullAttempt: attempt,
  }
  return {
    state: again,
    effects: [
      { do: 'stop-sending' },
      { do: 'stop-timer', name: 'push' },
      { do: 'stop-checking' },
      { do: 'stop-timer', name: 'check' },
      ...(isFirst
        ? [{ do: 'open-pull' } as const, watch('pull', SILENCE_MS)]
        : [
            { do: 'close-pull' } as const,
            { do: 'set-timer', name: 'pull', after: { attempt, atLeastMs: 0 } } as const,
          ]),
    ],
  }
}

function checkIfDue(state: SyncState): Step {
  const isQuiet = state.pull === 'live' && state.push === 'idle' && !state.waits && state.mayPush
  if (state.check !== 'due' || !isQuiet) return still(state)
  return { state: { ...state, check: 'checking' }, effects: [{ do: 'check' }, watch('check', CHECK_AGAIN_MS)] }
}

function rest(state: SyncState, check: 'rested' | 'waiting', ms: number): Step {
  if (state.check !== 'checking') return still(state)
  return { state: { ...state, check }, effects: [watch('check', ms)] }
}

function rang(state: SyncState, name: TimerName): Step {
  switch (name) {
    case 'pull':
      if (isPulling(state)) return pullEnded(state, 'network')
      if (state.pull !== 'waiting') return still(state)
      return { state: { ...state, pull: 'reading' }, effects: [{ do: 'open-pull' }, watch('pull', SILENCE_MS)] }
    case 'push':
      return state.push === 'sending' ? pushFailed(state, 'network') : sendNow(state)
    case 'check':
      if (state.check === 'checking') return then(still({ ...state, check: 'waiting' }), stopChecking)
      if (state.check === 'off') return still(state)
      return checkIfDue({ ...state, check: 'due' })
    case 'held':
      return isOn(state) ? { state, effects: [{ do: 'free-held' }, watch('held', FREE_HELD_EVERY_MS)] } : still(state)
    case 'sign-in':
      return state.who === 'refused' ? begin({ ...state, who: 'signed-in' }) : still(state)
    default:
      return name satisfies never
  }
}

function stopChecking(state: SyncState): Step {
  return { state, effects: [{ do: 'stop-checking' }, watch('check', CHECK_AGAIN_MS)] }
}
