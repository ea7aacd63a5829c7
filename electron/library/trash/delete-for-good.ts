import type { Context } from '../context.ts'
import { announce } from '../db/commit.ts'
import { purgePatterns, trashedBefore } from '../db/tables/purge.ts'
import { forgetOriginals, isKeeping, unreferenced } from '../db/tables/unreferenced.ts'
import { knownPatterns } from '../patterns/known.ts'
import type { Snapshots } from '../backup/snapshots.ts'

/** What is in the trash so long goes by itself. The one number: the window counts these days down. */
const TRASH_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000
const STEP = 50
/** From here on a safety copy of the library is made first. */
const MANY = 20

export type PurgeContext = Pick<Context, 'db' | 'clock' | 'events' | 'originals'>

/** Only what is in the trash already. Returns how many went; the files of a pattern go with it unless another pattern has them too. */
export async function deleteForGood(
  context: PurgeContext,
  snapshots: Pick<Snapshots, 'make'>,
  asked: readonly string[],
): Promise<number> {
  const ids = knownPatterns(context.db, asked, 'in-trash')
  if (ids.length > MANY) await snapshots.make('before-deleting')
  for (let at = 0; at < ids.length; at += STEP) await purge(context, ids.slice(at, at + STEP))
  return ids.length
}

/** Lets go of what has been in the trash for thirty days. */
export async function emptyOldTrash(context: PurgeContext, signal: AbortSignal): Promise<number> {
  const before = context.clock.now() - TRASH_DAYS * DAY_MS
  for (let count = 0; ; ) {
    const ids = signal.aborted ? [] : trashedBefore(context.db, before, STEP)
    if (ids.length === 0) return count
    await purge(context, ids)
    count += ids.length
  }
}

async function purge(context: PurgeContext, ids: readonly string[]): Promise<void> {
  const { db } = context
  const hashes = db.transaction(() => {
    const touched = {
      patterns: new Set(ids),
      reworded: new Set<string>(),
      tags: true,
      collections: true,
      searches: false,
      machines: false,
      doubles: true,
      owner: () => null,
    }
    announce(context, touched)
    return purgePatterns(db, ids)
  })
  await removeUnreferenced(context, hashes)
}

/**
 * Removes originals that nothing needs any more. While an import is keeping files this does nothing, since one of them may be wanted again
 * this very moment; `library.verify` finds what stayed.
 */
export async function removeUnreferenced(
  { db, originals }: Pick<Context, 'db' | 'originals'>,
  hashes: readonly string[],
): Promise<string[]> {
  if (isKeeping(db)) return []
  const free = unreferenced(db, hashes)
  // The row first: a file without a row is an orphan that is found and removed, a row without a file would be a missing one.
  forgetOriginals(db, free)
  for (const hash of free) await originals.remove(hash)
  return free
}
