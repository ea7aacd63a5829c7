import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ansFile, stampPicture } from '#library/testing/ans-file.ts'
import { previewInside } from './preview-inside.ts'

const SAMPLES = join(import.meta.dirname, '../../../../../shared/samples/ans/stitchables')

test('the picture of a project comes out whole', () => {
  const picture = stampPicture(120)
  expect(previewInside(ansFile(picture))).toEqual(picture)
})

test('a file that is none, is cut off, or tells lies about its picture has no picture', () => {
  const whole = ansFile(stampPicture(120))
  const changed = (at: number, ...bytes: number[]): Uint8Array => {
    const file = whole.slice()
    file.set(bytes, at)
    return file
  }
  const picture = 0xa5
  for (const file of [
    new Uint8Array(0),
    changed(0, 0x50),
    whole.slice(0, 3000),
    // More bytes than there are; none; not a BMP; no width; a height of two thousand million; 8 bits to the pixel; pixels outside.
    changed(0xa1, 255, 255, 255, 255),
    changed(0xa1, 0, 0, 0, 0),
    changed(picture, 0x47),
    changed(picture + 18, 0, 0, 0, 0),
    changed(picture + 22, 0, 0, 0, 0x80),
    changed(picture + 28, 8),
    changed(picture + 10, 0, 0, 1),
  ])
    expect(previewInside(file)).toBeNull()
})

test.skipIf(!existsSync(SAMPLES))(
  'real projects have a picture of 90 by 90 pixels (skipped where ../shared/samples is absent)',
  () => {
    const files = readdirSync(SAMPLES)
    expect(files).toHaveLength(6)
    for (const file of files) {
      const picture = previewInside(readFileSync(join(SAMPLES, file)))
      const view = new DataView(picture!.buffer, picture!.byteOffset)
      expect([file, picture!.length, view.getInt32(18, true), view.getInt32(22, true)]).toEqual([file, 24_534, 90, 90])
    }
  },
)
