import { type AppliedChange, applyChange } from '../db/commit.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { readRow } from '../db/rows.ts'
import { type Sql, sql } from '../db/sql.ts'
import type { Fields, FieldValue, SyncedTable } from '../db/synced.ts'
import type { ChangeRow } from '../db/tables/command.ts'
import { createForeign, type Foreign } from '../sync/store/foreign.ts'

/** What going back (or forth again) over a command did. */
export interface Reverted {
  readonly changes: readonly AppliedChange[]
  /** Values that were left alone because something newer stands there, or the pattern was deleted for good. */
  readonly left: number
}

/** The way over a command's changes, one after the other, so that a long one can be gone in steps. */
export interface Way {
  readonly length: number
  /** Goes over the changes from `from` up to `to`. */
  go(db: WriteDb, from: number, to: number, now: number): Reverted
}

/**
 * Undoes these changes, last first. What was made goes to the trash; a value goes back to what it was, but only where nobody changed it
 * since, on this computer or another. Files and memberships of a pattern made by the same command need nothing: they follow their pattern.
 */
export function wayBack(journal: readonly ChangeRow[]): Way {
  const made = madeBy(journal)
  // Designers, tags and groups that go away last: whether they are worn shows when the patterns have gone.
  const order = journal.toReversed().toSorted((a, b) => Number(mayBeWorn(a)) - Number(mayBeWorn(b)))
  return wayOver(order, (db, row, change, now, isForeign) => {
    const { table_name: table, row_id: id } = change
    if (change.before !== null) {
      const back = setBack(row, JSON.parse(change.after), JSON.parse(change.before), isForeign)
      if (mayBeWorn(change) && isWorn(db, table, id)) delete back.set['trashed_at']
      return { change: applyChange(db, { table, id, set: back.set }, now), left: back.left }
    }
    const stays =
      row.trashed_at !== null ||
      isForeign('trashed_at') ||
      followsItsPattern(row, change, made) ||
      isWorn(db, table, id)
    return { change: stays ? null : applyChange(db, { table, id, set: { trashed_at: now } }, now), left: 0 }
  })
}

/** Does them again, first first, with the same care for what is newer. */
export function wayForth(journal: readonly ChangeRow[]): Way {
  return wayOver(journal, (db, row, change, now, isForeign) => {
    const made = { trashed_at: row.trashed_at ?? null }
    const again =
      change.before === null
        ? setBack(row, made, { trashed_at: null }, isForeign)
        : setBack(row, JSON.parse(change.before), JSON.parse(change.after), isForeign)
    const { table_name: table, row_id: id } = change
    return { change: applyChange(db, { table, id, set: again.set }, now), left: again.left }
  })
}

type One = (
  db: WriteDb,
  row: Fields,
  change: ChangeRow,
  now: number,
  isForeign: (field: string) => boolean,
) => { readonly change: AppliedChange | null; readonly left: number }

function wayOver(order: readonly ChangeRow[], one: One): Way {
  return {
    length: order.length,
    go(db, from, to, now) {
      const changes: AppliedChange[] = []
      const foreign: Foreign = createForeign(db)
      let left = 0
      for (const change of order.slice(from, to)) {
        const row = readRow(db, change.table_name, change.row_id)
        const isForeign = foreign(change.table_name, change.row_id)
        const done = row ? one(db, row, change, now, isForeign) : { change: null, left: 1 }
        if (done.change) changes.push(done.change)
        left += done.left
      }
      return { changes, left }
    },
  }
}

/** The fields of `to`, without those that hold something else than `from` by now, or what another computer typed. */
function setBack(
  row: Fields,
  from: Fields,
  to: Fields,
  isForeign: (field: string) => boolean,
): { set: Record<string, FieldValue>; left: number } {
  const fields = Object.keys(to)
  // Both times in the trash are "in the trash": undoing and redoing stamp a time of their own.
  const same = (field: string) =>
    row[field] === from[field] ||
    (field === 'trashed_at' && typeof row[field] === 'number' && typeof from[field] === 'number')
  const free = fields.filter(field => same(field) && !isForeign(field))
  return { set: Object.fromEntries(free.map(field => [field, to[field] ?? null])), left: fields.length - free.length }
}

function madeBy(journal: readonly ChangeRow[]): ReadonlySet<string> {
  return new Set(journal.filter(change => change.before === null).map(change => change.row_id))
}

function followsItsPattern(row: Fields, change: ChangeRow, made: ReadonlySet<string>): boolean {
  if (change.table_name !== 'file' && change.table_name !== 'pattern_tag' && change.table_name !== 'collection_pattern')
    return false
  return [row.pattern_id, row.collection_id].some(parent => typeof parent === 'string' && made.has(parent))
}

/** Undoing takes it away: the command had made it, or taken it out of the trash. */
function mayBeWorn({ table_name, before }: ChangeRow): boolean {
  if (!(table_name in WEARERS)) return false
  return before === null || typeof (JSON.parse(before) as Fields)['trashed_at'] === 'number'
}

/** A designer or tag that something else took on since stays: taking it away would change what was not asked about. */
function isWorn(db: ReadDb, table: SyncedTable, id: string): boolean {
  const wearer = WEARERS[table]?.(id)
  return wearer !== undefined && db.get(wearer) !== undefined
}

const WEARERS: Partial<Record<SyncedTable, (id: string) => Sql>> = {
  designer: id => sql`select 1 from pattern where designer_id = ${id} and trashed_at is null limit 1`,
  tag: id => sql`select 1 from pattern_tag m join pattern p on p.id = m.pattern_id
    where m.tag_id = ${id} and m.trashed_at is null and p.trashed_at is null limit 1`,
  tag_group: id => sql`select 1 from tag where tag_group_id = ${id} and trashed_at is null limit 1`,
  collection_group: id =>
    sql`select 1 from collection where collection_group_id = ${id} and trashed_at is null limit 1`,
}
