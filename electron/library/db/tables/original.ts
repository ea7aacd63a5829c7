import type { OriginalFacts, OtherFacts } from '#library/import/reading.ts'
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
  readonly facts: OriginalFacts['facts']
}

/** Those of `hashes` that were read by this version of the readers. */
export function knownOriginals(
  db: ReadDb,
  hashes: readonly string[],
  parseVersion: number,
): Map<string, KnownOriginal> {
  // Facts of designs are long, and nobody who asks whether a file is known wants them.
  const rows = db.all<Omit<KnownOriginal, 'facts'> & { facts: string | null }>(sql`select hash, outcome,
      error_code as errorCode, error_message as errorMessage, iif(outcome = 'locked', facts, null) as facts
    from original where hash in ${sqlList(hashes)} and parse_version = ${parseVersion}`)
  return new Map(
    rows.map(row => [row.hash, { ...row, facts: row.facts === null ? null : (JSON.parse(row.facts) as OtherFacts) }]),
  )
}

/** What reading found out about a kept file; null when there is nothing. The caller knows what it holds. */
export function factsOf<Facts>(db: ReadDb, hash: string): Facts | null {
  const row = db.get<{ facts: string | null }>(sql`select facts from original where hash = ${hash}`)
  return row?.facts == null ? null : (JSON.parse(row.facts) as Facts)
}

/** Those of `hashes` that have a sketch. */
export function sketchKeysOf(db: ReadDb, hashes: readonly string[]): Set<string> {
  return new Set(
    db.values<string>(sql`select hash from original where hash in ${sqlList(hashes)} and sketch is not null`),
  )
}
