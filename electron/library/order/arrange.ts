import type { CommandLabel } from '#shared/commands/labels.ts'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import { commit, type CommitContext, type RowChange } from '../db/commit.ts'
import type { ReadDb } from '../db/handles.ts'
import type { Fields } from '../db/synced.ts'
import { known, nameOf, told } from './records.ts'

/** Where a tag or collection stands. `groupId` null: in no group. */
export interface Arrangement {
  readonly groupId?: string | null | undefined
  readonly pinned?: boolean | undefined
}

type Arranged = 'tag' | 'collection'

/** The fields of an arrangement. @throws BobbinError `group-gone` */
export function arrangedSet(db: ReadDb, table: Arranged, { groupId, pinned }: Arrangement): Fields {
  if (typeof groupId === 'string') nameOf(db, `${table}_group`, groupId)
  return {
    ...(groupId === undefined ? {} : { [`${table}_group_id`]: groupId }),
    ...(pinned === undefined ? {} : { pinned: pinned ? 1 : 0 }),
  }
}

/** Pins or groups some tags or collections. @throws BobbinError `group-gone`, and `tag-gone` or `collection-gone` when none is there */
export function arrange(context: CommitContext, table: Arranged, ids: readonly string[], place: Arrangement): Change {
  const { db } = context
  const set = arrangedSet(db, table, place)
  const some = known(db, table, ids)
  if (some.length === 0 && ids.length > 0) nameOf(db, table, ids[0]!)
  const group = typeof place.groupId === 'string' ? nameOf(db, `${table}_group`, place.groupId) : null
  return commit(context, {
    label: labelOf(table, place),
    args: { ...told(some), group },
    changes: some.map(({ id }): RowChange => ({ table, id, set })),
  })
}

function labelOf(table: Arranged, { groupId, pinned }: Arrangement): CommandLabel {
  if (groupId !== undefined) return `group-${table}`
  if (pinned !== undefined) return pinned ? 'pin' : 'unpin'
  throw new BobbinError('nothing-to-change', 'There is nothing to change.')
}
