import { BobbinError } from '#shared/contract/errors.ts'
import type { BackupSettings, BackupState, Computer, Happened } from '#shared/contract/library/sync.ts'
import type { AppliedRecord } from '#shared/sync/device/batch.ts'
import type { RecordKey, SyncRecord } from '#shared/sync/record.ts'
import type { Context } from '../context.ts'
import { type Attention, createAttention } from './attention.ts'
import { createComputers } from './computers.ts'
import { createEngine, isSettled, isStuck } from './engine.ts'
import type { SyncStore } from './store/store.ts'
import { createGathered } from './gathered.ts'
import type { FileSync } from './files/file-sync.ts'
import { type GoogleSignIn, startGoogle } from './auth/google.ts'
import type { TokenKeeper } from './auth/keeper.ts'
import { createDiary } from './happenings.ts'
import { createLanes } from './lanes.ts'
import { calledBy } from './names.ts'
import { createNews } from './news.ts'
import { type Account, createRemembered } from './remembered.ts'
import { createSafeMoment } from './safe-moment.ts'
import { createSession, type Session } from './session.ts'
import { createOwnerCalls, type OwnerCalls } from './owner-calls.ts'
import { createSignIn, forget, type SignIn } from './sign-in.ts'
import { createSpells } from './spells.ts'
import type { SyncEvent, SyncState } from './state.ts'
import { toldState } from './told-state.ts'
import type { SyncWorld } from './world.ts'

/** What was done since the library was opened. */
export interface Tally {
  readonly pushed: number
  readonly pulled: number
  readonly filesUp: number
  readonly filesDown: number
}

export interface Sync {
  readonly signIn: SignIn
  /** Signing in at Google: the page to open in the browser. An earlier try ends. */
  withGoogle(url: string): Promise<string>
  readonly calls: OwnerCalls
  readonly attention: Attention
  /** Which cloud to sign in to, as far as one is known. */
  cloud(): { readonly url: string | null; readonly isFixed: boolean }
  /** Begins to speak with the cloud, if somebody is signed in. Does nothing the second time. */
  start(): void
  state(): BackupState
  signOut(): Promise<void>
  pause(isPaused: boolean): void
  settings(): BackupSettings
  setSettings(change: Partial<BackupSettings>): BackupSettings
  today(): Happened[]
  /** Looks at once; resolves when it is up to date or cannot go on. */
  now(signal: AbortSignal): Promise<Tally & { readonly waiting: number; readonly seconds: number }>
  computers(): Promise<Computer[]>
  revokeComputer(id: string): Promise<void>
  renameComputer(id: string, name: string): Promise<void>
  /** Her account has another e-mail from now on. */
  confirmEmail(email: string, code: string): Promise<void>
  restoreToDay(at: number): Promise<{ readonly records: number; readonly restoreId: string }>
  undoRestore(restoreId: string): Promise<{ readonly records: number }>
  /** @throws BobbinError `not-signed-in` */
  session(): Session
  /** Something was typed: it goes up in a moment. */
  typed(): void
  /** Files were carried, or have to be. */
  filesMoved(): void
  /** Pushes what waits for a short while, then ends. */
  close(): Promise<void>
}

export interface SyncParts {
  readonly world: SyncWorld
  readonly keeper: TokenKeeper
  readonly store: SyncStore
  readonly files: FileSync
  /** The cloud this Bobbin was set up for. */
  readonly cloudUrl?: string | undefined
}

/** How long closing waits for what is not backed up yet. */
const CLOSE_MOST_MS = 2_000
const TELL_EVERY_MS = 100
/** How often the line, the battery and the clock are looked at. */
const LOOK_EVERY_MS = 15_000
/** So much more time than that between two looks, and the computer slept. */
const SLEPT_MS = 15_000

/** Backing up: the machine, its lanes, and what the window and the command line ask of them. */
export function createSync(
  context: Pick<Context, 'db' | 'clock' | 'events' | 'log' | 'random'>,
  parts: SyncParts,
): Sync {
  const { db, clock, events, log } = context
  const { world, store, files, keeper } = parts
  const remembered = createRemembered(db)
  const diary = createDiary({ db, clock, log, events })
  const moment = createSafeMoment(remembered, clock)
  const computers = createComputers(remembered, diary)
  const spells = createSpells(diary, clock)
  const news = createNews(diary, remembered, key => called(recordsOnce([key])[0] ?? key))
  const gathered = createGathered({ diary, timers: world.timers, computers, files: () => files.state() })
  let session: Session | null = null
  let isStarted = false
  let isTelling = false
  let lastTold = ''
  /** Large files wait for power. */
  let isSparing = false
  const count = { pushed: 0, pulled: 0 }
  const waiting = new Set<(state: SyncState) => void>()
  let stopLooking = () => {}

  const lanes = createLanes({
    store,
    world,
    remembered,
    session: current,
    now: () => clock.now(),
    done: {
      pushed(records) {
        if (records === 0) return
        count.pushed += records
        attention.stale()
        gathered.sent(records)
      },
      pulled(records, onBrake) {
        count.pulled += records.length
        attention.stale()
        const isHeld = ({ after }: AppliedRecord) => after.table === 'pattern' && onBrake.has(after.id)
        gathered.braked(records.filter(isHeld))
        gathered.came(
          records.filter(record => !isHeld(record)),
          moment.times().safeAt === null,
        )
      },
      aside: records => news.aside(records.map(called)),
      held: keys => news.refused(recordsOnce(keys).map(called)),
      readAgain: () => diary.tell('read-again', {}),
      compared: () => diary.tell('compared', {}),
    },
    changed,
  })
  const engine = createEngine(lanes, { timers: world.timers, random: world.random, log })
  const signIn = createSignIn({
    world,
    keeper,
    remembered,
    stampId: () => store.meta().device,
    signedIn(account, tokens) {
      diary.tell('signed-in', { email: account.email })
      isStarted = true
      begin(account, tokens)
    },
  })

  const calls = createOwnerCalls(() => current().http)
  const attention = createAttention(context, store, calls, {
    changed: tell,
    nameOf: device => computers.whose(device)?.name ?? null,
    heard(conflicts, listed) {
      if (listed !== null) computers.heard(listed)
      news.conflicts(conflicts)
    },
  })
  let google: GoogleSignIn | null = null

  function called(record: RecordKey & Partial<SyncRecord>): string {
    return calledBy(db, record, record.fields ?? {})
  }

  function recordsOnce(keys: readonly RecordKey[]): readonly SyncRecord[] {
    const once = new Map(keys.map(({ table, id }) => [`${table} ${id}`, { table, id }]))
    return store.read(port => port.records([...once.values()])).filter(record => record !== null)
  }

  function current(): Session {
    if (session !== null) return session
    throw new BobbinError('not-signed-in', 'Sign in first: nobody is signed in on this computer.')
  }

  function begin(account: Account, tokens?: { readonly accessToken: string; readonly expiresAt: number }): void {
    attention.stale()
    session = createSession(world, keeper, store, clock, account, tokens)
    engine.tell({ type: 'hold', by: remembered.isPaused() ? 'you' : null })
    engine.tell({ type: 'signed-in', ...lanes.facts() })
    stopLooking()
    look(clock.now(), world.networkMark())
  }

  /** The computer woke or has another network: what waits is tried at once. */
  function look(lastAt: number, lastMark: string): void {
    const before = world.timers.monotonic()
    stopLooking = world.timers.after(LOOK_EVERY_MS, () => {
      const now = clock.now()
      const mark = world.networkMark()
      const slept =
        now - lastAt - LOOK_EVERY_MS > SLEPT_MS || world.timers.monotonic() - before - LOOK_EVERY_MS > SLEPT_MS
      if (slept || (mark !== lastMark && mark !== '')) {
        engine.tell({ type: 'wake' })
        files.hurry()
      }
      void holdByPower()
      look(now, mark)
    })
  }

  async function holdByPower(): Promise<void> {
    const { onMetered, onBattery } = remembered.settings()
    const isMetered = !onMetered && (await world.power.isMetered()) === true
    const isOnBattery = !onBattery && (await world.power.isOnBattery()) === true
    if (session === null) return
    const isPaused = remembered.isPaused()
    engine.tell({ type: 'hold', by: isPaused ? 'you' : isMetered ? 'metered' : null })
    isSparing = isOnBattery
    files.setPace(isPaused || isMetered ? 'wanted' : isOnBattery ? 'small' : 'all')
    tell()
  }

  function changed(state: SyncState, event: SyncEvent): void {
    note(state, event)
    for (const listener of waiting) listener(state)
    if (event.type === 'batch' && event.isUpToDate && session !== null) upToDate(session)
    tell()
  }

  function upToDate(of: Session): void {
    startFiles(of)
    void attention.refresh()
  }

  let filesOf: Session | null = null
  let filesEpoch: string | null = null
  function startFiles(of: Session): void {
    const { epoch } = store.meta()
    if (filesOf === of && filesEpoch === epoch) return
    filesOf = of
    filesEpoch = epoch
    files.start({ url: of.account.url, epoch, fetch: (url, init) => of.http.fetch(url, init) })
  }

  /** When it was last safe, and since when it is not. */
  function note(state: SyncState, event: SyncEvent): void {
    if (event.type === 'alive') return
    if (state.why === 'server' || state.why === 'broken' || state.why === 'disk-full') moment.fails()
    noteSafe(state)
    const { troubleSince } = moment.times()
    spells.look(state, troubleSince === null ? null : { since: troubleSince, code: () => told().troubleCode })
  }

  function noteSafe(state: SyncState): void {
    if (session === null || !isSettled(state) || state.who !== 'signed-in' || state.heldBy !== null) return
    if (files.state().waiting.files === 0 && !store.isAnythingToSend()) moment.safe()
    else moment.works()
  }

  function told(): BackupState {
    return toldState({
      machine: engine.state(),
      account: remembered.account(),
      waiting: store.waiting(),
      files: files.state(),
      isSparing,
      times: moment.times(),
      attention: attention.count(),
      now: clock.now(),
    })
  }

  function tell(): void {
    if (isTelling || engine.state().isClosed) return
    isTelling = true
    world.timers.after(TELL_EVERY_MS, () => {
      isTelling = false
      if (engine.state().isClosed) return
      const now = told()
      const text = JSON.stringify(now)
      if (text === lastTold) return
      lastTold = text
      events.emit('sync.changed', now)
    })
  }

  function tally(): Tally {
    const { up, down } = files.state()
    return { ...count, filesUp: up, filesDown: down }
  }

  /** Resolves when the machine has done what it can, or has to wait. */
  function settled(signal?: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const done = () => {
        waiting.delete(look)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const look = (state: SyncState) => {
        if (isSettled(state) || isStuck(state)) done()
      }
      waiting.add(look)
      signal?.addEventListener('abort', done)
      look(engine.state())
    })
  }

  return {
    signIn,
    async withGoogle(url) {
      google?.cancel()
      google = await startGoogle({
        url: signIn.cloud(url).url,
        claim: words => signIn.claim(url, words),
        random: world.random,
      })
      google.done
        .then(answer => signIn.keep(url, answer))
        .catch((error: unknown) => log.info({ error }, 'signing in with Google ended'))
      return google.openUrl
    },
    calls,
    attention,
    state: told,
    session: current,
    cloud() {
      const fixed = parts.cloudUrl ?? null
      return { url: fixed ?? remembered.account()?.url ?? remembered.lastUrl(), isFixed: fixed !== null }
    },
    typed() {
      if (session !== null && store.isAnythingToSend()) engine.tell({ type: 'changed', at: world.timers.monotonic() })
    },
    filesMoved() {
      gathered.filesMoved()
      try {
        noteSafe(engine.state())
      } catch (error) {
        log.warn({ error }, 'that all is safe could not be written down')
      }
      tell()
    },
    start() {
      if (isStarted) return
      isStarted = true
      const account = remembered.account()
      if (account !== null) begin(account)
      if (account !== null) void holdByPower()
    },
    async signOut() {
      const account = remembered.account()
      if (account === null) return
      const refreshToken = await keeper.read()
      engine.tell({ type: 'signed-out' })
      stopLooking()
      await files.stop()
      filesOf = null
      session = null
      remembered.setLastUrl(account.url)
      remembered.setAccount(null)
      await keeper.write(null)
      diary.tell('signed-out', { email: account.email })
      if (refreshToken !== null) await forget(signIn.cloud(account.url), refreshToken)
      tell()
    },
    pause(isPaused) {
      if (isPaused === remembered.isPaused()) return
      remembered.setPaused(isPaused)
      diary.tell(isPaused ? 'paused' : 'resumed', {})
      engine.tell({ type: 'hold', by: isPaused ? 'you' : null })
      void holdByPower()
    },
    settings: remembered.settings,
    setSettings(change) {
      remembered.setSettings(change)
      void holdByPower()
      return remembered.settings()
    },
    today: diary.today,
    async computers() {
      const listed = await calls.computers()
      computers.heard(listed)
      // The one she sits at comes first; the others as the cloud lists them, the last seen first.
      const mine = listed.toSorted((one, other) => Number(other.isThis) - Number(one.isThis))
      return mine.map(({ id, name, platform, lastSeenAt, signedInAt, isThis }) => {
        return { id, name, platform, lastSeenAt, signedInAt, isThis }
      })
    },
    async revokeComputer(id) {
      await calls.revoke(id)
      computers.signedOut(id)
    },
    async renameComputer(id, name) {
      await calls.rename(id, name)
      const account = remembered.account()
      if (account?.deviceId === id) remembered.setAccount({ ...account, computer: name })
      tell()
    },
    async confirmEmail(typed, code) {
      const { email, tenantId } = await calls.confirmEmail(typed, code)
      const account = remembered.account()
      if (account !== null) remembered.setAccount({ ...account, email })
      remembered.setOwner({ tenantId, email })
      tell()
    },
    async restoreToDay(at) {
      const restored = await gathered.restoring(calls.restoreToDay(at), answer => answer.restoreId)
      if (restored.records > 0) diary.tell('restored', { records: restored.records, at })
      return restored
    },
    async undoRestore(restoreId) {
      const undone = await gathered.restoring(calls.undoRestore(restoreId), () => restoreId)
      diary.tell('restore-undone', { records: undone.records })
      return undone
    },
    async now(signal) {
      const began = world.timers.monotonic()
      const before = tally()
      if (isStarted) engine.tell({ type: 'wake' })
      else this.start()
      await settled(signal)
      if (filesOf !== null && !signal.aborted) {
        files.hurry()
        await Promise.race([files.idle(), aborted(signal)])
      }
      const after = tally()
      return {
        pushed: after.pushed - before.pushed,
        pulled: after.pulled - before.pulled,
        filesUp: after.filesUp - before.filesUp,
        filesDown: after.filesDown - before.filesDown,
        waiting: store.waiting() + files.state().waiting.files,
        seconds: Math.round((world.timers.monotonic() - began) / 10) / 100,
      }
    },
    async close() {
      stopLooking()
      const { push, dueSince } = engine.state()
      // What was typed a moment ago goes now; a server that is away is not waited for.
      if (push === 'due' || push === 'sending' || dueSince !== null) {
        const limit = new AbortController()
        const stop = world.timers.after(CLOSE_MOST_MS, () => limit.abort())
        if (push === 'due') engine.tell({ type: 'timer', name: 'push' })
        await pushed(limit.signal)
        stop()
      }
      engine.tell({ type: 'close' })
      google?.cancel()
      await files.close()
      gathered.close()
      moment.close()
    },
  }

  function pushed(signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const done = () => {
        waiting.delete(look)
        resolve()
      }
      const look = ({ push }: SyncState) => {
        if (push === 'idle' || push === 'waiting') done()
      }
      waiting.add(look)
      signal.addEventListener('abort', done, { once: true })
      look(engine.state())
    })
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
}
