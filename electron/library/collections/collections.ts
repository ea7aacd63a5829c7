import type { Change } from '#shared/contract/library/common.ts'
import type { Context } from '../context.ts'
import { commit, type RowChange } from '../db/commit.ts'
import { commitInSteps } from '../db/commit-in-steps.ts'
import { collectionPatternId } from '../db/derived-id.ts'
import { sql, sqlList } from '../db/sql.ts'
import { arrange, type Arrangement, arrangedSet } from '../order/arrange.ts'
import { COLLECTION_GROUPS, createGroups, type Groups } from '../order/groups.ts'
import { merge } from '../order/merge.ts'
import { checkFree, known, nameOf, told } from '../order/records.ts'
import { knownPatterns } from '../patterns/known.ts'

export interface Collections {
  /** @throws BobbinError `name-taken` */
  make(name: string): { id: string; change: Change }
  /** @throws BobbinError `name-taken`, `collection-gone`, `group-gone` */
  edit(id: string, set: { name?: string | undefined } & Arrangement): Change
  /** Pins and groups several. */
  arrange(ids: readonly string[], set: Arrangement): Change
  /** Every pattern that is in one of `ids` is in `into`, and `ids` go. @throws BobbinError `collection-gone` */
  merge(ids: readonly string[], into: string): Promise<Change>
  /** Their patterns stay in the library; undoing brings them back with all of them. */
  trash(ids: readonly string[]): Change
  /** Puts patterns in, or takes them out. */
  collect(ids: readonly string[], collectionId: string, member: boolean): Promise<Change>
  readonly groups: Groups
}

export function createCollections(context: Pick<Context, 'db' | 'clock' | 'events' | 'newId'>): Collections {
  const { db } = context

  function into(collectionId: string, patternId: string): RowChange {
    const id = collectionPatternId(collectionId, patternId)
    const set = { collection_id: collectionId, pattern_id: patternId, trashed_at: null }
    return { table: 'collection_pattern', id, set }
  }

  function out(collectionId: string, patterns: readonly string[]): RowChange[] {
    const now = context.clock.now()
    return db
      .values<string>(sql`select id from collection_pattern
        where collection_id = ${collectionId} and pattern_id in ${sqlList(patterns)} and trashed_at is null`)
      .map(id => ({ table: 'collection_pattern', id, set: { trashed_at: now } }))
  }

  return {
    make(name) {
      checkFree(db, 'collection', name, null)
      const id = context.newId()
      const changes: RowChange[] = [{ table: 'collection', id, set: { name } }]
      return { id, change: commit(context, { label: 'make-collection', args: { name }, changes }) }
    },

    edit(id, { name, ...place }) {
      if (name === undefined) return arrange(context, 'collection', [id], place)
      const before = nameOf(db, 'collection', id)
      checkFree(db, 'collection', name, id)
      const set = { name, ...arrangedSet(db, 'collection', place) }
      const changes: RowChange[] = [{ table: 'collection', id, set }]
      return commit(context, { label: 'rename-collection', args: { name, before }, changes })
    },

    arrange: (ids, set) => arrange(context, 'collection', ids, set),

    merge: (ids, to) =>
      merge(
        context,
        {
          table: 'collection',
          label: 'merge-collections',
          count: going =>
            db.values<number>(sql`select count(distinct pattern_id) from collection_pattern
              where collection_id in ${sqlList(going)} and trashed_at is null`)[0] ?? 0,
          next(going, kept, limit) {
            const now = context.clock.now()
            const inside = db.all<{ id: string; pattern: string }>(sql`select id, pattern_id as pattern
              from collection_pattern where collection_id in ${sqlList(going)} and trashed_at is null limit ${limit / 2}`)
            return inside.flatMap(({ id, pattern }): RowChange[] => [
              { table: 'collection_pattern', id, set: { trashed_at: now } },
              into(kept, pattern),
            ])
          },
        },
        ids,
        to,
      ),

    trash(ids) {
      const some = known(db, 'collection', ids)
      const now = context.clock.now()
      return commit(context, {
        label: 'trash-collection',
        args: told(some),
        changes: some.map(({ id }): RowChange => ({ table: 'collection', id, set: { trashed_at: now } })),
      })
    },

    collect(ids, collectionId, member) {
      const name = nameOf(db, 'collection', collectionId)
      const patterns = knownPatterns(db, ids, 'anywhere')
      return commitInSteps(context, {
        label: member ? 'collect' : 'uncollect',
        args: { name, count: patterns.length },
        changes: member ? patterns.map(id => into(collectionId, id)) : out(collectionId, patterns),
      })
    },

    groups: createGroups(context, COLLECTION_GROUPS),
  }
}
