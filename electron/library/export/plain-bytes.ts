import { gunzipSync } from 'node:zlib'
import { BobbinError } from '#shared/contract/errors.ts'
import { MAX_FILE_BYTES } from '#shared/formats/types.ts'

/** A drawing may come packed (.svgz): the packing taken off; anything else as it is. @throws BobbinError `file-damaged` */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES })
  } catch {
    throw new BobbinError('file-damaged', 'This file is packed, and the packing is damaged.')
  }
}
