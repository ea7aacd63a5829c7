import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { LeftBehind } from '#shared/contract/library/inspector.ts'
import { commit, type CommitContext, type RowChange } from '../db/commit.ts'
import type { ReadDb } from '../db/handles.ts'
import { readRow } from '../db/rows.ts'
import type { Fields, FieldValue } from '../db/synced.ts'
import { changesOfPattern, type PatternChangeRow } from '../db/tables/command.ts'
import { type AsItWas, asItWas, OWN_FIELDS } from './as-it-was.ts'
import { patternGone } from './detail.ts'
import { PLACES, type PlaceKind, type PlaceRow, placesOf } from './places.ts'
import { recordBack } from './record-back.ts'

/** What has to be changed, and what cannot be. */
interface Way {
  readonly changes: readonly RowChange[]
  readonly left: readonly LeftBehind[]
}

/** A pattern's journal, how it was then, and when that was. */
interface Then {
  readonly id: string
  readonly journal: readonly PatternChangeRow[]
  readonly was: AsItWas
  readonly at: number
}

/**
 * Gives a pattern the own fields, tags and collections it had right after an entry of its history: a change like any other, told in the
 * history and undone as one. A tag or designer deleted since comes back; what is part of another one by now, or gone for good, is
 * answered in `left`. So is a deleted collection: it would come back with everything that was in it.
 *
 * @throws BobbinError `pattern-gone`, `entry-gone`
 */
export function goBack(context: CommitContext, id: string, entryId: number): { change: Change; left: LeftBehind[] } {
  const { db } = context
  return db.transaction(() => {
    const row = readRow(db, 'pattern', id)
    if (!row) throw patternGone(id)
    const journal = changesOfPattern(db, id)
    const was = asItWas(journal, entryId)
    if (!was) {
      const words = 'Bobbin does not know any more how this pattern was then. Nothing was changed.'
      throw new BobbinError('entry-gone', words, { id, entryId })
    }
    const then: Then = { id, journal, was, at: was.at }
    const ways = [fieldsBack(db, then, row), ...PLACES.map(kind => placesBack(db, then, kind, context.clock.now()))]
    const change = commit(context, {
      label: 'go-back',
      args: { at: was.at, name: row.name },
      changes: ways.flatMap(way => way.changes),
    })
    return { change, left: ways.flatMap(way => way.left) }
  })
}

function fieldsBack(db: ReadDb, { id, journal, was }: Then, row: Fields): Way {
  const set: Record<string, FieldValue> = {}
  for (const field of OWN_FIELDS) {
    const value = was.field(field)
    if (value !== undefined && value !== row[field]) set[field] = value
  }
  const asked = set['designer_id']
  if (typeof asked !== 'string') return { changes: [{ table: 'pattern', id, set }], left: [] }
  const back = recordBack(db, 'designer', asked, isMergedAway(journal, asked), new Map())
  if ('why' in back) {
    delete set['designer_id']
    return { changes: [{ table: 'pattern', id, set }], left: [back] }
  }
  set['designer_id'] = back.id
  return { changes: [...back.changes, { table: 'pattern', id, set }], left: [] }
}

/** Whether the pattern lost this designer because two were made one. */
function isMergedAway(journal: readonly PatternChangeRow[], designerId: string): boolean {
  return journal.some(
    change =>
      change.label === 'merge-designers' &&
      change.undoneAt === null &&
      change.before !== null &&
      (JSON.parse(change.before) as Fields)['designer_id'] === designerId,
  )
}

function placesBack(db: ReadDb, { id, journal, was, at }: Then, kind: PlaceKind, now: number): Way {
  const changes: RowChange[] = []
  const left: LeftBehind[] = []
  const places = placesOf(db, kind, id).map(place => ({
    ...place,
    wasOn: (was.member(place.rowId) ?? place.isMember) && !wasGone(kind, place, at),
    lastBy: journal.findLast(change => change.rowId === place.rowId && change.undoneAt === null),
  }))
  const merges = new Set<number>()
  const coming = new Map<string, string>()
  for (const { placeId, isMember, trashedAt, wasOn, lastBy } of places) {
    if (!wasOn || (isMember && trashedAt === null)) continue
    const back = recordBack(db, kind.table, placeId, lastBy?.label === kind.merge, coming)
    if ('why' in back) {
      left.push(back)
      if (back.why === 'merged' && lastBy) merges.add(lastBy.commandId)
    } else {
      changes.push(...back.changes, kind.member(id, back.id, null))
    }
  }
  for (const { placeId, isMember, wasOn, lastBy } of places) {
    // What a merge put on in the place of what cannot come back stays on.
    if (isMember && !wasOn && !(lastBy && merges.has(lastBy.commandId))) changes.push(kind.member(id, placeId, now))
  }
  return { changes, left }
}

/**
 * A collection that was deleted before then was not seen to hold the pattern, although the pattern is still in it. Deleting a tag takes it
 * off, so of a tag the journal says it.
 */
function wasGone({ table }: PlaceKind, { trashedAt }: PlaceRow, at: number): boolean {
  return table === 'collection' && trashedAt !== null && trashedAt <= at
}
