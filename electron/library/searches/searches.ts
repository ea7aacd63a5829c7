import type { CommandLabel } from '#shared/commands/labels.ts'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { Question, SavedSearch } from '#shared/contract/library/order.ts'
import type { Context } from '../context.ts'
import { commit } from '../db/commit.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'
import { checkFree, nameOf } from '../order/records.ts'
import { openQuestion } from './question.ts'

interface Edit {
  readonly name?: string | undefined
  readonly pinned?: boolean | undefined
  readonly question?: Question | undefined
}

/** Questions she asks again: "narrow borders by Anna". */
export interface Searches {
  /** @throws BobbinError `name-taken` */
  save(name: string, question: Question, pinned: boolean): { id: string; change: Change }
  /** @throws BobbinError `name-taken`, `search-gone` */
  edit(id: string, set: Edit): Change
  /** @throws BobbinError `search-gone` */
  trash(id: string): Change
}

export function createSearches(context: Pick<Context, 'db' | 'clock' | 'events' | 'newId'>): Searches {
  const { db } = context
  return {
    save(name, question, pinned) {
      checkFree(db, 'saved_search', name, null)
      const id = context.newId()
      const set = { name, question: JSON.stringify(question), pinned: pinned ? 1 : 0 }
      const changes = [{ table: 'saved_search', id, set }] as const
      return { id, change: commit(context, { label: 'save-search', args: { name }, changes }) }
    },

    edit(id, edit) {
      const before = nameOf(db, 'saved_search', id)
      const { name, pinned, question } = edit
      if (name !== undefined) checkFree(db, 'saved_search', name, id)
      const set = {
        ...(name === undefined ? {} : { name }),
        ...(pinned === undefined ? {} : { pinned: pinned ? 1 : 0 }),
        ...(question === undefined ? {} : { question: JSON.stringify(question) }),
      }
      const args = { name: name ?? before, before }
      return commit(context, { label: labelOf(edit), args, changes: [{ table: 'saved_search', id, set }] })
    },

    trash(id) {
      const name = nameOf(db, 'saved_search', id)
      const set = { trashed_at: context.clock.now() }
      return commit(context, { label: 'trash-search', args: { name }, changes: [{ table: 'saved_search', id, set }] })
    },
  }
}

function labelOf({ name, pinned, question }: Edit): CommandLabel {
  if (question !== undefined) return 'change-search'
  if (name !== undefined) return 'rename-search'
  if (pinned !== undefined) return pinned ? 'pin' : 'unpin'
  throw new BobbinError('nothing-to-change', 'There is nothing to change.')
}

/** Kept searches by name, each ready to be asked. */
export function searchesList(db: ReadDb): { searches: SavedSearch[] } {
  const rows = db.all<{ id: string; name: string; question: string; pinned: number }>(
    sql`select id, name, question, pinned from saved_search where trashed_at is null order by name_key, id`,
  )
  return {
    searches: rows.map(({ question, pinned, ...row }) => ({
      ...row,
      pinned: pinned === 1,
      ...openQuestion(db, question),
    })),
  }
}
