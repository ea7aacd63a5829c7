import { randomUUID } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorkPool } from '#library/work/pool.ts'
import type { ListArchiveInput, UnpackInput } from '#library/work/tasks/archive-tasks.ts'
import type { ArchiveListing } from './archive/list-archive.ts'
import { ARCHIVE_REFUSALS, KEEP_FREE_BYTES, MAX_DEPTH } from './archive/refusals.ts'
import { bundlePlace } from './names/folder-words.ts'
import { splitExtension } from './names/stem.ts'
import type { ByteSource, FileToRead } from './reading.ts'
import { sourceError } from './sources/source-error.ts'
import { joinPlace, type SourceRoot, walkSources } from './sources/walk.ts'

/** A file somewhere in the sources, to be read. */
export interface ScannedFile extends FileToRead {
  readonly place: string
  /** Packages around it. */
  readonly depth: number
}

export interface ScanLine {
  readonly place: string
  readonly name: string
  readonly outcome: 'refused' | 'left-alone' | 'read-along'
  readonly code: string
  readonly message: string
}

export interface ScanTarget {
  file(file: ScannedFile): void
  line(line: ScanLine): void
  /** Called now and then; lets others in. */
  breathe(): Promise<void>
}

export interface ScanContext {
  readonly pool: WorkPool
  readonly signal: AbortSignal
  /** The library's own folder. */
  readonly libraryDir: string
  /** What packages may be unpacked to before the disk gets too full. */
  readonly roomBytes: number
  /** A folder of this import's own, for packages found inside packages. */
  readonly tempDir: string
}

/** Stage 1: names every file of the sources and packages. Reads no contents but the directories of packages. */
export async function scanSources(
  context: ScanContext,
  roots: readonly SourceRoot[],
  target: ScanTarget,
): Promise<void> {
  const archives: ScannedFile[] = []
  for await (const met of walkSources(roots, context.libraryDir)) {
    await target.breathe()
    if (met.kind === 'trouble') {
      const { place, name, code, message } = met
      target.line({ place, name, outcome: 'left-alone', code, message })
      continue
    }
    const source: ByteSource = { kind: 'file', path: met.path }
    const file: ScannedFile = { place: met.place, name: met.name, source, depth: 0 }
    if (isArchiveName(met.name)) archives.push(file)
    else target.file(file)
  }
  await scanArchives(context, archives, target)
}

/** Several at a time, so that every thread has a directory to read. */
export async function scanArchives(
  context: ScanContext,
  archives: readonly ScannedFile[],
  target: ScanTarget,
): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    for (let archive = archives[next++]; archive; archive = archives[next++])
      await scanArchive(context, archive, target)
  }
  // Also after a failure the others are waited for: nothing may still unpack when this has answered.
  const ends = await Promise.allSettled(Array.from({ length: context.pool.threads * 2 }, worker))
  const failed = ends.find(end => end.status === 'rejected')
  if (failed) throw failed.reason
}

export function isArchiveName(name: string): boolean {
  return /\.zip$/i.test(name)
}

/** Names every file of a package, and of packages in it as deep as allowed. */
async function scanArchive(context: ScanContext, archive: ScannedFile, target: ScanTarget): Promise<void> {
  const refuse = (code: keyof typeof ARCHIVE_REFUSALS, place: string, name: string) =>
    target.line({ place, name, outcome: 'refused', code, message: ARCHIVE_REFUSALS[code] })
  if (archive.depth >= MAX_DEPTH) return refuse('archive-too-deep', archive.place, archive.name)
  let path: string
  let listing: ArchiveListing
  try {
    path = await onDisk(context, archive.source)
    const input: ListArchiveInput = { path, roomBytes: context.roomBytes }
    listing = await context.pool.run<ArchiveListing>('list-archive', input, { signal: context.signal })
  } catch (error) {
    context.signal.throwIfAborted()
    const { code, message } = sourceError(error)
    return target.line({ place: archive.place, name: archive.name, outcome: 'refused', code, message })
  }
  if (!listing.ok) return refuse(listing.code, archive.place, archive.name)
  const place = joinPlace(archive.place, archive.name)
  for (const { name, code } of listing.refused) refuse(code, place, printable(name))
  for (const entry of listing.entries) {
    await target.breathe()
    const cut = entry.name.lastIndexOf('/')
    const file: ScannedFile = {
      place: cut < 0 ? place : joinPlace(place, entry.name.slice(0, cut)),
      name: entry.name.slice(cut + 1),
      source: { kind: 'entry', archive: path, place: entry },
      depth: archive.depth + 1,
    }
    if (isArchiveName(file.name)) await scanArchive(context, file, target)
    else target.file(file)
  }
}

async function onDisk({ pool, signal, tempDir }: ScanContext, source: ByteSource): Promise<string> {
  if (source.kind === 'file') return source.path
  const input: UnpackInput = { source, to: join(tempDir, `${randomUUID()}.zip`) }
  await pool.run('unpack', input, { signal })
  return input.to
}

/** Bytes the library's disk has to spare. */
export async function roomOn(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir)
  return bavail * bsize - KEEP_FREE_BYTES
}

/** A name made to harm must not break the report it is told in. */
function printable(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control signs are exactly what is taken out
  return name.replace(/[\u0000-\u001f\u007f]/g, '�').slice(0, 300)
}

const LOOSE = new Set('gif jpg jpeg png bmp webp tif tiff pdf wmf emf doc docx rtf htm html url nfo md'.split(' '))
const OTHER_PACKAGES = new Set(['rar', '7z'])

/**
 * Takes out what need not be read: pictures and papers where no pattern stands beside them. A folder of ten thousand photographs
 * is not copied only to find that none belongs to a pattern.
 */
export function withoutLooseFiles(files: readonly ScannedFile[], line: (line: ScanLine) => void): ScannedFile[] {
  const places = new Map<string, string>()
  const placeOf = (file: ScannedFile): string => {
    const known = places.get(file.place)
    if (known !== undefined) return known
    const place = bundlePlace(file.place)
    places.set(file.place, place)
    return place
  }
  const isLoose = (file: ScannedFile) => LOOSE.has(splitExtension(file.name).extension)
  const withPatterns = new Set(files.filter(file => !isLoose(file)).map(placeOf))
  return files.filter(file => {
    const { place, name } = file
    if (OTHER_PACKAGES.has(splitExtension(name).extension)) {
      line({
        place,
        name,
        outcome: 'left-alone',
        code: 'package-kind',
        message: 'Bobbin opens ZIP packages only. Unpack this one first, then bring in its folder.',
      })
      return false
    }
    if (!isLoose(file) || withPatterns.has(placeOf(file))) return true
    line({
      place,
      name,
      outcome: 'left-alone',
      code: 'no-pattern-beside',
      message: 'No pattern stands beside it, so it was left where it is.',
    })
    return false
  })
}
