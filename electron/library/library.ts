import { availableParallelism } from 'node:os'
import type { LibraryHandlers } from '#shared/contract/library.ts'
import { type Clock, type Random, uuidV7 } from '#shared/domain/ids.ts'
import { createEventHub, type EventHub } from '#shared/rpc/events.ts'
import type { Context, LibraryHost, Logger } from './context.ts'
import { lockLibrary } from './db/lock.ts'
import { openDatabase } from './db/open.ts'
import { sql } from './db/sql.ts'
import { makeLibraryDirs } from './dirs.ts'
import { createOriginals, sweepUnfinished } from './files/originals.ts'
import { createLibraryHandlers } from './handlers/library.ts'
import { createPatternHandlers } from './handlers/patterns.ts'
import { startReader } from './reader/client.ts'
import { ensureLibraryId } from './settings/library-id.ts'
import { createPool } from './work/pool.ts'

export interface LibraryOptions {
  /** The library's folder; made when it is not there. */
  readonly dir: string
  readonly clock: Clock
  readonly random: Random
  readonly host: LibraryHost
  readonly log: Logger
  /** Entry files of the threads; they stand beside the entry file that calls createLibrary. */
  readonly threads: { readonly reader: URL; readonly worker: URL }
}

export interface Library {
  readonly handlers: LibraryHandlers
  readonly events: EventHub
  readonly assets: {
    /** The file of a picture or original of this library; null for anything else. Never outside originals/. */
    originalPath(hash: string): string | null
  }
  close(): Promise<void>
}

/**
 * The one composition root: the utility process, the web shell, the command line and the tests all call this.
 * @throws BobbinError `library-in-use`, `library-too-new`, `library-damaged`, `library-not-writable`
 */
export async function createLibrary(options: LibraryOptions): Promise<Library> {
  const { clock, random, host, log, threads } = options
  const dir = makeLibraryDirs(options.dir)
  const unlock = lockLibrary(dir.lock)
  const { db, close } = await openDatabase(dir.database, async () => {})
  await sweepUnfinished(dir.originals)
  const context: Context = {
    db,
    reader: startReader(threads.reader, dir.database, log),
    clock,
    random,
    newId: () => uuidV7(clock, random),
    log,
    events: createEventHub(error => log.error({ error }, 'a listener failed')),
    dir,
    originals: createOriginals(dir.originals),
    pool: createPool({ worker: threads.worker, threads: availableParallelism() }),
    host,
  }
  ensureLibraryId(context)
  const handlers = { ...createLibraryHandlers(context), ...createPatternHandlers(context) } as LibraryHandlers
  return {
    handlers,
    events: context.events,
    assets: {
      originalPath: hash =>
        db.get(sql`select hash from original where hash = ${hash}`) ? context.originals.path(hash) : null,
    },
    async close() {
      await context.pool.close()
      await context.reader.close()
      close()
      unlock()
    },
  }
}
