import type { CommandLabel } from '#shared/commands/labels.ts'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { Context } from '../context.ts'
import { type CommandInput, commit, type RowChange } from '../db/commit.ts'
import { commitInSteps } from '../db/commit-in-steps.ts'
import { patternTagId } from '../db/derived-id.ts'
import { sql } from '../db/sql.ts'
import { knownPatterns } from '../patterns/known.ts'
import { isNameTaken, namedTag } from './named.ts'

export interface Tags {
  /** Puts tags (by name, made when new) on patterns and takes others (by id) off. */
  tag(ids: readonly string[], add: readonly string[], remove: readonly string[]): Promise<Change>
  /** @throws BobbinError `name-taken`, `tag-gone` */
  edit(id: string, set: { name?: string | undefined; groupId?: string | null | undefined }): Change
  /** Takes it off every pattern, too; undoing puts it back on all of them. */
  trash(id: string): Promise<Change>
  makeGroup(name: string): { id: string; change: Change }
  renameGroup(id: string, name: string): Change
  /** Its tags stay, without a group. */
  trashGroup(id: string): Promise<Change>
}

export function createTags(context: Pick<Context, 'db' | 'clock' | 'events' | 'newId'>): Tags {
  const { db } = context

  function nameOf(table: 'tag' | 'tag_group', id: string): string {
    const query =
      table === 'tag'
        ? sql`select name from tag where id = ${id} and trashed_at is null`
        : sql`select name from tag_group where id = ${id} and trashed_at is null`
    const row = db.get<{ name: string }>(query)
    if (!row) throw new BobbinError('tag-gone', 'This tag is not in your library any more.', { id })
    return row.name
  }

  function checkFree(table: 'tag' | 'tag_group', name: string, exceptId: string | null): void {
    if (!isNameTaken(db, table, name, exceptId)) return
    const what = table === 'tag' ? 'a tag' : 'a group of tags'
    throw new BobbinError('name-taken', `You already have ${what} called “${name}”. Please choose another name.`, {
      name,
    })
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

    edit(id, { name, groupId }) {
      const old = nameOf('tag', id)
      if (name !== undefined) checkFree('tag', name, id)
      if (typeof groupId === 'string') nameOf('tag_group', groupId)
      const set = {
        ...(name === undefined ? {} : { name }),
        ...(groupId === undefined ? {} : { tag_group_id: groupId }),
      }
      return commit(context, {
        label: name === undefined ? 'group-tag' : 'rename-tag',
        args: { name: name ?? old, before: old },
        changes: [{ table: 'tag', id, set }],
      })
    },

    trash(id) {
      const name = nameOf('tag', id)
      const now = context.clock.now()
      const worn = db.values<string>(sql`select id from pattern_tag where tag_id = ${id} and trashed_at is null`)
      const memberships = worn.map((row): RowChange => ({ table: 'pattern_tag', id: row, set: { trashed_at: now } }))
      return commitInSteps(context, {
        label: 'trash-tag',
        args: { name },
        changes: [...memberships, { table: 'tag', id, set: { trashed_at: now } }],
      })
    },

    makeGroup(name) {
      checkFree('tag_group', name, null)
      const id = context.newId()
      return { id, change: commit(context, group('make-tag-group', name, { table: 'tag_group', id, set: { name } })) }
    },

    renameGroup(id, name) {
      nameOf('tag_group', id)
      checkFree('tag_group', name, id)
      return commit(context, group('rename-tag-group', name, { table: 'tag_group', id, set: { name } }))
    },

    trashGroup(id) {
      const name = nameOf('tag_group', id)
      const tags = db.values<string>(sql`select id from tag where tag_group_id = ${id} order by id`)
      return commitInSteps(context, {
        label: 'trash-tag-group',
        args: { name },
        changes: [
          ...tags.map((tag): RowChange => ({ table: 'tag', id: tag, set: { tag_group_id: null } })),
          { table: 'tag_group', id, set: { trashed_at: context.clock.now() } },
        ],
      })
    },
  }

  function isOn(patternId: string, tagId: string): boolean {
    return (
      db.get(sql`select 1 from pattern_tag
        where pattern_id = ${patternId} and tag_id = ${tagId} and trashed_at is null`) !== undefined
    )
  }
}

function group(label: CommandLabel, name: string, change: RowChange): CommandInput {
  return { label, args: { name }, changes: [change] }
}

/** A tag on a pattern; `trashedAt` null: it is on. */
export function membership(patternId: string, tagId: string, trashedAt: number | null): RowChange {
  return {
    table: 'pattern_tag',
    id: patternTagId(patternId, tagId),
    set: { pattern_id: patternId, tag_id: tagId, trashed_at: trashedAt },
  }
}
