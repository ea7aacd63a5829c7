import { readSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { crc32, inflateRawSync } from 'node:zlib'
import yauzl, { type ZipFile } from 'yauzl'
import { BobbinError } from '#shared/contract/errors.ts'
import type { EntryPlace } from './list-archive.ts'
import { ARCHIVE_REFUSALS } from './refusals.ts'

/**
 * The unpacked bytes of an entry, checked against the length and the checksum its directory states.
 * @throws BobbinError `archive-entry-damaged`
 */
export async function* streamEntry(zip: ZipFile, place: EntryPlace): AsyncIterable<Uint8Array> {
  let bytes = 0
  let crc = 0
  try {
    const stream = await openEntry(zip, place)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      // Stated lengths may lie: stop at the first byte too many, not after writing them all.
      if (bytes > place.bytes) throw damaged()
      crc = crc32(chunk, crc)
      yield chunk
    }
  } catch (error) {
    throw error instanceof BobbinError ? error : damaged()
  }
  if (bytes !== place.bytes || crc !== place.crc) throw damaged()
}

/** The whole of a small entry at once: a stream costs ten times what unpacking it does. @throws BobbinError as above */
export function readEntry(fd: number, place: EntryPlace): Uint8Array {
  try {
    const packed = Buffer.allocUnsafe(place.packedBytes)
    const header = Buffer.allocUnsafe(LOCAL_HEADER_BYTES)
    readFully(fd, header, place.offset)
    if (header.readUInt32LE(0) !== LOCAL_HEADER) throw damaged()
    // The local header has a name and extra fields of its own, whose lengths may differ from the directory's.
    readFully(fd, packed, place.offset + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28))
    const bytes = place.packed ? inflateRawSync(packed, { maxOutputLength: Math.max(place.bytes, 1) }) : packed
    if (bytes.length !== place.bytes || crc32(bytes) !== place.crc) throw damaged()
    return bytes
  } catch {
    throw damaged()
  }
}

const LOCAL_HEADER = 0x04034b50
const LOCAL_HEADER_BYTES = 30

function readFully(fd: number, into: Buffer, from: number): void {
  for (let at = 0; at < into.length; ) {
    const read = readSync(fd, into, at, into.length - at, from + at)
    if (read === 0) throw damaged()
    at += read
  }
}

function openEntry(zip: ZipFile, place: EntryPlace): Promise<Readable> {
  // yauzl itself needs nothing else of a directory entry to find its bytes.
  const entry = Object.assign(new yauzl.Entry(), {
    relativeOffsetOfLocalHeader: place.offset,
    compressedSize: place.packedBytes,
  })
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (error, header) => {
      if (error) return reject(error)
      zip.openReadStreamLowLevel(
        header.fileDataStart,
        place.packedBytes,
        0,
        place.packedBytes,
        place.packed,
        place.bytes,
        (failure, stream) => (failure ? reject(failure) : resolve(stream)),
      )
    })
  })
}

function damaged(): BobbinError {
  return new BobbinError('archive-entry-damaged', ARCHIVE_REFUSALS['archive-entry-damaged'])
}
