import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { VectorMoment } from '../db/tables/vector.ts'
import { ROW_BYTES, type WasmIndex } from './wasm-index.ts'

/** Raised when the rows, or what stands before them, are laid out otherwise. */
const LAYOUT = 1
const MAGIC = 0x56424f42
const HEADER = 40

/**
 * The rows of the index as they stand in memory, in a file beside the database, so that a start reads them in one piece: 27 ms instead of
 * half a second at 100,000. It can be deleted at any time. Whatever is wrong with it (cut off, of another version, of another life of the
 * library) makes it nobody's, never a wrong answer: the checksum covers all of it, and the moment is looked for in the database.
 *
 * Header, little endian: magic, layout, version of the descriptor, bytes a row, rows (32 bits each); moment (two 64-bit floats); checksum
 * of everything else (32 bits).
 */
export async function writeStartFile(
  path: string,
  version: number,
  moment: VectorMoment,
  index: WasmIndex,
): Promise<void> {
  const rows = index.rows()
  const file = Buffer.alloc(HEADER + rows.length)
  file.set(rows, HEADER)
  ;[MAGIC, LAYOUT, version, ROW_BYTES, index.size].forEach((value, at) => file.writeUInt32LE(value, at * 4))
  file.writeDoubleLE(moment.n, 20)
  file.writeDoubleLE(moment.mark, 28)
  file.writeUInt32LE(checksum(file.subarray(0, HEADER), file.subarray(HEADER)), 36)
  const temp = `${path}.new`
  try {
    await writeFile(temp, file)
    await rename(temp, path)
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined)
    throw error
  }
}

/**
 * Fills the index with what the file holds. Answers the moment it is of; null, and the index empty, when there is no file that can be
 * trusted. Whether that moment is one of this library is the caller's to ask.
 */
export function readStartFile(path: string, version: number, index: WasmIndex): VectorMoment | null {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return null
  }
  try {
    const header = Buffer.alloc(HEADER)
    if (readSync(file, header, 0, HEADER, 0) !== HEADER) return null
    const [magic, layout, of, rowBytes, count] = [0, 4, 8, 12, 16].map(at => header.readUInt32LE(at))
    if (magic !== MAGIC || layout !== LAYOUT || of !== version || rowBytes !== ROW_BYTES) return null
    const bytes = (count ?? 0) * ROW_BYTES
    if (fstatSync(file).size !== HEADER + bytes) return null
    let isWhole = false
    const isTaken = index.takeRows(count ?? 0, rows => {
      isWhole = readWhole(file, rows) && checksum(header, rows) === header.readUInt32LE(36)
      if (!isWhole) rows.fill(0)
    })
    if (!isWhole || !isTaken) {
      index.clear()
      return null
    }
    return { n: header.readDoubleLE(20), mark: header.readDoubleLE(28) }
  } finally {
    closeSync(file)
  }
}

function readWhole(file: number, rows: Uint8Array): boolean {
  let at = 0
  while (at < rows.length) {
    const read = readSync(file, rows, at, rows.length - at, HEADER + at)
    if (read === 0) return false
    at += read
  }
  return true
}

function checksum(header: Uint8Array, rows: Uint8Array): number {
  return crc32(rows, crc32(header.subarray(0, 36)))
}
