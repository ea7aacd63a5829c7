import type { Change } from '#shared/contract/library/common.ts'
import type { CommandInput, CommitContext, RowChange } from '../db/commit.ts'
import { commitWhile, STEP } from '../db/commit-in-steps.ts'
import { searchesAskingInstead } from '../searches/question.ts'
import { known, nameOf } from './records.ts'

export interface Merging {
  readonly table: 'tag' | 'collection' | 'designer'
  readonly label: CommandInput['label']
  /** How many patterns go over. */
  count(ids: readonly string[]): number
  /** Takes up to `limit` patterns over; nothing when all of them are. */
  next(ids: readonly string[], into: string, limit: number): readonly RowChange[]
}

/**
 * Everything of `ids` goes over to `into`, then `ids` go, and kept searches that asked for them ask for `into`: one command. Those that
 * are gone already are left out; the last step takes them away in the same transaction in which nothing of theirs is left.
 */
export async function merge(
  context: CommitContext,
  { table, label, count, next }: Merging,
  ids: readonly string[],
  into: string,
): Promise<Change> {
  const { db } = context
  const name = nameOf(db, table, into)
  const going = known(
    db,
    table,
    ids.filter(id => id !== into),
  )
  const goingIds = going.map(({ id }) => id)
  const patterns = count(goingIds)
  const args = { name, merged: going.map(one => one.name), count: patterns }
  const done = await commitWhile(context, { label, args }, () => {
    const over = next(goingIds, into, STEP)
    if (over.length > 0) return over
    const now = context.clock.now()
    return [
      ...searchesAskingInstead(db, table, goingIds, into),
      ...known(db, table, goingIds).map(({ id }): RowChange => ({ table, id, set: { trashed_at: now } })),
    ]
  })
  return { ...done, patterns }
}
