import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import { NOTHING_PREPARED } from '#shared/contract/library/preparation.ts'
import type { LibraryContract } from '#shared/contract/library.ts'
import type { InputOf } from '#shared/contract/method.ts'
import { wayUp } from '#shared/domain/way-up.ts'
import { foldName } from '#shared/text/fold.ts'
import type { Context } from '../context.ts'
import { commit, type RowChange } from '../db/commit.ts'
import { commitInSteps } from '../db/commit-in-steps.ts'
import { tidyAnswerId } from '../db/derived-id.ts'
import { sql } from '../db/sql.ts'
import { lyingPatterns } from '../db/tables/tidy.ts'
import { patternGone } from '../patterns/detail.ts'
import { knownPatterns } from '../patterns/known.ts'
import type { Preparing } from '../preparing/preparing.ts'
import { namedTag } from '../tags/named.ts'
import { membership } from '../tags/tags.ts'

type Asked<Name extends keyof LibraryContract> = InputOf<LibraryContract[Name]>

/** What sets patterns right. Every one is a change like any other, and undone like any other. */
export interface Tidy {
  accept(items: Asked<'tidy.accept'>['items']): Promise<Change>
  decline(ids: readonly string[], tags: readonly string[]): Promise<Change>
  rightSo(ids: readonly string[], group: Asked<'tidy.rightSo'>['group']): Promise<Change>
  /** @throws BobbinError `lies-right` when nothing says that it lies the wrong way, or what preparing says */
  turn(asked: Asked<'tidy.turn'>, signal: AbortSignal): Promise<Change>
  /** @throws BobbinError `size-known`, or what preparing says */
  size(asked: Asked<'tidy.size'>, signal: AbortSignal): Promise<Change>
}

export function createTidy(context: Context, preparing: Preparing): Tidy {
  const { db } = context

  function answers(ids: readonly string[], about: string, values: readonly string[]): RowChange[] {
    return knownPatterns(db, ids, 'anywhere').flatMap(patternId =>
      values.map(
        (value): RowChange => ({
          table: 'tidy_answer',
          id: tidyAnswerId(patternId, about, value),
          set: { pattern_id: patternId, about, value, trashed_at: null },
        }),
      ),
    )
  }

  return {
    accept(items) {
      const there = new Set(
        knownPatterns(
          db,
          items.map(({ id }) => id),
          'anywhere',
        ),
      )
      const wanted = items.filter(({ id, tags }) => there.has(id) && tags.length > 0)
      const names = new Map(wanted.flatMap(({ tags }) => tags).map(name => [foldName(name), name]))
      const records = new Map([...names].map(([key, name]) => [key, namedTag(db, name)]))
      const memberships = wanted.flatMap(({ id, tags }) =>
        [...new Set(tags.map(foldName))].map(key => membership(id, records.get(key)!.id, null)),
      )
      return commitInSteps(context, {
        label: 'tag',
        args: { count: wanted.length, added: [...names.values()], removed: [] },
        changes: [...[...records.values()].flatMap(({ changes }) => changes), ...memberships],
      })
    },

    decline: (ids, tags) =>
      commitInSteps(context, {
        label: 'decline-tags',
        args: { count: ids.length, tags: [...tags] },
        changes: answers(ids, 'tag', [...new Set(tags.map(foldName))]),
      }),

    rightSo: (ids, group) =>
      commitInSteps(context, {
        label: 'right-so',
        args: { count: ids.length, group },
        changes: answers(ids, group, ['']),
      }),

    async turn({ id, unit }, signal) {
      const { seq } = rowOf(id)
      const [found] = lyingPatterns(db, [seq])
      const way = found && wayUp(found.lying)
      if (!way) throw new BobbinError('lies-right', 'Nothing says that this pattern lies the wrong way.', { id })
      const recipe = { ...NOTHING_PREPARED, turnDegrees: way.turnDegrees }
      return (await preparing.keep({ patternId: id, fromHash: null, recipe, unit, forSending: true }, signal)).change
    },

    async size({ id, widthMm, unit }, signal) {
      const row = rowOf(id)
      if (row.size !== 'unknown' || !row.widthMm || row.heightMm === null)
        throw new BobbinError('size-known', 'The size of this pattern is known.', { id })
      const recipe = { ...NOTHING_PREPARED, widthMm }
      const { change } = await preparing.keep({ patternId: id, fromHash: null, recipe, unit, forSending: true }, signal)
      const factor = widthMm / row.widthMm
      const set = {
        width_mm: widthMm,
        height_mm: row.heightMm * factor,
        size_source: 'stated',
        stitched_mm: row.stitchedMm === null ? null : row.stitchedMm * factor,
        travel_mm: row.travelMm === null ? null : row.travelMm * factor,
      }
      const { label, args } = change
      // The version and the pattern's own size are one thing to undo.
      commit(context, {
        label: 'prepare',
        args,
        changes: [{ table: 'pattern', id, set }],
        ...(change.commandId === null ? {} : { continueCommand: change.commandId }),
      })
      return { ...change, label, patterns: 1 }
    },
  }

  function rowOf(id: string) {
    const row = db.get<{
      seq: number
      widthMm: number | null
      heightMm: number | null
      size: string | null
      stitchedMm: number | null
      travelMm: number | null
    }>(sql`select seq, width_mm as widthMm, height_mm as heightMm, size_source as size, stitched_mm as stitchedMm,
      travel_mm as travelMm from pattern where id = ${id}`)
    if (!row) throw patternGone(id)
    return row
  }
}
