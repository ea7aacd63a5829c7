import type { CommandLabel } from '#shared/commands/labels.ts'
import type { LibraryContract } from '#shared/contract/library.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { InputOf } from '#shared/contract/method.ts'
import type { Context } from '../context.ts'
import { commit, type RowChange } from '../db/commit.ts'
import { commitInSteps } from '../db/commit-in-steps.ts'
import type { Fields } from '../db/synced.ts'
import { namedDesigner } from '../tags/named.ts'
import { knownPatterns } from './known.ts'

type Edit = InputOf<LibraryContract['patterns.edit']>['set']

export interface PatternEdits {
  /** The same new values for all of them; undone as one. */
  edit(ids: readonly string[], set: Edit): Promise<Change>
  /** Remembers when it was last looked at or used. Told nowhere and nothing to undo. */
  touch(id: string): void
}

export function createPatternEdits(context: Pick<Context, 'db' | 'clock' | 'events'>): PatternEdits {
  const { db } = context
  return {
    edit(ids, set) {
      const patterns = knownPatterns(db, ids, 'anywhere')
      const designer = set.designer ? namedDesigner(db, set.designer) : undefined
      const fields: Fields = {
        ...(set.name === undefined ? {} : { name: set.name }),
        ...(set.designer === undefined ? {} : { designer_id: designer?.id ?? null }),
        ...(set.notes === undefined ? {} : { notes: set.notes }),
        ...(set.kind === undefined ? {} : { kind: set.kind }),
        ...(set.favourite === undefined ? {} : { favourite: set.favourite ? 1 : 0 }),
      }
      const edits = patterns.map((id): RowChange => ({ table: 'pattern', id, set: fields }))
      return commitInSteps(context, {
        label: labelOf(set),
        args: { count: patterns.length, ...set },
        changes: edits.length > 0 ? [...(designer?.changes ?? []), ...edits] : [],
      })
    },
    touch(id) {
      const [known] = knownPatterns(db, [id], 'anywhere')
      if (known === undefined) return
      const changes: RowChange[] = [{ table: 'pattern', id: known, set: { last_used_at: context.clock.now() } }]
      commit(context, { label: 'touch', args: {}, changes, journal: 'none' })
    },
  }
}

/** One field changed has a name of its own; several are an `edit`. */
function labelOf(set: Edit): CommandLabel {
  const fields = Object.keys(set)
  if (fields.length !== 1) return 'edit'
  if (set.name !== undefined) return 'rename'
  if (set.designer !== undefined) return 'set-designer'
  if (set.notes !== undefined) return 'set-notes'
  if (set.kind !== undefined) return 'set-kind'
  return set.favourite ? 'favourite' : 'unfavourite'
}
