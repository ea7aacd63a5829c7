import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { DoublePair } from '#shared/contract/library/doubles.ts'
import type { Context } from '../context.ts'
import { commit, type RowChange } from '../db/commit.ts'
import { designPairId } from '../db/derived-id.ts'
import { type Belongings, belongingsOf } from '../db/tables/pattern-pair.ts'
import { filesOver, wordsOver } from './unite.ts'

/** What she decides of two patterns that look alike. Each is one change, undone as one. */
export interface Decisions {
  /** @throws BobbinError `pattern-gone`, as all of them */
  keepBoth(first: string, second: string): Change
  notSame(first: string, second: string): Change
  keepOne(keep: string, other: string): Change
  combine(keep: string, other: string): Change
  /** What is suggested for these; pairs of which one has gone to the trash meanwhile, also by an earlier one of them, are left out. */
  accept(pairs: readonly DoublePair[]): Change
}

type DecideContext = Pick<Context, 'db' | 'clock' | 'events' | 'newId'>

export function createDecisions(context: DecideContext): Decisions {
  const { db, clock } = context

  function there(id: string): Belongings {
    const row = belongingsOf(db, id)
    if (row) return row
    throw new BobbinError('pattern-gone', 'This pattern is not in your library any more.', { id })
  }

  function remember(one: string, other: string, decision: 'keep-both' | 'not-same'): RowChange {
    const [first_id, second_id] = [one, other].toSorted() as [string, string]
    const set = { first_id, second_id, decision, trashed_at: null }
    return { table: 'design_pair', id: designPairId(one, other), set }
  }

  const gone = (id: string): RowChange => ({ table: 'pattern', id, set: { trashed_at: clock.now() } })

  function keepOneChanges(keep: Belongings, other: Belongings): RowChange[] {
    return [...wordsOver(context, keep, other), gone(other.id)]
  }

  function combineChanges(keep: Belongings, other: Belongings): RowChange[] {
    return [...wordsOver(context, keep, other), ...filesOver(context, keep.id, other.id), gone(other.id)]
  }

  function suggested({ suggestion, first, second }: DoublePair): RowChange[] {
    const ids = [first.id, second.id]
    if (suggestion === null || ids.some(id => belongingsOf(db, id) === undefined)) return []
    const keep = there(suggestion.keep)
    const other = there(ids.find(id => id !== keep.id)!)
    switch (suggestion.action) {
      case 'keep-both':
        return [remember(keep.id, other.id, 'keep-both')]
      case 'keep-one':
        return keepOneChanges(keep, other)
      case 'combine':
        return combineChanges(keep, other)
    }
  }

  return {
    keepBoth(first, second) {
      const args = { name: there(first).name, other: there(second).name }
      return commit(context, { label: 'keep-both', args, changes: [remember(first, second, 'keep-both')] })
    },
    notSame(first, second) {
      const args = { name: there(first).name, other: there(second).name }
      return commit(context, { label: 'not-the-same', args, changes: [remember(first, second, 'not-same')] })
    },
    keepOne(keepId, otherId) {
      const [keep, other] = [there(keepId), there(otherId)]
      const args = { name: keep.name, other: other.name }
      return commit(context, { label: 'keep-one', args, changes: keepOneChanges(keep, other) })
    },
    combine(keepId, otherId) {
      const [keep, other] = [there(keepId), there(otherId)]
      const args = { name: keep.name, other: other.name }
      return commit(context, { label: 'combine-patterns', args, changes: combineChanges(keep, other) })
    },
    accept(pairs) {
      return db.transaction(() => {
        let change: Change = { commandId: null, label: 'accept-doubles', args: { count: 0 }, patterns: 0 }
        const total = pairs.filter(({ suggestion }) => suggestion !== null).length
        // One after the other into one command: what one has brought about, the next one finds.
        for (const pair of pairs) {
          const changes = suggested(pair)
          if (changes.length === 0) continue
          const going = change.commandId === null ? {} : { continueCommand: change.commandId }
          const done = commit(context, { label: 'accept-doubles', args: { count: total }, changes, ...going })
          change = { ...done, patterns: change.patterns + done.patterns }
        }
        return change
      })
    },
  }
}
