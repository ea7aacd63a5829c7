import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { Context } from '../context.ts'
import { commit, type RowChange } from '../db/commit.ts'
import { commitInSteps } from '../db/commit-in-steps.ts'
import { collectionPatternId } from '../db/derived-id.ts'
import { sql, sqlList } from '../db/sql.ts'
import { knownPatterns } from '../patterns/known.ts'
import { isNameTaken } from '../tags/named.ts'

export interface Collections {
  /** @throws BobbinError `name-taken` */
  create(name: string): { id: string; change: Change }
  /** @throws BobbinError `name-taken`, `collection-gone` */
  rename(id: string, name: string): Change
  /** Its patterns stay in the library; undoing brings it back with all of them. */
  trash(id: string): Change
  /** Puts patterns in, or takes them out. */
  collect(ids: readonly string[], collectionId: string, member: boolean): Promise<Change>
}

export function createCollections(context: Pick<Context, 'db' | 'clock' | 'events' | 'newId'>): Collections {
  const { db } = context

  function nameOf(id: string): string {
    const row = db.get<{ name: string }>(sql`select name from collection where id = ${id} and trashed_at is null`)
    if (!row) throw new BobbinError('collection-gone', 'This collection is not in your library any more.', { id })
    return row.name
  }

  function checkFree(name: string, exceptId: string | null): void {
    if (!isNameTaken(db, 'collection', name, exceptId)) return
    throw new BobbinError('name-taken', `You already have a collection called “${name}”. Please choose another name.`, {
      name,
    })
  }

  function out(collectionId: string, patterns: readonly string[]): RowChange[] {
    const now = context.clock.now()
    return db
      .values<string>(sql`select id from collection_pattern
        where collection_id = ${collectionId} and pattern_id in ${sqlList(patterns)} and trashed_at is null`)
      .map(id => ({ table: 'collection_pattern', id, set: { trashed_at: now } }))
  }

  return {
    create(name) {
      checkFree(name, null)
      const id = context.newId()
      const changes: RowChange[] = [{ table: 'collection', id, set: { name } }]
      return { id, change: commit(context, { label: 'make-collection', args: { name }, changes }) }
    },
    rename(id, name) {
      const before = nameOf(id)
      checkFree(name, id)
      const changes: RowChange[] = [{ table: 'collection', id, set: { name } }]
      return commit(context, { label: 'rename-collection', args: { name, before }, changes })
    },
    trash(id) {
      const changes: RowChange[] = [{ table: 'collection', id, set: { trashed_at: context.clock.now() } }]
      return commit(context, { label: 'trash-collection', args: { name: nameOf(id) }, changes })
    },
    collect(ids, collectionId, member) {
      const name = nameOf(collectionId)
      const patterns = knownPatterns(db, ids, 'anywhere')
      const into = (patternId: string): RowChange => ({
        table: 'collection_pattern',
        id: collectionPatternId(collectionId, patternId),
        set: { collection_id: collectionId, pattern_id: patternId, trashed_at: null },
      })
      return commitInSteps(context, {
        label: member ? 'collect' : 'uncollect',
        args: { name, count: patterns.length },
        changes: member ? patterns.map(into) : out(collectionId, patterns),
      })
    },
  }
}
