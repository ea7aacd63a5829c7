import type { Design } from '#shared/geometry/design.ts'
import { type Reading, refusal } from '#shared/util/reading.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { PEC_BLOCK_AT, PEC_MAGIC, PES_MAGIC, STITCHES_AT } from './pec-layout.ts'
import { readPecBlock } from './read-pec.ts'

/**
 * Reads Brother and Baby Lock embroidery of every version, by its PEC block, which the machine sews. NOTES.md beside this file lists
 * every refusal and warning with its code. Never throws.
 */
export function readPes(bytes: Uint8Array): Reading<Design> {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  if (startsWith(bytes, PEC_MAGIC)) return blockAt(bytes, PEC_BLOCK_AT)
  if (!startsWith(bytes, PES_MAGIC)) {
    return refusal({
      code: 'not-this-format',
      message: 'This is not a PES file: its first letters are missing.',
      offset: 0,
    })
  }
  if (bytes.length < 12) return cutShort(bytes)
  return blockAt(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(8, true))
}

function blockAt(bytes: Uint8Array, start: number): Reading<Design> {
  if (start > bytes.length) {
    return refusal({
      code: 'offset-outside',
      message: 'This PES file says that its stitches are where the file is not. It may be cut short.',
      offset: 8,
    })
  }
  if (start + STITCHES_AT >= bytes.length) return cutShort(bytes)
  return readPecBlock(bytes.subarray(start), start)
}

function cutShort(bytes: Uint8Array): Reading<never> {
  return refusal({
    code: 'too-short',
    message: 'This PES file is cut short: there is nothing behind its head.',
    offset: bytes.length,
  })
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  for (let i = 0; i < magic.length; i++) if (bytes[i] !== magic.charCodeAt(i)) return false
  return true
}
