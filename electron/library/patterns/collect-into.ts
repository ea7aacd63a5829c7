import type { Change } from '#shared/contract/library/common.ts'
import { foldName } from '#shared/text/fold.ts'
import type { Context } from '../context.ts'
import type { RowChange } from '../db/commit.ts'
import { commitInSteps } from '../db/commit-in-steps.ts'
import { sql } from '../db/sql.ts'
import { knownPatterns } from './known.ts'
import { inCollection } from './places.ts'

/** Puts patterns into the collection of this name; where there is none it is made, and goes again with the same undo. */
export async function collectInto(
  context: Pick<Context, 'db' | 'clock' | 'events' | 'newId'>,
  ids: readonly string[],
  name: string,
): Promise<Change> {
  const { db } = context
  const patterns = knownPatterns(db, ids, 'anywhere')
  const [known] = db.values<string>(
    sql`select id from collection where name_key = ${foldName(name)} and trashed_at is null order by id limit 1`,
  )
  const id = known ?? context.newId()
  const made: RowChange[] =
    known === undefined && patterns.length > 0 ? [{ table: 'collection', id, set: { name } }] : []
  return commitInSteps(context, {
    label: 'collect',
    args: { name, count: patterns.length },
    changes: [...made, ...patterns.map(patternId => inCollection(patternId, id, null))],
  })
}
