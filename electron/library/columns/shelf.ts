import {
  DENSITIES,
  densityOf,
  ENDS,
  endsOf,
  KINDS,
  LINES,
  PATTERN_STATES,
  SIZES,
  sizeOf,
} from '#shared/domain/pattern.ts'
import type { ReadDb } from '../db/handles.ts'
import type { Sql } from '../db/sql.ts'
import { Columns, IN_THE_TRASH, NOWHERE, ON_THE_WALL } from './columns.ts'
import type { Many } from './many.ts'
import type { Numbers } from './numbers.ts'
import {
  between,
  collectionsSql,
  everySeq,
  type FactRow,
  factsSql,
  type FileRow,
  filesSql,
  lastSeq,
  type MemberRow,
  plannedSql,
  tagsSql,
  withIds,
} from './queries.ts'
import { sourceKey } from './sources.ts'

/** The columns of a library and how they follow it. */
export interface Shelf {
  /** Rises with everything told by `changed`: what was worked out before may be wrong. */
  readonly version: number
  /** Another number when patterns came, went, or went to or from the trash. */
  presence(): number
  /** Brings the columns up to date and hands them out. */
  columns(): Columns
  /** These patterns may be different now; null: any of them. Tells of every commit, or the columns go stale. */
  changed(ids: readonly string[] | null): void
  /** Reads a little more ahead of the first question; false when all is there. */
  warm(): boolean
}

/** More changed patterns than this are not looked up one by one: reading the whole library anew costs no more. */
const MOST_CHANGED = 20_000
/** About 10 ms of reading: a page asked for meanwhile hardly waits. */
const ROWS_AT_ONCE = 2_000

export function createShelf(db: ReadDb): Shelf {
  const columns = new Columns()
  const changedIds = new Set<string>()
  /** Rows below this are read. */
  let readTo = 0
  let end: number | null = null
  let version = 0
  let presenceVersion = 0

  function readOn(): boolean {
    end ??= lastSeq(db) + 1
    if (readTo >= end) return false
    columns.reserve(end)
    const to = Math.min(end, readTo + ROWS_AT_ONCE)
    readRows(db, columns, between(readTo, to))
    readTo = to
    return readTo < end
  }

  const isRead = (): boolean => end !== null && readTo >= end

  function readChanged(): void {
    if (changedIds.size === 0) return
    const ids = [...changedIds]
    changedIds.clear()
    const { came, found } = readRows(db, columns, withIds(ids))
    const wentForGood = found < ids.length && sweep(db, columns)
    if (came || wentForGood) presenceVersion++
  }

  return {
    get version() {
      return version
    },
    presence() {
      if (isRead()) readChanged()
      return presenceVersion
    },
    columns() {
      while (readOn());
      readChanged()
      return columns
    },
    changed(ids) {
      version++
      for (const id of ids ?? []) changedIds.add(id)
      if (ids === null || changedIds.size > MOST_CHANGED) {
        readTo = 0
        end = null
        columns.clear()
        changedIds.clear()
        presenceVersion++
      }
      // Until all is read, nobody can compare who was there before.
      if (!isRead()) presenceVersion++
    },
    warm: readOn,
  }
}

/** Reads these patterns anew. `came`: one of them was not there before, or hung elsewhere. */
function readRows(db: ReadDb, columns: Columns, which: Sql): { came: boolean; found: number } {
  const rows = db.all<FactRow>(factsSql(which))
  let came = false
  for (const row of rows) {
    columns.reserve(row.seq + 1)
    const presence = row.trashedAt === null ? ON_THE_WALL : IN_THE_TRASH
    came ||= columns.presence[row.seq] !== presence
    columns.presence[row.seq] = presence
    putFacts(columns, row)
  }
  putMembers(columns.tags, columns.tagIds, rows, db.all<MemberRow>(tagsSql(which)))
  putMembers(columns.collections, columns.collectionIds, rows, db.all<MemberRow>(collectionsSql(which)))
  const files = db.all<FileRow>(filesSql(which))
  putMembers(
    columns.formats,
    columns.formatIds,
    rows,
    files.filter(file => file.isVersion === 0),
  )
  putSources(columns, rows, files)
  for (const seq of db.values<number>(plannedSql(which))) columns.planned[seq] = 1
  return { came, found: rows.length }
}

function putFacts(columns: Columns, row: FactRow): void {
  const { seq } = row
  const isStated = row.sizeSource !== 'unknown' && row.widthMm !== null && row.heightMm !== null
  columns.kind[seq] = KINDS.indexOf(row.kind)
  columns.state[seq] = PATTERN_STATES.indexOf(row.state)
  columns.size[seq] = SIZES.indexOf(isStated ? sizeOf(row.widthMm, row.heightMm) : 'unknown')
  columns.line[seq] = row.jumps === null ? 0 : LINES.indexOf(row.jumps === 0 ? 'one' : 'several') + 1
  const density = isStated ? densityOf(row.stitchedMm, row.widthMm, row.heightMm) : null
  columns.density[seq] = density === null ? 0 : DENSITIES.indexOf(density) + 1
  const ends = endsOf(row.riseMm, row.closed === 1, { widthMm: row.widthMm, isStated })
  columns.ends[seq] = ends === null ? 0 : ENDS.indexOf(ends) + 1
  columns.favourite[seq] = row.favourite
  // Whoever is planned with is told next.
  columns.planned[seq] = 0
  columns.designer[seq] = columns.designerIds.of(row.designerId)
  columns.importOf[seq] = columns.importIds.of(row.importId)
  columns.widthMm[seq] = isStated ? (row.widthMm ?? Number.NaN) : Number.NaN
  columns.heightMm[seq] = isStated ? (row.heightMm ?? Number.NaN) : Number.NaN
  columns.addedAt[seq] = row.addedAt
  columns.usedAt[seq] = row.usedAt ?? 0
}

function putSources(columns: Columns, rows: readonly FactRow[], files: readonly FileRow[]): void {
  const ofSeq = new Map<number, FileRow[]>()
  for (const file of files) {
    const list = ofSeq.get(file.seq)
    if (list) list.push(file)
    else ofSeq.set(file.seq, [file])
  }
  for (const row of rows) columns.source[row.seq] = columns.sources.of(sourceKey(row, ofSeq.get(row.seq) ?? []))
}

function putMembers(many: Many, numbers: Numbers, rows: readonly FactRow[], members: readonly MemberRow[]): void {
  const ofSeq = new Map<number, number[]>()
  for (const { seq, of } of members) {
    const list = ofSeq.get(seq)
    const number = numbers.of(of)
    if (!list) ofSeq.set(seq, [number])
    else if (!list.includes(number)) list.push(number)
  }
  for (const { seq } of rows) many.set(seq, ofSeq.get(seq) ?? [])
}

/** Takes down what was deleted for good: nothing is left in the library to say which row it was. */
function sweep(db: ReadDb, columns: Columns): boolean {
  const there = new Uint8Array(columns.end)
  for (const seq of everySeq(db)) there[seq] = 1
  let went = false
  for (let seq = 0; seq < columns.end; seq++) {
    if (columns.presence[seq] === NOWHERE || there[seq] === 1) continue
    columns.presence[seq] = NOWHERE
    went = true
  }
  return went
}
