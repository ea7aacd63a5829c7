import type { FormatId } from '#shared/formats/types.ts'
import type { DesignFacts, OriginalFacts, OtherFacts } from '#library/import/reading.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'
import { putOutline } from './outline.ts'
import { putDescription } from './descriptor.ts'

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
  const { facts } = found
  const design = found.outcome === 'read' ? (facts as DesignFacts) : null
  const bounds = design?.bounds ?? null
  db.run(sql`insert or replace into original (hash, bytes, format, detected_by, parse_version, outcome, size_source, width_mm,
      height_mm, curves, points, shape, warnings, error_code, error_message, error_line, sketch_version, sketch, facts, kept_at)
    values (${row.hash}, ${row.bytes}, ${row.format}, ${row.detectedBy}, ${row.parseVersion}, ${found.outcome},
      ${design?.size ?? null}, ${bounds && bounds.maxX - bounds.minX}, ${bounds && bounds.maxY - bounds.minY},
      ${design?.curves ?? null}, ${design?.points ?? null}, ${found.shape}, ${JSON.stringify(found.warnings)},
      ${found.failure?.code ?? null}, ${found.failure?.message ?? null}, ${found.failure?.line ?? null},
      ${row.sketchVersion}, ${found.sketch}, ${facts === null ? null : JSON.stringify(facts)}, coalesce((select kept_at from original where hash = ${row.hash}), ${row.keptAt}))`)
  if (found.outcome === 'read') putOutline(db, row.hash, found.outline)
  if (design !== null) putDescription(db, row.hash, found.description)
}

export interface KnownOriginal extends Pick<OriginalFacts, 'outcome' | 'failure'> {
  readonly hash: string
  readonly format: FormatId
  /** Of a locked file; facts of designs are long, and nobody who asks whether a file is known wants them. */
  readonly facts: OtherFacts | null
}

interface KnownRow {
  readonly hash: string
  readonly format: FormatId
  readonly outcome: KnownOriginal['outcome']
  readonly errorCode: string | null
  readonly errorMessage: string | null
  readonly facts: string | null
}

/** Those of `hashes` that were read by this version of the readers. */
export function knownOriginals(
  db: ReadDb,
  hashes: readonly string[],
  parseVersion: number,
): Map<string, KnownOriginal> {
  const rows =
    db.all<KnownRow>(sql`select hash, format, outcome, error_code as errorCode, error_message as errorMessage,
      iif(outcome = 'locked', facts, null) as facts
    from original where hash in ${sqlList(hashes)} and parse_version = ${parseVersion}`)
  return new Map(
    rows.map(({ hash, format, outcome, errorCode, errorMessage, facts }) => [
      hash,
      {
        hash,
        format,
        outcome,
        failure: errorCode === null ? null : { code: errorCode, message: errorMessage ?? '' },
        facts: facts === null ? null : (JSON.parse(facts) as OtherFacts),
      },
    ]),
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
