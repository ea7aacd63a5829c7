import { aFormat } from '../format.ts'
import { STITCH_DIALECTS, STITCH_STEP_MM } from '../stitches/ready-to-stitch.ts'
import { readPes } from './read.ts'
import { writePes } from './write.ts'

export const pes = aFormat({
  info: {
    id: 'pes',
    name: 'Brother embroidery (PES)',
    machine: 'Baby Lock and Brother',
    extensions: ['pes'],
    read: 'confirmed',
    write: 'confirmed',
  },
  sniff: head => head.startsWith('#PES'),
  dialects: STITCH_DIALECTS,
  limits: { stepMm: STITCH_STEP_MM },
  read: readPes,
  write: writePes,
})
