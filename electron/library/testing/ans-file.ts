const HEAD_BYTES = 0xa5
const BMP_HEADER = 54
const SIDE = 90

/** A whole BMP of 90 x 90 pixels, 24 bit, in one colour. */
export function stampPicture(grey: number): Uint8Array {
  const row = Math.ceil((SIDE * 3) / 4) * 4
  const bmp = new Uint8Array(BMP_HEADER + row * SIDE).fill(grey, BMP_HEADER)
  const view = new DataView(bmp.buffer)
  bmp.set([0x42, 0x4d])
  view.setUint32(2, bmp.length, true)
  view.setUint32(10, BMP_HEADER, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, SIDE, true)
  view.setInt32(22, SIDE, true)
  view.setUint16(26, 1, true)
  view.setUint16(28, 24, true)
  return bmp
}

/** A project of "Art & Stitch" as far as anybody knows it: a head, the picture and its length, a ZIP nobody opens. */
export function ansFile(picture: Uint8Array): Uint8Array {
  const zip = [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x01, 0x00]
  const file = new Uint8Array(HEAD_BYTES + picture.length + zip.length)
  file.set([0x58, 0x25, 0x14, 0x00])
  file[0xa0] = 1
  new DataView(file.buffer).setUint32(0xa1, picture.length, true)
  file.set(picture, HEAD_BYTES)
  file.set(zip, HEAD_BYTES + picture.length)
  return file
}
