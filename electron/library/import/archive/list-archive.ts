import type { Entry, ZipFile } from 'yauzl'
import { isJunk } from '../sources/junk.ts'
import { entryName, nameRefusal } from './entry-name.ts'
import { openZip } from './open-zip.ts'
import { type ArchiveRefusal, MAX_ENTRIES, MAX_ENTRY_BYTES, MAX_RATIO, RATIO_COUNTS_FROM } from './refusals.ts'

/** Where an entry's packed bytes are; plain numbers, so that another thread can read it without the directory. */
export interface EntryPlace {
  /** Of the entry's local header. */
  readonly offset: number
  readonly packedBytes: number
  readonly bytes: number
  readonly packed: boolean
  readonly crc: number
}

export interface ListedEntry extends EntryPlace {
  /** Path inside the package, forward slashes, unique in it. */
  readonly name: string
}

export type ArchiveListing =
  | {
      readonly ok: true
      readonly entries: readonly ListedEntry[]
      readonly refused: readonly { readonly name: string; readonly code: ArchiveRefusal }[]
    }
  | { readonly ok: false; readonly code: ArchiveRefusal }

/**
 * Reads the directory of a package and sorts out what must not be unpacked. A bad entry refuses only itself; a package of too
 * many entries or with a broken directory is refused whole. Nothing is unpacked here.
 *
 * @param roomBytes what may be unpacked in all before the disk gets too full
 */
export async function listArchive(
  path: string,
  roomBytes: number,
  alive: () => void = () => {},
): Promise<ArchiveListing> {
  let zip: ZipFile
  try {
    zip = await openZip(path)
  } catch (error) {
    return { ok: false, code: brokenBecause(error) }
  }
  try {
    if (zip.entryCount > MAX_ENTRIES) return { ok: false, code: 'archive-too-many-entries' }
    return await listEntries(zip, roomBytes, alive)
  } catch (error) {
    return { ok: false, code: brokenBecause(error) }
  } finally {
    zip.close()
  }
}

async function listEntries(zip: ZipFile, roomBytes: number, alive: () => void): Promise<ArchiveListing> {
  const entries: ListedEntry[] = []
  const refused: { name: string; code: ArchiveRefusal }[] = []
  const names = new Set<string>()
  const offsets = new Set<number>()
  let unpacked = 0
  let seen = 0
  for await (const entry of zip.eachEntry()) {
    if (++seen % 1_000 === 0) alive()
    const name = entryName(entry)
    if ((name.endsWith('/') && nameRefusal(name) === null) || isFolderIcon(entry.fileNameRaw)) continue
    const code =
      // Asked of the bytes: code page 437 shows control signs as little pictures.
      (entry.fileNameRaw.some(byte => byte < 0x20) ? 'archive-entry-bad-name' : nameRefusal(name)) ??
      kindRefusal(entry) ??
      sizeRefusal(entry, zip.fileSize) ??
      // Two names for the same packed bytes are how a small package claims to hold a great deal.
      (offsets.has(entry.relativeOffsetOfLocalHeader) ? 'archive-entry-damaged' : null) ??
      (unpacked + entry.uncompressedSize > roomBytes ? 'archive-no-room' : null)
    if (code !== null) {
      refused.push({ name, code })
      continue
    }
    if (isJunk(name)) continue
    offsets.add(entry.relativeOffsetOfLocalHeader)
    unpacked += entry.uncompressedSize
    entries.push({
      name: uniqueName(name, names),
      offset: entry.relativeOffsetOfLocalHeader,
      packedBytes: entry.compressedSize,
      bytes: entry.uncompressedSize,
      packed: entry.compressionMethod === DEFLATED,
      crc: entry.crc32,
    })
  }
  return { ok: true, entries, refused }
}

/** What a Mac leaves in a folder with a picture of its own: "Icon" and a carriage return. */
function isFolderIcon(raw: Uint8Array): boolean {
  return /(?:^|\/)Icon\r$/.test(Buffer.from(raw).toString('latin1'))
}

const STORED = 0
const DEFLATED = 8
const MADE_ON_UNIX = new Set([3, 19])

function kindRefusal(entry: Entry): ArchiveRefusal | null {
  if (entry.isEncrypted()) return 'archive-entry-encrypted'
  if (MADE_ON_UNIX.has(entry.versionMadeBy >> 8)) {
    const kind = (entry.externalFileAttributes >>> 16) & 0o170000
    if (kind === 0o120000) return 'archive-entry-link'
    if (kind !== 0 && kind !== 0o100000 && kind !== 0o040000) return 'archive-entry-special'
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) return 'archive-entry-packing'
  return null
}

function sizeRefusal(entry: Entry, fileBytes: number): ArchiveRefusal | null {
  if (entry.uncompressedSize > RATIO_COUNTS_FROM && entry.uncompressedSize > entry.compressedSize * MAX_RATIO)
    return 'archive-entry-bomb'
  if (entry.uncompressedSize > MAX_ENTRY_BYTES) return 'archive-entry-too-large'
  const { compressedSize: packed, uncompressedSize: bytes } = entry
  // Memory is taken by these numbers: they must be possible. Packing never makes a file twice as long.
  const possible = entry.compressionMethod === STORED ? packed === bytes : packed <= 2 * bytes + 4_096
  return possible && entry.relativeOffsetOfLocalHeader + packed <= fileBytes ? null : 'archive-entry-damaged'
}

/** A second entry of the same name keeps its own: "leaf.qli" and "leaf (2).qli". */
function uniqueName(name: string, names: Set<string>): string {
  let unique = name
  for (let turn = 2; names.has(unique); turn++) unique = name.replace(/(\.[^./]*)?$/, ` (${turn})$1`)
  names.add(unique)
  return unique
}

function brokenBecause(error: unknown): ArchiveRefusal {
  return error instanceof Error && error.message.includes('encryption') ? 'archive-encrypted' : 'archive-broken'
}
