/** First bytes of an "Art & Stitch" project; where its picture's length and the picture stand (formats page ANS). */
const MAGIC = [0x58, 0x25, 0x14, 0x00]
const LENGTH_AT = 0xa1
const PICTURE_AT = 0xa5
const BMP_HEADER_BYTES = 54
const MAX_SIDE = 4_096

/** The picture that an "Art & Stitch" project carries, as a whole BMP; null for other files or a picture that is not sane. */
export function previewInside(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < PICTURE_AT + BMP_HEADER_BYTES || MAGIC.some((byte, index) => bytes[index] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(LENGTH_AT, true)
  if (length < BMP_HEADER_BYTES || PICTURE_AT + length > bytes.length) return null
  const picture = bytes.slice(PICTURE_AT, PICTURE_AT + length)
  return isSaneBmp(picture) ? picture : null
}

function isSaneBmp(bmp: Uint8Array): boolean {
  const view = new DataView(bmp.buffer, bmp.byteOffset, bmp.byteLength)
  if (bmp[0] !== 0x42 || bmp[1] !== 0x4d) return false
  const pixelsAt = view.getUint32(10, true)
  const width = view.getInt32(18, true)
  const height = Math.abs(view.getInt32(22, true))
  const bits = view.getUint16(28, true)
  if (width < 1 || width > MAX_SIDE || height < 1 || height > MAX_SIDE || bits !== 24) return false
  const rowBytes = Math.ceil((width * 3) / 4) * 4
  return pixelsAt >= BMP_HEADER_BYTES && pixelsAt + rowBytes * height <= bmp.length
}
