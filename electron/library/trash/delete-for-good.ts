import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { announce } from '../db/commit.ts'
import { purgePatterns, trashedBefore } from '../db/tables/purge.ts'
import { forgetOriginals, isKeeping, unreferenced } from '../db/tables/unreferenced.ts'
import { knownPatterns } from '../patterns/known.ts'
import type { Snapshots } from '../backup/snapshots.ts'
import { hasMetCloud } from '../sync/store/meta.ts'
import { keysOfPattern } from '../sync/store/owners.ts'
import { forgetStored } from '../sync/store/queries.ts'
import type { SyncStore } from '../sync/store/store.ts'

/** What is in the trash so long goes by itself. The one number: the window counts these days down. */
const TRASH_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000
const STEP = 50
/** From here on a safety copy of the library is made first. */
const MANY = 20

export type PurgeContext = Pick<Context, 'db' | 'clock' | 'events' | 'originals'>

/**
 * Only what is in the trash already. Returns how many went; the files of a pattern go with it unless another pattern has them too.
 *
 * Of a library that has met the cloud they go from sight at once, on all her computers: that is a field of the record. The values stay until
 * the cloud purges, thirty nights later, for what somebody typed elsewhere without knowing must not be lost, and the files with them.
 */
export async function deleteForGood(
  context: PurgeContext,
  { snapshots, syncStore }: { snapshots: Pick<Snapshots, 'make'>; syncStore: Pick<SyncStore, 'deleteForGood'> },
  asked: readonly string[],
): Promise<number> {
  const ids = knownPatterns(context.db, asked, 'in-trash')
  if (ids.length > MANY) await snapshots.make('before-deleting')
  for (let at = 0; at < ids.length; at += STEP) {
    const some = ids.slice(at, at + STEP)
    if (hasMetCloud(context.db)) {
      syncStore.deleteForGood(some)
      await setImmediate()
    } else await purge(context, some)
  }
  return ids.length
}

/** Lets go of what has been in the trash for thirty days. Once the cloud was met it alone says what goes, by its own nights. */
export async function emptyOldTrash(context: PurgeContext, signal: AbortSignal): Promise<number> {
  if (hasMetCloud(context.db)) return 0
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
    const keys = ids.flatMap(id => [{ table: 'pattern', id }, ...keysOfPattern(db, id)])
    const hashesOfFiles = purgePatterns(db, ids)
    // Nobody but this computer ever heard of them.
    for (const key of keys) forgetStored(db, key)
    return hashesOfFiles
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
