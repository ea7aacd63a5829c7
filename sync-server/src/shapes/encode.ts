/** How a body goes over the wire: whole and with its length, so that a cut is seen, and packed where that helps. */
import { pipeline, type Readable } from 'node:stream'
import { promisify } from 'node:util'
import { constants, createGzip, gzip, zstdCompress } from 'node:zlib'

const gzipped = promisify(gzip)
const zstandard = promisify(zstdCompress)

/** Below this a packed body saves no packet. */
const WORTH_PACKING = 1400

type Encoding = 'zstd' | 'gzip'

/** The first of `offered` that the device unpacks; null: none, and the body goes as it is. */
export function encodingFor(accepted: string | undefined, offered: readonly Encoding[]): Encoding | null {
  const names = new Set<string>()
  for (const one of (accepted ?? '').toLowerCase().split(',')) {
    const [name, ...rest] = one.split(';').map(word => word.trim())
    if (name && !rest.some(word => /^q=0(\.0*)?$/.test(word))) names.add(name)
  }
  return offered.find(name => names.has(name)) ?? null
}

export interface EncodedBody {
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
}

/** Records repeat themselves: the fastest level makes a tenth of them. */
export async function encodeText(text: string, accepted: string | undefined): Promise<EncodedBody> {
  const plain = Buffer.from(text)
  const encoding = plain.length < WORTH_PACKING ? null : encodingFor(accepted, ['zstd', 'gzip'])
  const bytes =
    encoding === 'zstd'
      ? await zstandard(plain, { params: { [constants.ZSTD_c_compressionLevel]: 1 } })
      : encoding === 'gzip'
        ? await gzipped(plain, { level: 1 })
        : plain
  const headers = { 'content-length': String(bytes.length), ...(encoding ? { 'content-encoding': encoding } : {}) }
  return { headers, bytes }
}

/** A stream packed on its way. When it breaks, what comes of it breaks too, and the framing shows it. */
export function encodeStream(
  stream: Readable,
  accepted: string | undefined,
): { headers: Record<string, string>; stream: Readable } {
  if (encodingFor(accepted, ['gzip']) === null) return { headers: {}, stream }
  const packed = createGzip({ level: 1 })
  pipeline(stream, packed, () => {})
  return { headers: { 'content-encoding': 'gzip' }, stream: packed }
}
