import { type Bucket, folderOf } from './bucket.ts'
import type { ShelfParts } from './create-shelf.ts'
import type { FileOwner } from './shelf.ts'
import * as rows from './statements.ts'

/** An object that no row names may belong to an upload under way; after a day it does not. */
export const LOST_AFTER_MS = 24 * 60 * 60 * 1000

/**
 * The files' part of a nightly run, after `feed_counter.night` has gone up. A file stays for 30 runs after the last one that found it named
 * in a record, in the trash or in the history, or after it was last sent or asked for.
 * @returns how many files went
 */
export async function collect({ use, bucket, clock }: ShelfParts, owner: FileOwner): Promise<number> {
  const gone = await use(owner, db =>
    db.transaction().execute(async transaction => {
      await rows.markReferenced(transaction)
      const collected = await rows.collectUnreferenced(transaction)
      await rows.reserve(transaction, -collected.reduce((sum, file) => sum + file.bytes, 0), null)
      return collected
    }),
  )
  if (bucket) {
    await bucket.remove(gone.flatMap(file => file.object ?? []))
    await sweep(bucket, owner, clock.now() - LOST_AFTER_MS, objects => use(owner, db => rows.knownObjects(db, objects)))
  }
  return gone.length
}

/** Objects of uploads that a crash cut between bucket and row. */
async function sweep(
  bucket: Bucket,
  owner: FileOwner,
  before: number,
  known: (objects: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
  for await (const page of bucket.list(folderOf(owner.id))) {
    const old = page.filter(({ at }) => at.getTime() < before).map(({ key }) => key)
    if (old.length === 0) continue
    const named = await known(old)
    await bucket.remove(old.filter(key => !named.has(key)))
  }
}
