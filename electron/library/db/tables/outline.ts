import { MEASURES_BYTES } from '#library/duplicates/outline-bytes.ts'
import { OUTLINE_VERSION } from '#shared/shape/outline.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

/** Keeps the line of an original (duplicates/outline-bytes.ts), to be compared with all that are here; null: nothing to compare. */
export function putOutline(db: WriteDb, hash: string, bytes: Uint8Array | null): void {
  // What has no line is remembered as well: it would be looked for again at every start.
  const measures = bytes?.subarray(0, MEASURES_BYTES) ?? EMPTY
  const line = bytes?.subarray(MEASURES_BYTES) ?? EMPTY
  db.run(sql`insert or replace into outline (hash, version, checked, measures, line)
    values (${hash}, ${OUTLINE_VERSION}, ${bytes === null ? NEVER : 0}, ${measures}, ${line})`)
}

const EMPTY = new Uint8Array(0)
/** Stands where a line that cannot be compared would be told as compared. */
const NEVER = 1_000_000

export interface OriginalWithoutOutline {
  readonly hash: string
  readonly name: string
}

/** Files that stand for a pattern in sight and have no outline of this version, in order after `after`. */
export function originalsWithoutOutline(db: ReadDb, after: string, limit: number): OriginalWithoutOutline[] {
  return db.all(sql`select o.hash, min(f.name) as name from original o join pattern p on p.main_hash = o.hash
    join file f on f.hash = o.hash left join outline l on l.hash = o.hash
    where o.hash > ${after} and o.outcome = 'read' and (l.hash is null or l.version < ${OUTLINE_VERSION})
    group by o.hash order by o.hash limit ${limit}`)
}

export interface OutlineRow {
  readonly hash: string
  readonly seq: number
  readonly measures: Uint8Array
  /** With which comparison it has met all that were here then. */
  readonly checked: number
}

/** Of every file that stands for a pattern in sight. */
export function comparableOutlines(db: ReadDb): OutlineRow[] {
  return db.all(sql`select l.hash, min(p.seq) as seq, l.measures, l.checked from outline l join pattern p on p.main_hash = l.hash
    where p.trashed_at is null and l.version = ${OUTLINE_VERSION} and length(l.measures) > 0 group by l.hash order by seq`)
}

/** How many have not met the others yet. */
export function countUnchecked(db: ReadDb, comparison: number): number {
  return db.values<number>(sql`select count(distinct l.hash) from outline l join pattern p on p.main_hash = l.hash
    where l.checked < ${comparison} and p.trashed_at is null`)[0]!
}

export function linesOf(db: ReadDb, hashes: readonly string[]): Map<string, Uint8Array> {
  const rows = db.all<{ hash: string; line: Uint8Array }>(
    sql`select hash, line from outline where hash in ${sqlList(hashes)} and length(line) > 0`,
  )
  return new Map(rows.map(row => [row.hash, row.line]))
}

export function markChecked(db: WriteDb, hashes: readonly string[], comparison: number): void {
  db.run(sql`update outline set checked = ${comparison} where hash in ${sqlList(hashes)}`)
}
