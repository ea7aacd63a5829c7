import type { Change } from '#shared/contract/library/common.ts'
import type { Context } from '../context.ts'
import type { RowChange } from '../db/commit.ts'
import { commitWhile, STEP } from '../db/commit-in-steps.ts'
import { sql, sqlList } from '../db/sql.ts'
import { merge } from '../order/merge.ts'
import { holderOf, known, nameOf, nameTaken, told } from '../order/records.ts'

export interface Designers {
  /** @throws BobbinError `name-taken`, `designer-gone` */
  rename(id: string, name: string): Promise<Change>
  /** Every pattern by one of `ids` is by `into`, and `ids` go. @throws BobbinError `designer-gone` */
  merge(ids: readonly string[], into: string): Promise<Change>
  /** Takes them off their patterns, too; undoing puts them back on all of them. */
  trash(ids: readonly string[]): Promise<Change>
}

export function createDesigners(context: Pick<Context, 'db' | 'clock' | 'events'>): Designers {
  const { db } = context

  /** Up to `limit` patterns by these, in the trash or not, given to somebody else. */
  function give(ids: readonly string[], to: string | null, limit: number): RowChange[] {
    return db
      .values<string>(sql`select id from pattern where designer_id in ${sqlList(ids)} limit ${limit}`)
      .map(id => ({ table: 'pattern', id, set: { designer_id: to } }))
  }

  const going = (ids: readonly string[]): RowChange[] => {
    const now = context.clock.now()
    return known(db, 'designer', ids).map(({ id }) => ({ table: 'designer', id, set: { trashed_at: now } }))
  }

  return {
    async rename(id, name) {
      const before = nameOf(db, 'designer', id)
      const other = holderOf(db, 'designer', name, id)
      if (other !== undefined && isSeen(other)) throw nameTaken('designer', name, other)
      // One whose last pattern went is told nowhere: the name is free for her, and what lies in the trash comes along.
      const unseen = other === undefined ? [] : [other]
      let renamed = false
      return commitWhile(context, { label: 'rename-designer', args: { name, before } }, () => {
        const over = give(unseen, id, STEP)
        if (over.length > 0 || renamed) return over
        renamed = true
        return [...going(unseen), { table: 'designer', id, set: { name } }]
      })
    },

    merge: (ids, into) =>
      merge(
        context,
        {
          table: 'designer',
          label: 'merge-designers',
          count: some =>
            db.values<number>(sql`select count(*) from pattern where designer_id in ${sqlList(some)}`)[0] ?? 0,
          next: give,
        },
        ids,
        into,
      ),

    trash(ids) {
      const some = known(db, 'designer', ids)
      const someIds = some.map(({ id }) => id)
      return commitWhile(context, { label: 'trash-designer', args: told(some) }, () => {
        const off = give(someIds, null, STEP)
        return off.length > 0 ? off : going(someIds)
      })
    },
  }

  function isSeen(id: string): boolean {
    return db.get(sql`select 1 from pattern where designer_id = ${id} and trashed_at is null limit 1`) !== undefined
  }
}
