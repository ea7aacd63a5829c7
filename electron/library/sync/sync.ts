import { BobbinError } from '#shared/contract/errors.ts'
import type { BackupSettings, BackupState, Happened } from '#shared/contract/library/sync.ts'
import type { AppliedRecord } from '#shared/sync/device/batch.ts'
import type { RecordKey, SyncRecord } from '#shared/sync/record.ts'
import type { Context } from '../context.ts'
import { lastChangeAt } from '../db/tables/command.ts'
import { type Attention, createAttention } from './attention.ts'
import { type AccountChanges, createAccountChanges } from './account-changes.ts'
import { createComputers } from './computers.ts'
import { createEngine, isSettled } from './engine.ts'
import type { SyncStore } from './store/store.ts'
import { createGathered } from './diary/gathered.ts'
import type { FileSync } from './files/file-sync.ts'
import { type GoogleSignIn, startGoogle } from './auth/google.ts'
import type { TokenKeeper } from './auth/keeper.ts'
import { createDiary } from './diary/happenings.ts'
import { createLanes } from './lanes.ts'
import { createLookout } from './lookout.ts'
import { calledBy } from './names.ts'
import { createNews } from './diary/news.ts'
import { type Account, createRemembered } from './remembered.ts'
import { createSafeMoment } from './safe-moment.ts'
import { createSession, type Session } from './session.ts'
import { createOnDemand, type OnDemand } from './on-demand.ts'
import { createOwnerCalls, type OwnerCalls } from './owner-calls.ts'
import { createSignIn, forget, type SignIn } from './sign-in.ts'
import { createSoon } from './soon.ts'
import { createSpells } from './diary/spells.ts'
import type { SyncEvent, SyncState } from './state.ts'
import { toldState } from './told-state.ts'
import { createWaits } from './waits.ts'
import type { SyncWorld } from './world.ts'

export interface Sync extends AccountChanges, Pick<OnDemand, 'now' | 'backUpErrand'> {
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

const TELL_EVERY_MS = 100
/** The cloud is asked for its conflicts (and names) once after a hundred edits, and before the diary tells of them. */
const CONFLICTS_AFTER_MS = 1_000

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
  let lastTold = ''
  /** Large files wait for power. */
  let isSparing = false
  const count = { pushed: 0, pulled: 0 }
  const openedAt = clock.now()

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
  const changes = createAccountChanges({ calls, remembered, diary, computers, gathered, changed: tell })
  const waits = createWaits(engine.state)
  const fileWaits = createWaits(() => files.state())
  const lookout = createLookout({
    world,
    clock,
    woke() {
      engine.tell({ type: 'wake', isNewLine: true })
      files.hurry()
    },
    looked: () => void holdByPower(),
  })
  const onDemand = createOnDemand({
    engine,
    waits,
    fileWaits,
    files,
    store,
    attention,
    timers: world.timers,
    log,
    tally() {
      const { up, down } = files.state()
      return { ...count, filesUp: up, filesDown: down }
    },
    begin() {
      if (isStarted) engine.tell({ type: 'wake', isNewLine: false })
      else start()
    },
    isCarrying: () => filesOf !== null,
    isErrandDone: () =>
      remembered.account() !== null &&
      !remembered.isPaused() &&
      (lastChangeAt(db) ?? Number.NEGATIVE_INFINITY) >= openedAt,
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
    lookout.start()
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
    // Whoever waits is told also when it cannot be written down.
    waits.changed(state)
    try {
      note(state, event)
    } catch (error) {
      log.warn({ error }, 'how backing up stands could not be written down')
    }
    if (event.type === 'batch' && event.isUpToDate && session !== null) upToDate(session)
    tell()
  }

  let askedFor: Session | null = null
  function upToDate(of: Session): void {
    startFiles(of)
    if (askedFor === of) askForConflictsSoon()
    else void attention.refresh()
    askedFor = of
  }

  const askForConflictsSoon = createSoon(world.timers, CONFLICTS_AFTER_MS, () => {
    if (session !== null && !engine.state().isClosed) void attention.refresh()
  })

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

  const tellSoon = createSoon(world.timers, TELL_EVERY_MS, () => {
    if (engine.state().isClosed) return
    const now = told()
    const text = JSON.stringify(now)
    if (text === lastTold) return
    lastTold = text
    events.emit('sync.changed', now)
  })

  function tell(): void {
    if (!engine.state().isClosed) tellSoon()
  }

  function start(): void {
    if (isStarted) return
    isStarted = true
    const account = remembered.account()
    if (account === null) return
    begin(account)
    void holdByPower()
  }

  return {
    ...changes,
    now: onDemand.now,
    backUpErrand: onDemand.backUpErrand,
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
      fileWaits.changed(files.state())
      try {
        noteSafe(engine.state())
      } catch (error) {
        log.warn({ error }, 'that all is safe could not be written down')
      }
      tell()
    },
    start,
    async signOut() {
      const account = remembered.account()
      if (account === null) return
      const refreshToken = await keeper.read()
      engine.tell({ type: 'signed-out' })
      lookout.stop()
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
    async close() {
      lookout.stop()
      await onDemand.lastPush()
      engine.tell({ type: 'close' })
      google?.cancel()
      await files.close()
      gathered.close()
      moment.close()
    },
  }
}
