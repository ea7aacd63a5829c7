import { BobbinError } from '#shared/contract/errors.ts'
import type { FileFacts, PatternDetail } from '#shared/contract/library/patterns.ts'
import { preparation } from '#shared/contract/library/preparation.ts'
import { formatInfo } from '#shared/formats/catalogue.ts'
import type { FormatId } from '#shared/formats/types.ts'
import { isLocked } from '#library/export/locked.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'
import { cardsOf } from '../db/tables/pattern.ts'

interface DetailRow {
  seq: number
  notes: string
  stitchedMm: number | null
  travelMm: number | null
  runs: number | null
  jumps: number | null
  pauses: number | null
  points: number | null
  closed: number | null
  addedAt: number
  importId: string | null
  versionId: string | null
}

/** @throws BobbinError `pattern-gone` */
export function detailOf(db: ReadDb, id: string): PatternDetail {
  const row =
    db.get<DetailRow>(sql`select seq, notes, stitched_mm as stitchedMm, travel_mm as travelMm, runs, jumps, pauses,
    points, closed, created_at as addedAt, import_id as importId,
    (select f.id from file f where f.id = version_id and f.trashed_at is null) as versionId from pattern where id = ${id}`)
  const card = row && cardsOf(db, [row.seq])[0]?.card
  if (!card) throw patternGone(id)
  const { seq: _seq, closed, ...facts } = row
  return {
    ...card,
    ...facts,
    closed: closed === null ? null : closed === 1,
    tags: tagsOf(db, id),
    collections: collectionsOf(db, id),
    files: filesOf(db, id),
  }
}

export function patternGone(id: string): BobbinError {
  return new BobbinError('pattern-gone', 'This pattern is not in your library any more.', { id })
}

function tagsOf(db: ReadDb, id: string): { id: string; name: string }[] {
  return db.all(sql`select t.id, t.name from pattern_tag m join tag t on t.id = m.tag_id
    where m.pattern_id = ${id} and m.trashed_at is null and t.trashed_at is null order by t.name_key`)
}

function collectionsOf(db: ReadDb, id: string): { id: string; name: string }[] {
  return db.all(sql`select c.id, c.name from collection_pattern m join collection c on c.id = m.collection_id
    where m.pattern_id = ${id} and m.trashed_at is null and c.trashed_at is null order by c.name_key`)
}

interface FileRow {
  id: string
  name: string
  format: string
  role: FileFacts['role']
  bytes: number
  hash: string
  outcome: string | null
  warnings: string | null
  errorCode: string | null
  errorMessage: string | null
  madeFrom: string | null
  recipe: string | null
  widthMm: number | null
  heightMm: number | null
  hasSketch: number
  isComing: number
}

function filesOf(db: ReadDb, id: string): FileFacts[] {
  return db
    .all<FileRow>(sql`select f.id, f.name, f.format, f.role, f.bytes, f.hash, o.outcome, o.warnings,
      o.error_code as errorCode, o.error_message as errorMessage, f.made_from as madeFrom, f.recipe,
      o.width_mm as widthMm, o.height_mm as heightMm, o.sketch is not null as hasSketch,
      o.hash is null and c.is_here is 0 as isComing
    from file f left join original o on o.hash = f.hash left join cloud_file c on c.hash = f.hash
    where f.pattern_id = ${id} and f.trashed_at is null order by f.role, f.name`)
    .map(
      ({
        outcome,
        warnings,
        errorCode,
        errorMessage,
        madeFrom,
        recipe,
        widthMm,
        heightMm,
        hasSketch,
        isComing,
        ...file
      }) => ({
        ...file,
        version: versionOf({ madeFrom, recipe, widthMm, heightMm, sketchKey: hasSketch ? file.hash : null }),
        readable: outcome === 'read',
        problem: isComing === 1 ? COMING : problemOf(file.format as FormatId, errorCode, errorMessage),
        warnings: JSON.parse(warnings ?? '[]') as FileFacts['warnings'],
      }),
    )
}

/** Of a closed file which format to use instead, of a locked one that it is whole; of any other what its reader said. */
function problemOf(format: FormatId, code: string | null, message: string | null): FileFacts['problem'] {
  const closed = formatInfo(format)
  if (closed.role === 'locked') return { code: 'locked-format', message: closed.insteadUse ?? '' }
  if (isLocked(format, code)) return { code: 'locked-to-machine', message: LOCKED_TO_MACHINE }
  return code === null ? null : { code, message: message ?? '' }
}

const COMING = {
  code: 'file-not-here-yet',
  message: 'It has not come to this computer yet. Bobbin fetches it by itself while you are connected.',
}

const LOCKED_TO_MACHINE =
  'It is locked to a machine by its designer. Bobbin keeps it byte for byte and can copy it to that machine.'

interface VersionColumns {
  readonly madeFrom: string | null
  readonly recipe: string | null
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly sketchKey: string | null
}

/** A recipe that a later Bobbin wrote is not this one's to understand: the version is then a file like the others. */
function versionOf({ madeFrom, recipe, ...shown }: VersionColumns): FileFacts['version'] {
  if (madeFrom === null || recipe === null) return null
  const parsed = preparation.safeParse(JSON.parse(recipe))
  return parsed.success ? { madeFrom, recipe: parsed.data, ...shown } : null
}
