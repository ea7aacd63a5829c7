import { aFormat } from '../format.ts'
import { STITCH_DIALECTS, STITCH_STEP_MM } from '../stitches/ready-to-stitch.ts'
import { readDst } from './read.ts'
import { writeDst } from './write.ts'

export const dst = aFormat({
  info: {
    id: 'dst',
    name: 'Tajima embroidery (DST)',
    machine: 'Embroidery machines',
    extensions: ['dst'],
    read: 'confirmed',
    write: 'confirmed',
  },
  sniff: head => head.startsWith('LA:') && head.bytes.subarray(0, 512).includes(0x1a),
  dialects: STITCH_DIALECTS,
  limits: { stepMm: STITCH_STEP_MM },
  read: readDst,
  write: writeDst,
})
