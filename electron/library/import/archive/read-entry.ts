import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
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

export async function readEntry(zip: ZipFile, place: EntryPlace): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of streamEntry(zip, place)) chunks.push(chunk)
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
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
