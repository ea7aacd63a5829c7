import { bytesOf, signedOf } from '#shared/shape/dims.ts'
import { DESCRIPTOR_VERSION, type Description } from '#shared/shape/describe.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { type Sql, sql, sqlList } from '../sql.ts'

/** Null: the design was looked at and there is nothing to describe; it is not asked again. */
export function putDescription(db: WriteDb, hash: string, description: Description | null): void {
  db.run(sql`insert into descriptor (hash, version, v, local_scale, length_over_gyration)
    values (${hash}, ${DESCRIPTOR_VERSION}, ${description && bytesOf(description.vector)},
      ${description && description.localScaleMm}, ${description && description.lengthOverGyration})
    on conflict (hash) do update set version = excluded.version, v = excluded.v,
      local_scale = excluded.local_scale, length_over_gyration = excluded.length_over_gyration`)
}

export function forgetDescriptions(db: WriteDb, hashes: readonly string[]): void {
  db.run(sql`delete from descriptor where hash in ${sqlList(hashes)}`)
}

interface Row {
  readonly vector: Uint8Array
  readonly localScaleMm: number
  readonly lengthOverGyration: number
}

/** What this version of describing says of an original; null when it has not been looked at, or has nothing to describe. */
export function descriptionOf(db: ReadDb, hash: string): Description | null {
  const row = db.get<Row>(
    sql`select v as vector, local_scale as localScaleMm, length_over_gyration as lengthOverGyration
      from descriptor where hash = ${hash} and version = ${DESCRIPTOR_VERSION} and v is not null`,
  )
  return row === undefined ? null : { ...row, vector: signedOf(row.vector) }
}

/** A pattern whose main file this version has not described. */
export interface Undescribed {
  readonly seq: number
  readonly id: string
  readonly hash: string
  readonly name: string
}

/** Part of the patterns, by their row numbers. */
export interface Stretch {
  readonly from: number
  /** Left out itself. */
  readonly before: number
}

/** The newest `limit` of a stretch. */
export function undescribed(db: ReadDb, stretch: Stretch, limit: number): Undescribed[] {
  return db.all(undescribedSql(stretch, limit))
}

export function undescribedSql({ from, before }: Stretch, limit: number): Sql {
  return sql`select p.seq, p.id, p.main_hash as hash,
      coalesce((select f.name from file f where f.pattern_id = p.id and f.hash = p.main_hash limit 1), p.name) as name
    from pattern p left join descriptor d on d.hash = p.main_hash
    where p.seq >= ${from} and p.seq < ${before} and p.main_hash is not null
      and exists (select 1 from original o where o.hash = p.main_hash) and (d.version is null or d.version < ${DESCRIPTOR_VERSION})
    order by p.seq desc limit ${limit}`
}
