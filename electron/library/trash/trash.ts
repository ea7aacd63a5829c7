import type { Change } from '#shared/contract/library/common.ts'
import type { Context } from '../context.ts'
import { commit, type RowChange } from '../db/commit.ts'
import { commitInSteps } from '../db/commit-in-steps.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'
import { holderOf } from '../order/records.ts'
import { knownPatterns } from '../patterns/known.ts'
import { membership } from '../tags/tags.ts'

export interface Trash {
  put(ids: readonly string[]): Promise<Change>
  /** Back to where they were, with their tags and in their collections. */
  restore(ids: readonly string[]): Promise<Change>
  /**
   * A file was brought in that belongs to patterns in the trash and to none outside it: they are put back, as part of
   * `continueCommand` when there is one. Empty `ids`: there was nothing to put back.
   */
  restoreByHash(hash: string, continueCommand?: number): { ids: string[]; change: Change }
}

export type TrashContext = Pick<Context, 'db' | 'clock' | 'events'>

export function createTrash(context: TrashContext): Trash {
  const { db } = context
  return {
    put(ids) {
      const patterns = knownPatterns(db, ids, 'not-in-trash')
      const now = context.clock.now()
      return commitInSteps(context, {
        label: 'trash',
        args: { count: patterns.length },
        changes: patterns.map(id => ({ table: 'pattern', id, set: { trashed_at: now } })),
      })
    },
    restore(ids) {
      const patterns = knownPatterns(db, ids, 'in-trash')
      return commitInSteps(context, {
        label: 'restore',
        args: { count: patterns.length },
        changes: patterns.flatMap(id => putBack(db, id, context.clock.now())),
      })
    },
    restoreByHash(hash, continueCommand) {
      const holders = db.all<{
        id: string
        trashed: number
      }>(sql`select distinct p.id, p.trashed_at is not null as trashed
        from file f join pattern p on p.id = f.pattern_id where f.hash = ${hash} and f.trashed_at is null order by p.seq`)
      const ids = holders.every(holder => holder.trashed === 1) ? holders.map(holder => holder.id) : []
      const change = commit(context, {
        label: 'restore',
        args: { count: ids.length },
        changes: ids.flatMap(id => putBack(db, id, context.clock.now())),
        ...(continueCommand === undefined ? {} : { continueCommand }),
      })
      return { ids, change }
    },
  }
}

/** The pattern, and those of its tags, and its designer, that went when the import that had made them was undone. */
function putBack(db: ReadDb, id: string, now: number): RowChange[] {
  const tags = db.all<Gone & { wearing: string }>(sql`select t.id, t.name, m.id as wearing
    from pattern_tag m join tag t on t.id = m.tag_id
    where m.pattern_id = ${id} and m.trashed_at is null and t.trashed_at is not null`)
  const [designer] = db.all<Gone>(sql`select d.id, d.name
    from pattern p join designer d on d.id = p.designer_id where p.id = ${id} and d.trashed_at is not null`)
  return [
    { table: 'pattern', id, set: { trashed_at: null } },
    ...tags.flatMap(tag => tagBack(db, id, tag, now)),
    ...(designer ? designerBack(db, id, designer) : []),
  ]
}

/** Another tag may go by the name meanwhile: then the pattern wears that one. */
function tagBack(db: ReadDb, id: string, tag: Gone & { wearing: string }, now: number): RowChange[] {
  const heir = holderOf(db, 'tag', tag.name, tag.id)
  if (heir === undefined) return [{ table: 'tag', id: tag.id, set: { trashed_at: null } }]
  return [{ table: 'pattern_tag', id: tag.wearing, set: { trashed_at: now } }, membership(id, heir, null)]
}

function designerBack(db: ReadDb, id: string, designer: Gone): RowChange[] {
  const heir = holderOf(db, 'designer', designer.name, designer.id)
  if (heir === undefined) return [{ table: 'designer', id: designer.id, set: { trashed_at: null } }]
  return [{ table: 'pattern', id, set: { designer_id: heir } }]
}

interface Gone {
  readonly id: string
  readonly name: string
}
