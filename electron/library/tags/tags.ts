import type { Change } from '#shared/contract/library/common.ts'
import type { Context } from '../context.ts'
import { commit, type RowChange } from '../db/commit.ts'
import { commitInSteps, commitWhile, STEP } from '../db/commit-in-steps.ts'
import { patternTagId } from '../db/derived-id.ts'
import { sql, sqlList } from '../db/sql.ts'
import { arrange, type Arrangement, arrangedSet } from '../order/arrange.ts'
import { createGroups, type Groups, TAG_GROUPS } from '../order/groups.ts'
import { merge } from '../order/merge.ts'
import { checkFree, known, nameOf, told } from '../order/records.ts'
import { knownPatterns } from '../patterns/known.ts'
import { namedTag } from './named.ts'

export interface Tags {
  /** Puts tags (by name, made when new) on patterns and takes others (by id) off. */
  tag(ids: readonly string[], add: readonly string[], remove: readonly string[]): Promise<Change>
  /** @throws BobbinError `name-taken` */
  make(name: string): { id: string; change: Change }
  /** @throws BobbinError `name-taken`, `tag-gone`, `group-gone` */
  edit(id: string, set: { name?: string | undefined } & Arrangement): Promise<Change>
  /** Pins and groups several. */
  arrange(ids: readonly string[], set: Arrangement): Promise<Change>
  /** Every pattern that wears one of `ids` wears `into`, and `ids` go. @throws BobbinError `tag-gone` */
  merge(ids: readonly string[], into: string): Promise<Change>
  /** Takes them off every pattern, too; undoing puts them back on all of them. */
  trash(ids: readonly string[]): Promise<Change>
  readonly groups: Groups
}

export function createTags(context: Pick<Context, 'db' | 'clock' | 'events' | 'newId'>): Tags {
  const { db } = context

  /** Up to `limit` patterns that wear one of these tags, in the trash or not. */
  function worn(ids: readonly string[], limit: number): { id: string; pattern: string }[] {
    return db.all(sql`select id, pattern_id as pattern from pattern_tag
      where tag_id in ${sqlList(ids)} and trashed_at is null limit ${limit}`)
  }

  return {
    tag(ids, add, remove) {
      const patterns = knownPatterns(db, ids, 'anywhere')
      // Of two spellings of one new tag, the first counts.
      const named = [
        ...Map.groupBy(
          add.map(name => namedTag(db, name)),
          ({ id }) => id,
        ).values(),
      ].map(same => same[0]!)
      const added = patterns.flatMap(patternId => named.map(({ id }) => membership(patternId, id, null)))
      const now = context.clock.now()
      const removed = patterns.flatMap(patternId =>
        remove.filter(tagId => isOn(patternId, tagId)).map(tagId => membership(patternId, tagId, now)),
      )
      const removedNames = remove.flatMap(id => db.values<string>(sql`select name from tag where id = ${id}`))
      return commitInSteps(context, {
        label: 'tag',
        args: { count: patterns.length, added: [...add], removed: removedNames },
        changes: [...(patterns.length > 0 ? named.flatMap(({ changes }) => changes) : []), ...removed, ...added],
      })
    },

    make(name) {
      checkFree(db, 'tag', name, null)
      const { id, changes } = namedTag(db, name)
      return { id, change: commit(context, { label: 'make-tag', args: { name }, changes }) }
    },

    async edit(id, { name, ...place }) {
      if (name === undefined) return arrange(context, 'tag', [id], place)
      const before = nameOf(db, 'tag', id)
      checkFree(db, 'tag', name, id)
      const set = { name, ...arrangedSet(db, 'tag', place) }
      const changes: RowChange[] = [{ table: 'tag', id, set }]
      return commitInSteps(context, { label: 'rename-tag', args: { name, before }, changes })
    },

    arrange: async (ids, set) => arrange(context, 'tag', ids, set),

    merge: (ids, into) =>
      merge(
        context,
        {
          table: 'tag',
          label: 'merge-tags',
          count: going =>
            db.values<number>(sql`select count(distinct pattern_id) from pattern_tag
              where tag_id in ${sqlList(going)} and trashed_at is null`)[0] ?? 0,
          next(going, to, limit) {
            const now = context.clock.now()
            return worn(going, limit / 2).flatMap(({ id, pattern }): RowChange[] => [
              { table: 'pattern_tag', id, set: { trashed_at: now } },
              membership(pattern, to, null),
            ])
          },
        },
        ids,
        into,
      ),

    trash(ids) {
      const tags = known(db, 'tag', ids)
      const tagIds = tags.map(({ id }) => id)
      return commitWhile(context, { label: 'trash-tag', args: told(tags) }, () => {
        const now = context.clock.now()
        const off = worn(tagIds, STEP).map(
          ({ id }): RowChange => ({ table: 'pattern_tag', id, set: { trashed_at: now } }),
        )
        if (off.length > 0) return off
        return known(db, 'tag', tagIds).map(({ id }): RowChange => ({ table: 'tag', id, set: { trashed_at: now } }))
      })
    },

    groups: createGroups(context, TAG_GROUPS),
  }

  function isOn(patternId: string, tagId: string): boolean {
    return (
      db.get(sql`select 1 from pattern_tag
        where pattern_id = ${patternId} and tag_id = ${tagId} and trashed_at is null`) !== undefined
    )
  }
}

/** A tag on a pattern; `trashedAt` null: it is on. */
export function membership(patternId: string, tagId: string, trashedAt: number | null): RowChange {
  return {
    table: 'pattern_tag',
    id: patternTagId(patternId, tagId),
    set: { pattern_id: patternId, tag_id: tagId, trashed_at: trashedAt },
  }
}
