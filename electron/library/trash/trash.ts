import type { Change } from '#shared/contract/library/common.ts'
import type { Context } from '../context.ts'
import { commit } from '../db/commit.ts'
import { commitInSteps } from '../db/commit-in-steps.ts'
import { sql } from '../db/sql.ts'
import { knownPatterns } from '../patterns/known.ts'
import { createPutBack } from './put-back.ts'

export interface Trash {
  put(ids: readonly string[]): Promise<Change>
  /** Back to where they were, with their tags and in their collections. */
  restore(ids: readonly string[]): Promise<Change>
  /**
   * A file was brought in that belongs to patterns in the trash and to none outside it: they are put back, as part of
   * `continueCommand` when there is one. Empty `ids`: there was nothing to put back.
   */
  restoreByHash(hash: string, continueCommand?: number): { ids: string[]; change: Change }
}

export type TrashContext = Pick<Context, 'db' | 'clock' | 'events'>

export function createTrash(context: TrashContext): Trash {
  const { db } = context
  return {
    put(ids) {
      const patterns = knownPatterns(db, ids, 'not-in-trash')
      const now = context.clock.now()
      return commitInSteps(context, {
        label: 'trash',
        args: { count: patterns.length },
        changes: patterns.map(id => ({ table: 'pattern', id, set: { trashed_at: now } })),
      })
    },
    restore(ids) {
      const patterns = knownPatterns(db, ids, 'in-trash')
      return commitInSteps(context, {
        label: 'restore',
        args: { count: patterns.length },
        changes: patterns.flatMap(createPutBack(db, context.clock.now())),
      })
    },
    restoreByHash(hash, continueCommand) {
      const holders = db.all<{
        id: string
        trashed: number
      }>(sql`select distinct p.id, p.trashed_at is not null as trashed
        from file f join pattern p on p.id = f.pattern_id where f.hash = ${hash} and f.trashed_at is null order by p.seq`)
      const ids = holders.every(holder => holder.trashed === 1) ? holders.map(holder => holder.id) : []
      const change = commit(context, {
        label: 'restore',
        args: { count: ids.length },
        changes: ids.flatMap(createPutBack(db, context.clock.now())),
        ...(continueCommand === undefined ? {} : { continueCommand }),
      })
      return { ids, change }
    },
  }
}
