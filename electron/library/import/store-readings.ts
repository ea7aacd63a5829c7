import type { FileRole } from '#shared/domain/pattern.ts'
import { formatInfo } from '#shared/formats/catalogue.ts'
import type { FormatRole } from '#shared/formats/types.ts'
import { never } from '#shared/util/never.ts'
import type { Context } from '#library/context.ts'
import type { WriteDb } from '#library/db/handles.ts'
import { type NewItem, PICTURE_INSIDE, putItem } from '#library/db/tables/import-item.ts'
import { knownOriginals, putOriginal } from '#library/db/tables/original.ts'
import { SKETCH_VERSION } from '#library/pictures/sketch.ts'
import { ARCHIVE_REFUSALS } from './archive/refusals.ts'
import type { CatalogueRow } from './catalogue/catalogue.ts'
import type { ReadFile } from './read-files.ts'
import { type KeptFile, type OriginalFacts, PARSE_VERSION } from './reading.ts'
import type { ScanLine, ScannedFile } from './scan.ts'

/** What a batch leaves to be done. */
export interface StoredBatch {
  /** Kept before, but what they hold is not known: to be read again. */
  readonly readAgain: ScannedFile[]
  /** Packages behind other names. */
  readonly archives: ScannedFile[]
  readonly rows: CatalogueRow[]
}

/** Stage 3's rows: one per content, one per file met, in one short transaction. */
export function storeReadings(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  importId: string,
  batch: readonly ReadFile[],
): StoredBatch {
  const stored: StoredBatch = { readAgain: [], archives: [], rows: [] }
  const met = batch.flatMap(({ reading }) => (reading.kind === 'known' ? [reading.hash] : []))
  const known = knownOriginals(db, met, PARSE_VERSION)
  db.transaction(() => {
    for (const { file, reading } of batch) {
      switch (reading.kind) {
        case 'archive':
          stored.archives.push(file)
          break
        case 'left-alone':
        case 'trouble': {
          const { code, message } = reading
          // What a package's directory does not tell is found out while unpacking; the outcome is the same.
          const outcome = code in ARCHIVE_REFUSALS ? 'refused' : 'left-alone'
          putItem(db, importId, lineOf({ ...file, outcome, code, message }))
          break
        }
        case 'catalogue':
          stored.rows.push(...reading.rows)
          putItem(db, importId, catalogueLine(file, reading.rows.length))
          for (const problem of reading.problems) putItem(db, importId, problemLine(file, problem))
          break
        case 'kept':
          putFound(db, reading, clock.now())
          putKept(db, importId, file, { ...reading, ...reading.found })
          break
        case 'known': {
          const original = known.get(reading.hash)
          if (original === undefined) stored.readAgain.push(file)
          else putKept(db, importId, file, { ...reading, ...original, role: formatInfo(original.format).role })
          break
        }
        default:
          never(reading)
      }
    }
  })
  return stored
}

function putFound(db: WriteDb, { hash, bytes, format, detectedBy, found }: KeptFile, keptAt: number): void {
  const common = { parseVersion: PARSE_VERSION, sketchVersion: SKETCH_VERSION, keptAt }
  putOriginal(db, { hash, bytes, format, detectedBy, found, ...common })
  const preview = previewOf(found.facts)
  if (preview === undefined) return
  const picture: OriginalFacts = {
    outcome: 'not-a-design',
    facts: null,
    warnings: [],
    failure: null,
    sketch: null,
    outline: null,
    shape: null,
    description: null,
  }
  putOriginal(db, { ...preview, format: 'bmp', detectedBy: 'content', found: picture, ...common })
}

/** What is known of a kept file, read now or before. */
type Known = Pick<KeptFile, 'hash' | 'bytes' | 'format' | 'role'> & Pick<OriginalFacts, 'outcome' | 'failure' | 'facts'>

/** The file's row, and that of the picture found inside it. */
function putKept(db: WriteDb, importId: string, { place, name }: ScannedFile, known: Known): void {
  putItem(db, importId, { ...itemOf(known), place, name })
  const preview = previewOf(known.facts)
  if (preview === undefined) return
  putItem(db, importId, {
    ...preview,
    place,
    name: `${name} (picture).bmp`,
    format: 'bmp',
    role: 'picture',
    outcome: 'found',
    code: PICTURE_INSIDE,
    message: 'This picture was found inside the file of the same name.',
  })
}

function previewOf(facts: OriginalFacts['facts']): { hash: string; bytes: number } | undefined {
  return facts !== null && 'preview' in facts ? facts.preview : undefined
}

function itemOf({ hash, bytes, format, role, outcome, failure }: Known): Omit<NewItem, 'place' | 'name'> {
  const item = { hash, bytes, format, role: fileRole(role), code: null, message: null }
  switch (outcome) {
    case 'locked':
      return { ...item, outcome, code: 'locked-format', message: formatInfo(format).insteadUse ?? LOCKED }
    case 'unreadable':
      return { ...item, outcome, code: failure?.code ?? 'unreadable', message: failure?.message ?? UNREADABLE }
    default:
      return { ...item, outcome: 'found' }
  }
}

const LOCKED = 'This file is locked to a machine by its designer. It is kept safe.'
const UNREADABLE = 'This file could not be read. It is kept safe.'

function fileRole(role: FormatRole): FileRole {
  return role === 'design' || role === 'locked' || role === 'picture' || role === 'document' ? role : 'other'
}

/** A file that is not kept, as a line of the report. */
export function lineOf({ place, name, outcome, code, message }: ScanLine): NewItem {
  return { place, name, outcome, code, message, hash: null, bytes: null, format: null, role: null }
}

export function catalogueLine({ place, name }: Pick<ScannedFile, 'place' | 'name'>, rows: number): NewItem {
  const message = `This list was read along: names, designers, tags and notes of ${rows} ${rows === 1 ? 'file' : 'files'} were taken from it.`
  return lineOf({ place, name, outcome: 'read-along', code: 'catalogue-read', message })
}

export function problemLine(
  { place, name }: Pick<ScannedFile, 'place' | 'name'>,
  { code, message, line }: { code: string; message: string; line?: number },
): NewItem {
  return lineOf({
    place,
    name: line === undefined ? name : `${name}, line ${line}`,
    outcome: 'left-alone',
    code,
    message,
  })
}
