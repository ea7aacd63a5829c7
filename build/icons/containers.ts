/** The two files that hold one picture in many sizes: Windows' .ico and Apple's .icns. Both take PNGs as they are. */

export interface SizedPng {
  /** Edge in pixels. */
  readonly size: number
  readonly png: Uint8Array
}

/** What each system looks for, in its own order. */
export const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256] as const

/** Apple's four letters for each size; the same pixels stand for a size and for half of it on a fine screen. */
export const ICNS_TYPES = [
  { type: 'icp4', size: 16 },
  { type: 'ic11', size: 32 },
  { type: 'icp5', size: 32 },
  { type: 'ic12', size: 64 },
  { type: 'ic07', size: 128 },
  { type: 'ic13', size: 256 },
  { type: 'ic08', size: 256 },
  { type: 'ic14', size: 512 },
  { type: 'ic09', size: 512 },
  { type: 'ic10', size: 1024 },
] as const

const ICO_HEAD = 6
const ICO_ENTRY = 16

/** @throws RangeError for a picture larger than 256 pixels, which the file cannot name */
export function icoOf(pictures: readonly SizedPng[]): Uint8Array {
  const file = Buffer.alloc(ICO_HEAD + ICO_ENTRY * pictures.length + sum(pictures))
  file.writeUInt16LE(1, 2)
  file.writeUInt16LE(pictures.length, 4)
  let offset = ICO_HEAD + ICO_ENTRY * pictures.length
  pictures.forEach(({ size, png }, index) => {
    if (size > 256) throw new RangeError('an .ico holds no picture larger than 256 pixels')
    const entry = ICO_HEAD + ICO_ENTRY * index
    // 256 does not fit into a byte and is written as 0.
    file.writeUInt8(size % 256, entry)
    file.writeUInt8(size % 256, entry + 1)
    file.writeUInt16LE(1, entry + 4)
    file.writeUInt16LE(32, entry + 6)
    file.writeUInt32LE(png.length, entry + 8)
    file.writeUInt32LE(offset, entry + 12)
    file.set(png, offset)
    offset += png.length
  })
  return file
}

/** @param pngOf the picture at every size ICNS_TYPES names */
export function icnsOf(pngOf: (size: number) => Uint8Array): Uint8Array {
  const blocks = ICNS_TYPES.map(({ type, size }) => {
    const png = pngOf(size)
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(blocks)
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

function sum(pictures: readonly SizedPng[]): number {
  return pictures.reduce((bytes, { png }) => bytes + png.length, 0)
}
