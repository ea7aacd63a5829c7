import type { OriginalFacts } from '#library/import/reading.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

export interface NewOriginal {
  readonly hash: string
  readonly bytes: number
  readonly format: string
  readonly detectedBy: string
  readonly parseVersion: number
  readonly sketchVersion: number
  readonly found: OriginalFacts
  readonly keptAt: number
}

/** Made, or told anew after a better reading. */
export function putOriginal(db: WriteDb, { found, ...row }: NewOriginal): void {
  db.run(sql`insert into original (hash, bytes, format, detected_by, parse_version, outcome, facts, warnings, error_code,
      error_message, error_line, sketch_version, sketch, shape, kept_at)
    values (${row.hash}, ${row.bytes}, ${row.format}, ${row.detectedBy}, ${row.parseVersion}, ${found.outcome},
      ${found.facts === null ? null : JSON.stringify(found.facts)}, ${JSON.stringify(found.warnings)},
      ${found.failure?.code ?? null}, ${found.failure?.message ?? null}, ${found.failure?.line ?? null},
      ${row.sketchVersion}, ${found.sketch}, ${found.shape}, ${row.keptAt})
    on conflict (hash) do update set format = excluded.format, detected_by = excluded.detected_by,
      parse_version = excluded.parse_version, outcome = excluded.outcome, facts = excluded.facts, warnings = excluded.warnings,
      error_code = excluded.error_code, error_message = excluded.error_message, error_line = excluded.error_line,
      sketch_version = excluded.sketch_version, sketch = excluded.sketch, shape = excluded.shape`)
}

export interface KnownOriginal {
  readonly hash: string
  readonly outcome: OriginalFacts['outcome']
  readonly errorCode: string | null
  readonly errorMessage: string | null
}

/** Those of `hashes` that were read by this version of the readers. */
export function knownOriginals(
  db: ReadDb,
  hashes: readonly string[],
  parseVersion: number,
): Map<string, KnownOriginal> {
  const rows = db.all<KnownOriginal>(sql`select hash, outcome, error_code as errorCode, error_message as errorMessage
    from original where hash in ${sqlList(hashes)} and parse_version = ${parseVersion}`)
  return new Map(rows.map(row => [row.hash, row]))
}

/** Kept files that belong to no pattern: what an import met and she did not take. */
export function unusedOriginals(db: ReadDb, limit: number): string[] {
  return db.values<string>(sql`select hash from original o
    where not exists (select 1 from file f where f.hash = o.hash) limit ${limit}`)
}

export function forgetOriginals(db: WriteDb, hashes: readonly string[]): void {
  db.run(sql`delete from original where hash in ${sqlList(hashes)}`)
}
