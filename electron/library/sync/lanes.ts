import { takeAnswer } from '#shared/sync/device/answer.ts'
import { type AppliedRecord, takeBatch } from '#shared/sync/device/batch.ts'
import type { AsideRecord } from '#shared/sync/device/port.ts'
import { retryHeld } from '#shared/sync/device/push.ts'
import { readAgain } from '#shared/sync/device/read-again.ts'
import type { RecordKey } from '#shared/sync/record.ts'
import type { PushAnswer, PushRecord } from '#shared/sync/wire.ts'
import { checkDigest } from './check.ts'
import type { Lanes } from './engine.ts'
import type { SyncStore } from './store/store.ts'
import { type FeedBatch, openPull, type Place, type Pull } from './pull.ts'
import { pushAll, type Pushed } from './push.ts'
import type { Remembered } from './remembered.ts'
import type { Session } from './session.ts'
import type { Facts, SyncEvent, SyncState } from './state.ts'
import type { SyncWorld } from './world.ts'

/** A failed record is tried again after this long. */
const HELD_MS = 24 * 60 * 60_000
const NONE: ReadonlySet<string> = new Set()

/** What the lanes did, for the diary and for `sync.now`. */
export interface Done {
  pushed(records: number): void
  /** `onBrake`: ids of patterns among them that are held from going, and that were not before. */
  pulled(records: readonly AppliedRecord[], onBrake: ReadonlySet<string>): void
  aside(records: readonly AsideRecord[]): void
  /** Records that the cloud did not take. */
  held(keys: readonly RecordKey[]): void
  readAgain(): void
  /** Everything was compared with the cloud, and is the same. */
  compared(): void
}

export interface LaneParts {
  readonly store: SyncStore
  readonly world: SyncWorld
  readonly remembered: Remembered
  /** The session of who is signed in. */
  session(): Session
  /** Milliseconds of this computer. */
  now(): number
  readonly done: Done
  changed(state: SyncState, event: SyncEvent): void
}

/** The machine's work, done with the rules over the library's database. */
export function createLanes(parts: LaneParts): Lanes {
  const { store, world, done } = parts
  let readings = 0

  /** Server time as far as this computer knows it. */
  const serverNow = () => parts.now() + store.meta().clockOffset

  function facts(): Facts {
    const { epoch, handle, isComparing } = store.meta()
    return { mayPush: epoch !== null && handle !== null && !isComparing, waits: store.isAnythingToSend() }
  }

  function apply(session: Session, batch: FeedBatch, from: Place) {
    const before = store.braked()
    const taken = store.transaction(port => {
      session.learned(port)
      const outcome = takeBatch(port, {
        epoch: epochOf(batch.handle),
        handle: batch.handle,
        offset: batch.offset,
        from,
        rows: batch.rows,
        upToDate: batch.isUpToDate,
      })
      return outcome
    }, batch.rest)
    came(taken.applied, taken.aside, before)
    if (taken.readAgain) done.readAgain()
    const { handle, offset } = store.meta()
    return { place: { handle, offset }, goesOn: !taken.isThrownAway }
  }

  /** @param before how many patterns were on the brake */
  function came(records: readonly AppliedRecord[], aside: readonly AsideRecord[], before: number): void {
    const braked = store.braked() > before ? new Set(store.brake()?.ids) : NONE
    // Of what the brake asks about nothing is asked a second time.
    const asked = aside.filter(({ table, id }) => table !== 'pattern' || !braked.has(id))
    if (asked.length > 0) done.aside(asked)
    if (records.length > 0) done.pulled(records, braked)
  }

  function open(tell: (event: SyncEvent) => void): Pull {
    const session = parts.session()
    const { handle, offset } = store.meta()
    readings++
    return openPull({
      http: session.http,
      fetch: world.fetch,
      tokens: session.tokens,
      talk: session.talk,
      monotonic: world.timers.monotonic,
      tenantId: session.account.tenantId,
      reading: String(readings),
      from: { handle, offset },
      apply: (batch, from) => apply(session, batch, from),
      mustRefetch(successor) {
        store.transaction(port => {
          session.learned(port)
          const epoch = successor === null ? null : epochOf(successor)
          const isOther = epoch !== null && epoch !== port.meta().epoch
          readAgain(port, isOther ? { why: 'epoch', epoch, successor } : { why: 'handle', successor })
        })
        done.readAgain()
        tell({ type: 'read-again', ...facts() })
      },
      applied: ({ isUpToDate }) => tell({ type: 'batch', isUpToDate, ...facts() }),
      alive: () => tell({ type: 'alive' }),
      ended: (why, atLeastMs) => tell({ type: 'pull-ended', why, atLeastMs }),
      moved: () => tell({ type: 'read-again', ...facts() }),
    })
  }

  function take(session: Session, sent: readonly PushRecord[], answer: PushAnswer) {
    const before = store.braked()
    const taken = store.transaction(port => {
      session.learned(port)
      const outcome = takeAnswer(port, sent, answer)
      if (outcome.renew) store.renewDevice(port)
      return outcome
    })
    came(taken.purged, taken.aside, before)
    if (taken.held.length > 0) done.held(taken.held)
    if (taken.readAgain) done.readAgain()
    const stored = answer.status === 'done' ? answer.records.filter(({ outcome }) => outcome === 'stored').length : 0
    return { readAgain: taken.readAgain, stored, restamped: taken.restamped }
  }

  async function push(doubts: boolean, signal: AbortSignal): Promise<Pushed> {
    const session = parts.session()
    return pushAll(
      {
        store,
        http: session.http,
        take: (sent, answer) => take(session, sent, answer),
        pushed: done.pushed,
        held: done.held,
        serverNow,
      },
      doubts,
      signal,
    )
  }

  return {
    facts,
    openPull: open,
    push,
    async check(signal) {
      const { remembered, now } = parts
      const checked = await checkDigest({ store, remembered, http: parts.session().http, now }, signal)
      if (checked === 'same') done.compared()
      if (checked === 'read-again') done.readAgain()
      return checked
    },
    freeHeld() {
      const before = serverNow() - HELD_MS
      const { triedBy } = parts.remembered.times()
      const isUpdated = triedBy !== world.version
      return store.transaction(port => {
        const held = port.heldKeys().flatMap(key => port.entriesOf(key).flatMap(entry => entry.held ?? []))
        const isDue = held.some(({ outcome, at }) => outcome === 'failed' && at <= before)
        if (isUpdated) retryHeld(port, ['failed', 'refused'])
        else if (isDue) retryHeld(port, ['failed'])
        if (isUpdated) parts.remembered.setTimes({ triedBy: world.version })
        return isDue || (isUpdated && held.length > 0)
      })
    },
    changed: parts.changed,
  }
}

/** Which database a feed is of: the gateway puts its epoch before every handle. */
export function epochOf(handle: string): string {
  const end = handle.indexOf('~')
  return end < 0 ? handle : handle.slice(0, end)
}
