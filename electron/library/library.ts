import { availableParallelism } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { LibraryHandlers } from '#shared/contract/library.ts'
import { type Clock, type Random, risingIds } from '#shared/domain/ids.ts'
import { createEventHub, type EventHub } from '#shared/rpc/events.ts'
import { snapshotAfterImports } from './backup/after-import.ts'
import { openOrRecover } from './backup/recover.ts'
import { createSnapshots } from './backup/snapshots.ts'
import { startChores } from './chores/chores.ts'
import type { Context, LibraryHost, Logger } from './context.ts'
import { lockLibrary } from './db/lock.ts'
import { sql } from './db/sql.ts'
import { forgetVectorChanges } from './db/tables/vector.ts'
import { type LibraryDirs, makeLibraryDirs } from './dirs.ts'
import { calmEvents } from './events.ts'
import { createCopies, type PreparedFile } from './export/copies/copies.ts'
import { createSending } from './export/sending/sending.ts'
import { clearTemp } from './files/clear-temp.ts'
import { createOriginals, sweepUnfinished } from './files/originals.ts'
import { createCopiesHandlers } from './handlers/copies.ts'
import { createArrivalHandlers } from './handlers/arrivals.ts'
import { createDoublesHandlers } from './handlers/doubles.ts'
import { createImportHandlers } from './handlers/imports.ts'
import { createInspectorHandlers } from './handlers/inspector.ts'
import { createTurns, inTurn } from './handlers/in-turn.ts'
import { createLibraryHandlers } from './handlers/library.ts'
import { createMeaningHandlers } from './handlers/meaning.ts'
import { createMachineHandlers } from './handlers/machines.ts'
import { createOrderHandlers } from './handlers/order.ts'
import { createPlanningHandlers } from './handlers/planning.ts'
import { createPatternHandlers } from './handlers/patterns.ts'
import { createPreparingHandlers } from './handlers/preparing.ts'
import { createSearchHandlers } from './handlers/search.ts'
import { createSendingHandlers } from './handlers/sending.ts'
import { createSyncHandlers } from './handlers/sync.ts'
import { createTidyHandlers } from './handlers/tidy.ts'
import { createTrashHandlers } from './handlers/trash.ts'
import { adoptMachines } from './machines/adopt.ts'
import { embedEntry } from './meaning/entry.ts'
import { checkOnThread } from './reader/check.ts'
import { startReader } from './reader/client.ts'
import { createSaveAll } from './saving/save-all.ts'
import { createServices, type Services } from './services.ts'
import type { ArrivalsPace } from './watch/arrivals.ts'
import { createFileSync } from './sync/files/create-file-sync.ts'
import { preferLookedAt } from './sync/files/looked-at.ts'
import { ensureIdentity } from './sync/store/identity.ts'
import { createSync, type Sync } from './sync/sync.ts'
import { memoryKeeper, offlineWorld } from './sync/world.ts'
import { ensureLibraryId } from './settings/library-id.ts'
import { writeNotice } from './settings/notice.ts'
import { createPool } from './work/pool.ts'

const KEEP_WORDS_MS = 1_000

export interface LibraryOptions {
  /** The library's folder; made when it is not there. */
  readonly dir: string
  readonly clock: Clock
  readonly random: Random
  readonly host: LibraryHost
  readonly log: Logger
  /** Entry files of the threads; they stand beside the entry file that calls createLibrary. */
  readonly threads: { readonly reader: URL; readonly worker: URL }
  /** When the work after each start begins: the first page comes first. Default 2 s. */
  readonly choresAfterMs?: number
  /** How quick the watched folder is; tests have no patience. */
  readonly arrivalsPace?: ArrivalsPace
}

export interface Library {
  readonly handlers: LibraryHandlers
  readonly events: EventHub
  readonly assets: {
    /** The file of a picture or original of this library; null for anything else. Never outside originals/. */
    originalPath(hash: string): string | null
    /** The copies that `sending.prepare` made under this id; null for any other id. */
    prepared(id: string): readonly PreparedFile[] | null
  }
  /** Before closing, for a program that runs for one errand: backs up what it made. See Sync.backUpErrand. */
  backUpErrand(signal: AbortSignal): Promise<void>
  /** Resolves when what is done after every start (integrity, daily safety copy, old trash) is done. */
  readonly settled: Promise<void>
  close(): Promise<void>
}

/**
 * The one composition root: the utility process, the web shell, the command line and the tests all call this.
 * @throws BobbinError `library-in-use`, `library-too-new`, `library-not-a-folder`, `library-not-writable`, `disk-full`
 */
export async function createLibrary(options: LibraryOptions): Promise<Library> {
  return (await assembleLibrary(options)).library
}

export interface Assembled {
  readonly library: Library
  readonly context: Context
  readonly services: Services
  readonly sync: Sync
}

/** The same with its inner parts in sight: for tests and benches, which make records without bringing files in. */
export async function assembleLibrary(options: LibraryOptions): Promise<Assembled> {
  const dir = await makeLibraryDirs(options.dir)
  const unlock = lockLibrary(dir.lock)
  try {
    return await assemble(options, dir, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function assemble(
  { clock, random, host, log, threads, choresAfterMs = 2_000, arrivalsPace }: LibraryOptions,
  dir: LibraryDirs,
  unlock: () => void,
): Promise<Assembled> {
  const check = async (path: string) => (await checkOnThread(threads.reader, 'copy', path)).database
  const snapshotsBy = (backup: (path: string) => Promise<void>) => createSnapshots({ dir, clock, log, backup, check })
  const newId = risingIds(clock, random)
  const machine = host.machineId?.() ?? null
  const { db, backup, notice, close } = await openOrRecover({
    dir,
    clock,
    newId,
    log,
    beforeMigration: async by => void (await snapshotsBy(by).make('before-update')),
  })
  await sweepUnfinished(dir.originals)
  await clearTemp(dir.temp, db)
  const reader = startReader(threads.reader, dir, log)
  // The reader hears of a commit at once, the window in its own time: what the window then asks is never answered from before.
  const hub = createEventHub(error => log.error({ error }, 'a listener failed'))
  let typed = () => {}
  const events = calmEvents(hub, reader.changed, () => typed())
  const context: Context = {
    db,
    reader,
    clock,
    random,
    newId,
    log,
    events,
    dir,
    originals: createOriginals(dir.originals),
    pool: createPool({ worker: threads.worker, threads: availableParallelism() }),
    host,
  }
  await ensureIdentity({ ...context, machine: await machine })
  ensureLibraryId(context)
  adoptMachines(context)
  forgetVectorChanges(db)
  if (notice) writeNotice(db, notice)
  const checkDatabase = (how: 'quick' | 'full', signal?: AbortSignal) =>
    checkOnThread(threads.reader, how, dir.database, signal)
  const services = createServices(context, {
    snapshots: snapshotsBy(backup),
    checkDatabase,
    arrivalsPace,
    embed: embedEntry(threads.worker),
  })
  services.syncStore.adopt()
  snapshotAfterImports(context, services.snapshots)
  const copies = createCopies(context)
  const files = createFileSync(context, { changed: () => sync.filesMoved() })
  context.originals.comeFrom(files.want)
  const sync: Sync = createSync(context, {
    world: host.sync ?? offlineWorld(random),
    keeper: host.tokens ?? memoryKeeper(),
    store: services.syncStore,
    files,
    cloudUrl: host.cloudUrl,
  })
  typed = sync.typed
  const sending = createSending(context, services.jobs)
  const turns = createTurns()
  const handlers: LibraryHandlers = {
    ...createLibraryHandlers(context, services),
    ...createPatternHandlers(context, services),
    ...createInspectorHandlers(context),
    ...createSearchHandlers(context),
    ...createOrderHandlers(context, services),
    ...createTrashHandlers(context, services),
    ...createMachineHandlers(context, services),
    ...createSendingHandlers(sending, createSaveAll(context)),
    ...createPreparingHandlers(services.preparing),
    ...createCopiesHandlers(copies),
    ...createPlanningHandlers(context),
    ...createImportHandlers(context, services),
    ...createArrivalHandlers(services),
    ...createDoublesHandlers(context, services),
    ...createMeaningHandlers(services),
    ...createTidyHandlers(context, services),
    ...createSyncHandlers(sync),
  }
  const watching = setTimeout(() => {
    void services.arrivals.start()
    void services.meaning.start()
    sync.start()
  }, choresAfterMs).unref()
  const chores = startChores(
    context,
    services.snapshots,
    signal => checkDatabase('quick', signal),
    services,
    choresAfterMs,
  )
  // Last of all: what is not described yet would be compared with half of its neighbours.
  let isClosing = false
  void chores.done.then(() => isClosing || services.duplicates.searching.watch())
  await services.undo.resume()
  services.jobs.resume()
  let closing: Promise<void> | null = null
  async function closeAll(): Promise<void> {
    clearTimeout(watching)
    isClosing = true
    chores.stop()
    await sync.close()
    await chores.done
    await sending.close()
    await turns.idle()
    await services.imports.close()
    await services.arrivals.close()
    await services.duplicates.searching.close()
    await services.meaning.close()
    services.missed.close()
    await services.syncStore.close()
    await services.snapshots.idle()
    await context.pool.close()
    // So that the next start finds the words ready. Whoever waits for the program to end does not wait for this long.
    await Promise.race([
      context.reader.ask('keepWords').catch(() => {}),
      wait(KEEP_WORDS_MS, undefined, { ref: false }),
    ])
    await context.reader.close()
    events.flush()
    close()
    unlock()
  }
  const library: Library = {
    handlers: preferLookedAt(inTurn(handlers, turns), db, files),
    events,
    assets: {
      originalPath(hash) {
        if (db.get(sql`select hash from original where hash = ${hash}`)) return context.originals.path(hash)
        files.prefer([hash])
        return null
      },
      prepared: id => copies.prepared(id),
    },
    backUpErrand: sync.backUpErrand.bind(sync),
    settled: chores.done,
    // Who closes it twice waits for the same.
    close: () => (closing ??= closeAll()),
  }
  return { library, context, services, sync }
}
