import { gunzipSync } from 'node:zlib'
import { BobbinError } from '#shared/contract/errors.ts'
import { TOO_MANY_BYTES } from '#shared/formats/limits.ts'
import { isGzip } from '#shared/formats/svg/gzip.ts'
import { MAX_FILE_BYTES } from '#shared/formats/types.ts'

/**
 * A drawing may come packed (.svgz): the packing taken off, anything else as it is. Readers are pure and cannot do this themselves.
 * @throws BobbinError `file-damaged`; `file-too-large` when more comes out than a reader may see
 */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  if (!isGzip(bytes)) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES })
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    if (tooLarge) throw new BobbinError(TOO_MANY_BYTES.code, TOO_MANY_BYTES.message)
    throw new BobbinError('file-damaged', 'This file is packed, and the packing is damaged.')
  }
}
