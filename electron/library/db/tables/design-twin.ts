import type { Verdict } from '#shared/shape/align.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { type Sql, sql } from '../sql.ts'

/** Two originals that hold one design, or nearly; `verdict` from the smaller hash to the larger. */
export interface Twin {
  readonly a: string
  readonly b: string
  readonly verdict: Verdict
}

export function putTwin(db: WriteDb, { a, b, verdict }: Twin): void {
  db.run(sql`insert or replace into design_twin (a, b, kind, coverage, verdict)
    values (${a}, ${b}, ${verdict.kind}, ${verdict.coverage}, ${JSON.stringify(verdict)})`)
}

/** Two patterns in sight that may be one; `a`, `b` null: it is not their lines that tell. */
export interface PairRow {
  readonly first: string
  readonly second: string
  readonly kind: Verdict['kind'] | 'exact' | 'names'
  readonly coverage: number
  readonly verdict: string | null
}

/** What she has decided is asked no more. */
const undecided = sql`p.trashed_at is null and q.trashed_at is null and not exists (select 1 from design_pair d
  where d.first_id = min(p.id, q.id) and d.second_id = max(p.id, q.id) and d.trashed_at is null)`

/** By their lines, `first` having the smaller hash. */
export const twinsSql = (where: Sql = sql`1`): Sql =>
  sql`select p.id as first, q.id as second, t.kind, t.coverage, t.verdict
    from design_twin t join pattern p on p.main_hash = t.a join pattern q on q.main_hash = t.b
    where p.id <> q.id and ${undecided} and ${where}`

/** The same bytes stand for both. */
export const exactSql = (where: Sql = sql`1`): Sql =>
  sql`select p.id as first, q.id as second, 'exact' as kind, 1.0 as coverage, null as verdict
    from pattern p join pattern q on q.main_hash = p.main_hash
    where p.main_hash is not null and p.seq < q.seq and ${undecided} and ${where}`

/** A file that nobody can read, and a pattern of the same name that can be stitched. */
export const namesSql = (where: Sql = sql`1`): Sql =>
  sql`select p.id as first, q.id as second, 'names' as kind, 0.0 as coverage, null as verdict
    from pattern p join pattern q on q.sort_key = p.sort_key and q.trashed_at is null
    where p.state <> 'readable' and q.state = 'readable' and ${undecided} and ${where}`

export function allPairs(db: ReadDb): PairRow[] {
  return [exactSql(), twinsSql(), namesSql()].flatMap(query => db.all<PairRow>(query))
}

/** Those of one pattern. */
export function pairsOf(db: ReadDb, id: string): PairRow[] {
  return [sql`p.id = ${id}`, sql`q.id = ${id}`].flatMap(where =>
    [exactSql(where), twinsSql(where), namesSql(where)].flatMap(query => db.all<PairRow>(query)),
  )
}
