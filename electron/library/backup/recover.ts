import { existsSync } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Context, Logger } from '../context.ts'
import { openDatabase, type OpenDatabase } from '../db/open.ts'
import type { LibraryDirs } from '../dirs.ts'
import { writeSetting } from '../db/tables/setting.ts'
import { suspectWords } from '../search/stale-words.ts'
import { syncFolder } from '../files/durable.ts'
import type { Notice } from '../settings/notice.ts'
import { renewDevice } from '../sync/store/meta.ts'
import { CHECKS } from './checks.ts'
import { salvage } from './salvage.ts'
import { timeWords } from './time-words.ts'
import { listNames, removeDatabase } from './snapshots.ts'
import type { SnapshotName } from './snapshot-name.ts'

export interface Opened extends OpenDatabase {
  /** What has to be told about the opening; null: nothing. */
  readonly notice: Notice | null
}

type BeforeMigration = (backup: OpenDatabase['backup']) => Promise<void>

/**
 * When a safety copy last took the place of a damaged library. Files kept before that may belong to patterns that the copy does not know, so
 * they are never cleared away as left over.
 */
export const RECOVERED_AT = 'core.recoveredAt'

interface RecoverParts extends Pick<Context, 'clock' | 'newId'> {
  readonly dir: LibraryDirs
  readonly log: Logger
  readonly beforeMigration: BeforeMigration
}

/**
 * Opens the library's database. A damaged one is set aside, never deleted, and the newest good safety copy takes its place; where there
 * is none, an empty library does. Either way the notice says so.
 */
export async function openOrRecover(parts: RecoverParts): Promise<Opened> {
  const { dir, log } = parts
  const suspected = existsSync(suspicionOf(dir))
  try {
    const verdict = suspected || (await isLost(dir)) ? CHECKS.copy(dir.database).database : 'ok'
    if (verdict !== 'ok') throw new BobbinError('library-damaged', 'The library is damaged.', { verdict })
    const opened = await openDatabase(dir.database, parts.beforeMigration)
    await rm(suspicionOf(dir), { force: true })
    return { ...opened, notice: null }
  } catch (error) {
    if (!(error instanceof BobbinError) || error.code !== 'library-damaged') throw error
    log.error({ error }, 'the library is damaged')
    return recover(parts)
  }
}

/** Damage was seen while the library is open: the next start looks through the whole database before it opens it. */
export async function suspectDamage(dir: LibraryDirs): Promise<void> {
  await writeFile(suspicionOf(dir), '')
}

/** No database, or an empty file in its place, beside safety copies: this is not a new library. */
async function isLost(dir: LibraryDirs): Promise<boolean> {
  const size = existsSync(dir.database) ? (await stat(dir.database)).size : 0
  return size === 0 && (await listNames(dir.snapshots)).length > 0
}

const suspicionOf = (dir: LibraryDirs): string => join(dir.root, 'check-at-start')

async function recover({ dir, log, clock, newId, beforeMigration }: RecoverParts): Promise<Opened> {
  const now = clock.now()
  // Cut off between moving the damaged one away and putting the copy in place, the next start comes here again.
  await suspectDamage(dir)
  const setAside = await moveAside(dir, now)
  const good = await newestGood(dir, log)
  if (good) await putInPlace(join(dir.snapshots, good.name), dir)
  const opened = await openDatabase(dir.database, beforeMigration)
  // Its stamps go on from an older state: another id keeps them apart from those the damaged one made since.
  renewDevice(opened.db, newId())
  const taken = salvage(opened.db, join(setAside, basename(dir.database)), log)
  writeSetting(opened.db, RECOVERED_AT, now)
  suspectWords(opened.db)
  await rm(suspicionOf(dir), { force: true })
  return { ...opened, notice: noticeOf(good, taken, setAside, now) }
}

async function moveAside(dir: LibraryDirs, now: number): Promise<string> {
  const folder = join(dir.root, 'damaged', new Date(now).toISOString().replaceAll(':', '-'))
  await mkdir(folder, { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) {
    const from = dir.database + suffix
    if (existsSync(from)) await rename(from, join(folder, basename(from)))
  }
  return folder
}

async function newestGood(dir: LibraryDirs, log: Logger): Promise<SnapshotName | null> {
  for (const snapshot of await listNames(dir.snapshots)) {
    const verdict = CHECKS.copy(join(dir.snapshots, snapshot.name)).database
    if (verdict === 'ok') return snapshot
    log.warn({ snapshot: snapshot.name, verdict }, 'a safety copy is damaged as well')
  }
  return null
}

/** The copy itself stays where it is. A safety copy is a closed file, so copying it is safe. */
async function putInPlace(snapshot: string, dir: LibraryDirs): Promise<void> {
  const writing = join(dir.temp, 'recovered.db')
  await removeDatabase(writing)
  await copyFile(snapshot, writing)
  const file = await open(writing, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(writing, dir.database)
  await syncFolder(dir.root)
}

function noticeOf(good: SnapshotName | null, taken: number, setAside: string, now: number): Notice {
  const rest = taken > 0 ? 'Newer changes were taken over as far as they could be read.' : null
  if (!good) {
    return {
      code: 'library-started-anew',
      message:
        'Bobbin found your library damaged and had no safety copy yet. Your pattern files are all here. ' +
        (rest ?? 'Please bring your patterns in again to see them.'),
      detail: { taken, setAside },
    }
  }
  return {
    code: 'library-recovered',
    message:
      `Bobbin found your library damaged and opened the safety copy of ${timeWords(good.at, now)}. ` +
      `Your pattern files are all here. ${rest ?? 'What you did after that needs doing again.'}`,
    detail: { snapshotAt: good.at, snapshot: good.name, taken, setAside },
  }
}
