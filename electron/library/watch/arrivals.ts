import { realpath } from 'node:fs/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Arrival, WatchState } from '#shared/contract/library/arrivals.ts'
import type { Context } from '#library/context.ts'
import {
  arrivalPaths,
  arrivalStamp,
  type ArrivalState,
  countWaiting,
  decideArrivals,
  forgetArrivals,
  putArrival,
  waitAgain,
  waitingArrivals,
  waitingHashes,
  waitingPaths,
} from '#library/db/tables/arrival.ts'
import { homesOf } from '#library/db/tables/file-of-pattern.ts'
import { readSetting, writeSetting } from '#library/db/tables/setting.ts'
import type { ImportJob } from '#library/import/import-job.ts'
import { roomOn } from '#library/import/scan.ts'
import { isInside } from '#library/import/sources/walk.ts'
import type { Jobs } from '#library/jobs/jobs.ts'
import type { Peeked, PeekInput } from '#library/work/tasks/peek.ts'
import { filesIn, folderMark, type MetFile, watchFolder } from './folder-watch.ts'

/** The watched folder and its tray: what arrives waits quietly until she looks. */
export interface Arrivals {
  state(): Promise<WatchState>
  /** @throws BobbinError `folder-not-found`, `folder-is-library` */
  set(folder: string | null): Promise<WatchState>
  list(offset: number, limit: number): { total: number; arrivals: Arrival[] }
  paths(): string[]
  dismiss(ids: readonly string[]): Promise<void>
  /** Takes a dismissal back. */
  restore(ids: readonly string[]): Promise<void>
  /** Once, some time after the start: finds what arrived while Bobbin was closed, and goes on watching. */
  start(): Promise<void>
  /** Resolves when everything met so far was looked into. */
  idle(): Promise<void>
  close(): Promise<void>
}

export interface ArrivalsPace {
  readonly settleMs: number
  /** How often it is looked whether the folder is still, or again, there. */
  readonly lookEveryMs: number
}

const PACE: ArrivalsPace = { settleMs: 2_000, lookEveryMs: 5_000 }

const SETTING = 'core.watch'
/** Every five minutes. */
const LOOKS_A_WALK = 60

interface Kept {
  readonly folder: string | null
  readonly asked: boolean
}

export function createArrivals(context: Context, jobs: Jobs, pace: ArrivalsPace = PACE): Arrivals {
  const { db, dir, events, log, pool } = context
  /** The folder that is listened to now, as it was when it began. */
  let listening: { readonly folder: string; readonly mark: string; stop(): Promise<void> } | null = null
  let timer: NodeJS.Timeout | undefined
  /** Steps one after the other: beginning, ending and looking into files never meet. */
  let turn: Promise<unknown> = Promise.resolve()
  const closing = new AbortController()
  let quietLooks = 0

  const kept = (): Kept => (readSetting(db, SETTING) as Kept | undefined) ?? { folder: null, asked: false }

  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const next = turn.then(step)
    turn = next.catch(() => undefined)
    return next
  }

  async function state(): Promise<WatchState> {
    const { folder, asked } = kept()
    return {
      folder,
      asked,
      state: folder === null ? 'off' : (await folderMark(folder)) === null ? 'gone' : 'watching',
      proposal: (await context.host.downloads?.()) ?? null,
    }
  }

  async function tell(): Promise<void> {
    if (!closing.signal.aborted) events.emit('arrivals.changed', { waiting: countWaiting(db), watch: await state() })
  }

  async function listen(folder: string, mark: string): Promise<void> {
    const stop = await watchFolder({
      folder,
      forbidden: dir.root,
      settleMs: pace.settleMs,
      onFile: file => void inTurn(() => meet(file)).catch(failed),
      onGone: path => void inTurn(() => forget([path])).catch(failed),
      onTrouble: failed,
    })
    listening = { folder, mark, stop }
  }

  async function hush(): Promise<void> {
    await listening?.stop()
    listening = null
  }

  function failed(error: unknown): void {
    if (!closing.signal.aborted) log.warn({ error }, 'the watched folder gave trouble')
  }

  /** Everything that lies there, compared with what was met before; what was met and is gone is forgotten. */
  async function lookThrough(folder: string): Promise<void> {
    const gone = new Set(arrivalPaths(db).filter(path => isInside(path, folder)))
    for await (const file of filesIn(folder, dir.root)) {
      if (closing.signal.aborted) return
      gone.delete(file.path)
      await meet(file)
    }
    await forget([...gone])
  }

  async function forget(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return
    const before = countWaiting(db)
    forgetArrivals(db, paths)
    if (countWaiting(db) !== before) await tell()
  }

  async function meet(file: MetFile): Promise<void> {
    const known = arrivalStamp(db, file.path)
    if (closing.signal.aborted || (known?.bytes === file.bytes && known.modifiedAt === file.modifiedAt)) return
    const input: PeekInput = { path: file.path, name: file.name, roomBytes: await roomOn(dir.root), tempDir: dir.temp }
    let peeked: Peeked | null
    try {
      peeked = await pool.run<Peeked | null>('peek', input, { signal: closing.signal })
    } catch (error) {
      closing.signal.throwIfAborted()
      // It went away, or cost its thread: it is met again when it changes.
      log.debug({ error }, 'a file of the watched folder could not be looked into')
      peeked = null
    }
    remember(file, peeked === null ? 'nothing' : areHere(peeked.hashes) ? 'here' : 'waiting', peeked)
    if (peeked !== null) await tell()
  }

  function remember(file: MetFile, state: ArrivalState, peeked: Peeked | null): void {
    putArrival(db, {
      ...file,
      id: context.newId(),
      foundAt: context.clock.now(),
      state,
      format: peeked?.format ?? 'unknown',
      patterns: peeked?.patterns ?? 0,
      hashes: peeked?.hashes ?? [],
      sketch: peeked?.sketch ?? null,
    })
  }

  /** Whether the library shows all of these; what lies in the trash does not count. */
  function areHere(hashes: readonly string[]): boolean {
    const inSight = new Set(homesOf(db, hashes).flatMap(home => (home.trashed ? [] : home.hash)))
    return hashes.every(hash => inSight.has(hash))
  }

  /** What an import has looked at, by path or by its bytes, waits no more. */
  async function afterImport(id: string): Promise<void> {
    const roots = jobs.get<ImportJob>(id)?.payload.roots.map(root => root.path) ?? []
    const waiting = new Map(waitingArrivals(db, 0, -1).map(one => [one.id, one.path]))
    const looked = [...waiting].flatMap(([one, path]) =>
      roots.some(root => path === root || isInside(path, root)) ? one : [],
    )
    const here = waitingHashes(db).flatMap(one => (areHere(one.hashes) ? one.id : []))
    const changed = decideArrivals(db, looked, 'looked') + decideArrivals(db, here, 'here')
    if (changed > 0) await tell()
  }

  const stopHearing = events.on('imports.changed', ({ id, step }) => {
    if (step === 'looking' || countWaiting(db) === 0 || jobs.get(id) === undefined) return
    void inTurn(() => afterImport(id)).catch(failed)
  })

  /** Begins, ends or begins again, as the folder comes and goes. */
  async function follow(): Promise<void> {
    const { folder } = kept()
    const mark = folder === null ? null : await folderMark(folder)
    if (listening && (listening.folder !== folder || listening.mark !== mark)) {
      await hush()
      if (mark === null) await tell()
    }
    // Some network disks tell of nothing: now and then everything is gone through without being told.
    if (listening && ++quietLooks % LOOKS_A_WALK === 0) await lookThrough(listening.folder)
    if (listening || folder === null || mark === null || closing.signal.aborted) return
    await listen(folder, mark)
    await lookThrough(folder)
    await tell()
  }

  function keepLooking(): void {
    timer ??= setInterval(() => void inTurn(follow).catch(failed), pace.lookEveryMs).unref()
  }

  return {
    state,

    async set(folder) {
      const path = folder === null ? null : await checked(folder)
      return inTurn(async () => {
        await hush()
        writeSetting(db, SETTING, { folder: path, asked: true } satisfies Kept)
        if (path !== null) {
          const before = new Set(arrivalPaths(db))
          for await (const file of filesIn(path, dir.root)) if (!before.has(file.path)) remember(file, 'before', null)
          keepLooking()
          await follow()
        }
        await tell()
        return state()
      })
    },

    list(offset, limit) {
      const arrivals = waitingArrivals(db, offset, limit).map(({ below, ...one }) => ({ ...one, folder: below }))
      return { total: countWaiting(db), arrivals }
    },

    paths: () => waitingPaths(db),

    async dismiss(ids) {
      if (decideArrivals(db, ids, 'dismissed') > 0) await tell()
    },

    async restore(ids) {
      if (waitAgain(db, ids) > 0) await tell()
    },

    async start() {
      if (kept().folder === null || closing.signal.aborted) return
      keepLooking()
      await inTurn(follow).catch(failed)
    },

    idle: () => inTurn(async () => undefined),

    async close() {
      closing.abort()
      clearInterval(timer)
      stopHearing()
      await turn
      await hush()
    },
  }

  async function checked(folder: string): Promise<string> {
    const real = await realpath(folder).catch(() => null)
    if (real === null || (await folderMark(real)) === null)
      throw new BobbinError('folder-not-found', 'This folder is not there. Please choose another one.', { folder })
    if (real === dir.root || isInside(real, dir.root))
      throw new BobbinError(
        'folder-is-library',
        'This is the folder of your Bobbin library. Please choose another one.',
      )
    return real
  }
}
