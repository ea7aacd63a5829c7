import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

/** A moment in the life of the library's vectors (migration 97). `n` 0: before the first change. */
export interface VectorMoment {
  readonly n: number
  readonly mark: number
}

export interface VectorRow {
  readonly seq: number
  /** Signed bytes; null: nothing to describe, or not described yet. */
  readonly v: Uint8Array | null
}

export function lastVectorChange(db: ReadDb): VectorMoment {
  return db.get<VectorMoment>(sql`select n, mark from vector_change order by n desc limit 1`) ?? { n: 0, mark: 0 }
}

/** Whether the library's present grew out of this moment, with every change since still told. */
export function isKnownMoment(db: ReadDb, { n, mark }: VectorMoment): boolean {
  return n > 0 && db.get(sql`select 1 from vector_change where n = ${n} and mark = ${mark}`) !== undefined
}

/** Patterns whose vector may have changed after this one. */
export function vectorsChangedSince(db: ReadDb, n: number): number[] {
  return db.values<number>(sql`select distinct seq from vector_change where n > ${n}`)
}

/** The vectors a run of patterns has, by row number. */
export function vectorsBetween(db: ReadDb, version: number, from: number, to: number): VectorRow[] {
  return db.all<VectorRow>(sql`select p.seq, d.v from pattern p cross join descriptor d on d.hash = p.main_hash
    where p.seq >= ${from} and p.seq < ${to} and d.version = ${version}`)
}

/** The same for these patterns; null for those that have none. One that is gone for good is left out. */
export function vectorsOf(db: ReadDb, version: number, seqs: readonly number[]): VectorRow[] {
  return db.all<VectorRow>(sql`select p.seq, d.v from pattern p
    left join descriptor d on d.hash = p.main_hash and d.version = ${version} where p.seq in ${sqlList(seqs)}`)
}

/** Undefined for a pattern that is gone for good. */
export function seqOf(db: ReadDb, id: string): number | undefined {
  return db.values<number>(sql`select seq from pattern where id = ${id}`)[0]
}

export function idsOfSeqs(db: ReadDb, seqs: readonly number[]): Map<number, string> {
  const rows = db.all<{ seq: number; id: string }>(sql`select seq, id from pattern where seq in ${sqlList(seqs)}`)
  return new Map(rows.map(({ seq, id }) => [seq, id]))
}

/** More than these and a file kept since is read anew instead of brought up to date. */
const CHANGES_KEPT = 50_000

/** Forgets changes from long ago. */
export function forgetVectorChanges(db: WriteDb): void {
  db.run(sql`delete from vector_change where n <= (select max(n) from vector_change) - ${CHANGES_KEPT}`)
}
