import { hash as hashOf } from 'node:crypto'
import { BobbinError } from '#shared/contract/errors.ts'
import { detect } from '#shared/formats/detect.ts'
import { formatInfo } from '#shared/formats/catalogue.ts'
import { formatOf, readSafely } from '#shared/formats/registry.ts'
import { type Detection, type FormatId, MAX_FILE_BYTES } from '#shared/formats/types.ts'
import { ARC, CUBIC, type Design } from '#shared/geometry/design.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { versionMarkOf } from '#shared/preparing/version-mark.ts'
import { describe } from '#shared/shape/describe.ts'
import { createOriginals, type KeepBatch, type Originals } from '#library/files/originals.ts'
import { plainBytes } from '#library/files/plain-bytes.ts'
import { MAX_ENTRY_BYTES } from '#library/import/archive/refusals.ts'
import { readCatalogue } from '#library/import/catalogue/catalogue.ts'
import type { FileReading, FileToRead, KeptFile, OriginalFacts, OtherFacts } from '#library/import/reading.ts'
import { shapeKey } from '#library/import/shape-key.ts'
import { sourceError } from '#library/import/sources/source-error.ts'
import { outlineBytes } from '#library/duplicates/outline-bytes.ts'
import { drawSketch } from '#library/pictures/sketch.ts'
import type { TaskContext } from '../thread.ts'
import { previewInside } from './preview-inside.ts'
import { SourceReader } from './source.ts'

export interface KeepAndReadInput {
  /** The folder of the originals. */
  readonly originals: string
  readonly files: readonly FileToRead[]
  /**
   * `new`: bytes that are kept already are not read again. `all`: they are. `keep`: nothing is read, because reading this very
   * file has cost a thread before.
   */
  readonly read: 'new' | 'all' | 'keep'
}

/**
 * Stages 2 to 5 and 8 for a handful of files: identify, keep, read, measure, draw. What is kept is on the disk, name and all,
 * when this answers.
 * @throws BobbinError only when the library's own disk fails; whatever is wrong with a file is part of the answer
 */
export async function keepAndRead(
  { originals, files, read }: KeepAndReadInput,
  { alive, signal, transfer }: TaskContext,
): Promise<FileReading[]> {
  const keeping = originalsAt(originals).batch()
  const reader = sources
  const readings: FileReading[] = []
  try {
    for (const file of files) {
      signal.throwIfAborted()
      alive()
      const reading = await readOne(file, reader, keeping, read)
      if (reading.kind === 'kept' && reading.found.sketch) transfer(reading.found.sketch.buffer as ArrayBuffer)
      readings.push(reading)
    }
    await keeping.settle()
  } catch (error) {
    await keeping.settle().catch(() => undefined)
    throw error
  } finally {
    reader.close()
  }
  return readings
}

/** One for all batches of this thread: it remembers which folders it has made. */
let here: { readonly dir: string; readonly originals: Originals } | null = null

function originalsAt(dir: string): Originals {
  if (here?.dir !== dir) here = { dir, originals: createOriginals(dir) }
  return here.originals
}

const sources = new SourceReader()

const HEAD_BYTES = 64 * 1024

type Mode = KeepAndReadInput['read']

async function readOne(file: FileToRead, reader: SourceReader, keeping: KeepBatch, mode: Mode): Promise<FileReading> {
  try {
    const size = reader.size(file.source)
    if (size > MAX_FILE_BYTES) return await readLarge(file, size, reader, keeping)
    const borrowed = await reader.whole(file.source)
    const hash = hashOf('sha256', borrowed, 'hex')
    const already = keeping.has(hash, borrowed.length)
    if (already && mode === 'new') return { kind: 'known', hash, bytes: borrowed.length }
    const sorted = sortOut(borrowed, file.name)
    if (!('detection' in sorted)) return sorted
    // A copy of our own; a Buffer's own slice would be the borrowed bytes again.
    const bytes = new Uint8Array(borrowed)
    // Written while it is read: the disk and the reader do not wait for each other.
    if (already) keeping.assure(hash)
    else await keeping.begin(bytes, hash)
    return await readKept(bytes, hash, sorted.detection, keeping, mode)
  } catch (error) {
    if (error instanceof BobbinError && !isAboutTheFile(error)) throw error
    const { code, message } = sourceError(error, file.source.kind === 'file' ? file.source.path : '')
    return { kind: 'trouble', code, message }
  }
}

/** Codes that speak of what is read; all other BobbinErrors speak of our own disk. */
function isAboutTheFile(error: BobbinError): boolean {
  return error.code.startsWith('archive-') || error.code.startsWith('source-')
}

/** What the bytes are, and for everything that is not kept, the answer already. */
function sortOut(bytes: Uint8Array, name: string): { detection: Detection } | FileReading {
  const detection = detect(bytes, name)
  const { role } = formatInfo(detection.format)
  switch (role) {
    case 'archive':
      return { kind: 'archive' }
    case 'catalogue': {
      const catalogue = readCatalogue(bytes)
      if (catalogue.ok) return { kind: 'catalogue', rows: catalogue.rows, problems: catalogue.problems }
      return {
        kind: 'left-alone',
        code: 'not-a-pattern',
        message: 'This table is no list of patterns. It was left where it is.',
      }
    }
    case 'other':
      return {
        kind: 'left-alone',
        code: detection.note?.code ?? 'not-a-pattern',
        message: detection.note?.message ?? 'This is no pattern. It was left where it is.',
      }
    default:
      return { detection }
  }
}

async function readKept(
  bytes: Uint8Array,
  hash: string,
  { format, by }: Detection,
  keeping: KeepBatch,
  mode: Mode,
): Promise<KeptFile> {
  const { role } = formatInfo(format)
  const about = { kind: 'kept', hash, bytes: bytes.length, format, role, detectedBy: by } as const
  if (role === 'design') return { ...about, found: mode === 'keep' ? unreadable(NOT_TRIED) : readingOf(bytes, format) }
  if (role === 'locked') return { ...about, found: await lockedFacts(bytes, keeping) }
  return { ...about, found: notADesign(format === 'txt' ? proseOf(bytes) : null) }
}

const NOT_TRIED = { code: 'reader-crashed', message: 'Bobbin could not read this file. It is kept safe.' }

/** Too large for any reader: looked at by its beginning, kept in a stream. */
async function readLarge(
  file: FileToRead,
  size: number,
  reader: SourceReader,
  keeping: KeepBatch,
): Promise<FileReading> {
  const sorted = sortOut(await reader.head(file.source, HEAD_BYTES), file.name)
  if (!('detection' in sorted)) return sorted
  if (size > MAX_ENTRY_BYTES)
    return {
      kind: 'left-alone',
      code: 'file-too-large',
      message: 'This file is larger than 256 MB. It was left where it is.',
    }
  const { format, by } = sorted.detection
  const { role } = formatInfo(format)
  const { hash, bytes } = await keeping.keep(legible(reader.stream(file.source)))
  const failure = { code: 'file-too-large', message: 'This file is larger than 32 MB, too large for a pattern.' }
  const found: OriginalFacts =
    role === 'design'
      ? { ...notADesign(null), outcome: 'unreadable', failure }
      : role === 'locked'
        ? { ...notADesign(null), outcome: 'locked' }
        : notADesign(null)
  return { kind: 'kept', hash, bytes, format, role, detectedBy: by, found }
}

/** A failure to read must not pass for a failure to write. */
async function* legible(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* stream
  } catch (error) {
    throw sourceError(error)
  }
}

function readingOf(bytes: Uint8Array, format: FormatId): OriginalFacts {
  const read = formatOf(format)?.read
  if (read === undefined) {
    const message = formatInfo(format).insteadUse ?? 'Bobbin cannot open this kind of file yet. It is kept safe.'
    return unreadable({ code: 'format-not-read-yet', message })
  }
  let plain: Uint8Array
  try {
    plain = plainBytes(bytes)
  } catch (error) {
    if (error instanceof BobbinError) return unreadable({ code: error.code, message: error.message })
    throw error
  }
  const reading = readSafely(read, plain, {})
  if (!reading.ok) return { ...unreadable(reading.failure), warnings: reading.warnings }
  const design = reading.value
  const measures = measureDesign(design)
  const { name: title, notes, size } = design.metadata
  const version = format === 'svg' ? versionMarkOf(plain) : null
  return {
    outcome: 'read',
    facts: {
      ...measures,
      ...(title === undefined ? {} : { name: title }),
      notes: notes.slice(0, 50),
      size,
      curves: curvesOf(design),
      ...(version && { version }),
    },
    warnings: reading.warnings,
    failure: null,
    sketch: drawSketch(design, measures),
    outline: outlineBytes(design),
    shape: shapeKey(design, measures),
    description: describe(design),
  }
}

function curvesOf(design: Design): number {
  let curves = 0
  for (const run of design.runs) for (const op of run.ops) if (op === ARC || op === CUBIC) curves++
  return curves
}

const NOTHING_READ = { sketch: null, outline: null, shape: null, description: null }

function unreadable(failure: OriginalFacts['failure']): OriginalFacts {
  return { outcome: 'unreadable', facts: null, warnings: [], failure, ...NOTHING_READ }
}

function notADesign(facts: OtherFacts | null): OriginalFacts {
  return { outcome: 'not-a-design', facts, warnings: [], failure: null, ...NOTHING_READ }
}

async function lockedFacts(bytes: Uint8Array, keeping: KeepBatch): Promise<OriginalFacts> {
  const picture = previewInside(bytes)
  if (picture === null) return { ...notADesign(null), outcome: 'locked' }
  const preview = { hash: hashOf('sha256', picture, 'hex'), bytes: picture.length }
  if (!keeping.has(preview.hash, preview.bytes)) await keeping.begin(picture, preview.hash)
  return { ...notADesign({ preview }), outcome: 'locked' }
}

const MAX_PROSE = 4_000

function proseOf(bytes: Uint8Array): OtherFacts | null {
  if (bytes.length > MAX_PROSE * 2) return null
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  const tidy = text.replace(/\r\n?/g, '\n').trim()
  return tidy.length > 0 && tidy.length <= MAX_PROSE ? { text: tidy } : null
}
