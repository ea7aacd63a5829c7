import { aFormat } from '../format.ts'
import { STITCH_DIALECTS, STITCH_RESOLUTION_MM } from '../stitches/ready-to-stitch.ts'
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
    resolutionMm: STITCH_RESOLUTION_MM,
  },
  sniff: head => head.startsWith('LA:') && head.bytes.subarray(0, 512).includes(0x1a),
  dialects: STITCH_DIALECTS,
  read: readDst,
  write: writeDst,
})
