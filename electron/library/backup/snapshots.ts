import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Snapshot } from '#shared/contract/library/upkeep.ts'
import type { Clock } from '#shared/domain/ids.ts'
import type { Logger } from '../context.ts'
import type { LibraryDirs } from '../dirs.ts'
import { syncFolder } from '../files/durable.ts'
import { expendable } from './rotation.ts'
import { parseSnapshotName, type SnapshotName, snapshotName, type SnapshotReason } from './snapshot-name.ts'

export interface Snapshots {
  /** Newest first. */
  list(): Promise<Snapshot[]>
  /** Makes a safety copy of the database, checks it, and lets go of old ones. One at a time. */
  make(reason: SnapshotReason): Promise<Snapshot>
  newestAt(): Promise<number | null>
  /** Resolves when none is being made. */
  idle(): Promise<void>
}

export interface SnapshotParts {
  readonly dir: Pick<LibraryDirs, 'snapshots'>
  readonly clock: Clock
  readonly log: Logger
  /** SQLite's own backup of the open database into a new file. */
  backup(path: string): Promise<void>
  /** `ok`, or what is wrong with a copy. */
  check(path: string): Promise<string>
}

/** Beside its final place, so that giving it its name moves nothing. */
const WRITING = '.writing.db'

export function createSnapshots({ dir, clock, log, backup, check }: SnapshotParts): Snapshots {
  let last: Promise<unknown> = Promise.resolve()

  async function make(reason: SnapshotReason): Promise<Snapshot> {
    const at = clock.now()
    const name = snapshotName(at, reason)
    const writing = join(dir.snapshots, WRITING)
    const path = join(dir.snapshots, name)
    // One that a killed process left half made; SQLite would add to it.
    await removeDatabase(writing)
    try {
      await backup(writing)
      const verdict = await check(writing)
      if (verdict !== 'ok') throw new BobbinError('snapshot-damaged', 'The safety copy could not be made.', { verdict })
      await rename(writing, path)
      await syncFolder(dir.snapshots)
    } catch (error) {
      await removeDatabase(writing)
      throw error
    }
    for (const old of expendable(await listNames(dir.snapshots), at))
      await removeDatabase(join(dir.snapshots, old.name))
    log.info({ name }, 'made a safety copy')
    return { name, at, reason, bytes: (await stat(path)).size }
  }

  return {
    make(reason) {
      const turn = last.then(() => make(reason))
      last = turn.catch(() => {})
      return turn
    },
    async list() {
      const names = await listNames(dir.snapshots)
      return Promise.all(names.map(async one => ({ ...one, bytes: (await stat(join(dir.snapshots, one.name))).size })))
    },
    idle: async () => void (await last),
    async newestAt() {
      return (await listNames(dir.snapshots))[0]?.at ?? null
    },
  }
}

/** Newest first. */
export async function listNames(folder: string): Promise<SnapshotName[]> {
  const names = (await readdir(folder)).flatMap(name => parseSnapshotName(name) ?? [])
  return names.sort((a, b) => b.at - a.at)
}

/** A database file with the two that SQLite may have put beside it. */
export async function removeDatabase(path: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) await rm(path + suffix, { force: true })
}
