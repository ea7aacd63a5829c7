import type { FileHead } from '../file-head.ts'
import { aFormat } from '../format.ts'
import { STITCH_DIALECTS, STITCH_STEP_MM } from '../stitches/ready-to-stitch.ts'
import { readJef } from './read.ts'
import { writeJef } from './write.ts'

export const jef = aFormat({
  info: {
    id: 'jef',
    name: 'Janome embroidery (JEF)',
    machine: 'Janome',
    extensions: ['jef'],
    read: 'confirmed',
    write: 'confirmed',
  },
  sniff: isJef,
  dialects: STITCH_DIALECTS,
  limits: { stepMm: STITCH_STEP_MM },
  read: readJef,
  write: writeJef,
})

/** It has no first letters of its own, but a fixed number and a date where no other file has both. */
function isJef(head: FileHead): boolean {
  return head.holdsAt(4, 0x14, 0, 0, 0) && head.bytes.length > 22 && head.bytes.subarray(8, 22).every(isDigit)
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57
}
