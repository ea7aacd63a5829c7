import type { CommandLabel } from '#shared/commands/labels.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { Context } from '../context.ts'
import { commit, type RowChange } from '../db/commit.ts'
import { commitInSteps } from '../db/commit-in-steps.ts'
import { sql, sqlName } from '../db/sql.ts'
import { checkFree, nameOf } from './records.ts'

/** Groups that tags, or collections, stand in. */
export interface Groups {
  /** @throws BobbinError `name-taken` */
  make(name: string): { id: string; change: Change }
  /** @throws BobbinError `name-taken`, `group-gone` */
  rename(id: string, name: string): Change
  /** What stands in it stays, without a group. */
  trash(id: string): Promise<Change>
}

interface Kind {
  readonly table: 'tag_group' | 'collection_group'
  readonly labels: Readonly<Record<'make' | 'rename' | 'trash', CommandLabel>>
  /** What stands in it, and where that is told. */
  readonly members: 'tag' | 'collection'
  readonly field: 'tag_group_id' | 'collection_group_id'
}

export const TAG_GROUPS: Kind = {
  table: 'tag_group',
  labels: { make: 'make-tag-group', rename: 'rename-tag-group', trash: 'trash-tag-group' },
  members: 'tag',
  field: 'tag_group_id',
}

export const COLLECTION_GROUPS: Kind = {
  table: 'collection_group',
  labels: { make: 'make-collection-group', rename: 'rename-collection-group', trash: 'trash-collection-group' },
  members: 'collection',
  field: 'collection_group_id',
}

export function createGroups(
  context: Pick<Context, 'db' | 'clock' | 'events' | 'newId'>,
  { table, labels, members, field }: Kind,
): Groups {
  const { db } = context
  return {
    make(name) {
      checkFree(db, table, name, null)
      const id = context.newId()
      const changes: RowChange[] = [{ table, id, set: { name } }]
      return { id, change: commit(context, { label: labels.make, args: { name }, changes }) }
    },
    rename(id, name) {
      const before = nameOf(db, table, id)
      checkFree(db, table, name, id)
      const changes: RowChange[] = [{ table, id, set: { name } }]
      return commit(context, { label: labels.rename, args: { name, before }, changes })
    },
    trash(id) {
      const name = nameOf(db, table, id)
      // Also those in the trash: one that comes back must not stand in a group that is gone.
      const inIt = db.values<string>(
        sql`select id from ${sqlName(members)} where ${sqlName(field)} = ${id} order by id`,
      )
      return commitInSteps(context, {
        label: labels.trash,
        args: { name },
        changes: [
          ...inIt.map((member): RowChange => ({ table: members, id: member, set: { [field]: null } })),
          { table, id, set: { trashed_at: context.clock.now() } },
        ],
      })
    },
  }
}
