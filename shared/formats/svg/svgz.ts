import { refusal } from '#shared/util/reading.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { MAX_FILE_BYTES, type ReadDesign } from '../types.ts'
import { isGzip } from './gzip.ts'
import { readSvg } from './read.ts'

/**
 * Unpacks gzip. Null when the data is damaged; must stop, and answer `too-large`, as soon as more than `maxBytes` come out. Pure
 * code has no such thing: Node's `zlib.gunzipSync(bytes, { maxOutputLength })` behind this type is all it takes.
 */
export type Gunzip = (bytes: Uint8Array, maxBytes: number) => Uint8Array | 'too-large' | null

/** `readSvg` for a place that can unpack: also reads `.svgz`. */
export function createSvgReader(gunzip: Gunzip): ReadDesign {
  return (bytes, options) => {
    if (!isGzip(bytes)) return readSvg(bytes, options)
    if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
    const text = gunzip(bytes, MAX_FILE_BYTES)
    if (text === 'too-large') return refusal(TOO_MANY_BYTES)
    if (text === null) return refusal({ code: 'svgz-damaged', message: 'This compressed drawing is damaged.' })
    return readSvg(text, options)
  }
}
