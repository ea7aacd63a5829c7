import type { Clock } from '#shared/domain/ids.ts'
import type { WriteDb } from '#library/db/handles.ts'
import { putStored } from '#library/db/tables/cloud-file.ts'

/**
 * What the cloud said that it has, on its way into the table: a few times a second, for every commit waits for the disk while nothing else
 * of the library can. What a crash loses of it is asked of the cloud again, and nothing is sent twice for it.
 */
export interface Marks {
  /** The cloud has just said so of these. Written soon. */
  add(hashes: readonly string[]): void
  /** Writes at once; inside a transaction, with it. Throws what the disk says; they are then still to be written. */
  write(): void
  /** Writes at once what can be written; trouble is told to the log. */
  flush(): void
}

export interface MarksParts {
  readonly db: WriteDb
  readonly clock: Clock
  readonly everyMs: number
  readonly written: () => void
  readonly onTrouble: (error: unknown) => void
}

export function createMarks({ db, clock, everyMs, written, onTrouble }: MarksParts): Marks {
  let gathered: string[] = []
  /** Of the one that was said first: nothing may count as said later than it was, or the cloud is not asked after a restore. */
  let saidAt = 0
  let timer: NodeJS.Timeout | null = null

  function write(): void {
    if (timer) clearTimeout(timer)
    timer = null
    if (gathered.length === 0) return
    db.transaction(() => putStored(db, gathered, saidAt))
    gathered = []
    db.afterCommit(written)
  }

  function flush(): void {
    try {
      write()
    } catch (error) {
      onTrouble(error)
    }
  }

  return {
    add(hashes) {
      if (hashes.length === 0) return
      if (gathered.length === 0) saidAt = clock.now()
      gathered.push(...hashes)
      timer ??= setTimeout(flush, everyMs).unref()
    },
    write,
    flush,
  }
}
