import { aFormat } from '../format.ts'
import { STITCH_STEP_MM } from '../stitches/ready-to-stitch.ts'
import { readPes } from './read.ts'

export const pec = aFormat({
  info: {
    id: 'pec',
    name: 'Brother embroidery (PEC)',
    machine: 'Baby Lock and Brother',
    extensions: ['pec', 'pes'],
    read: 'confirmed',
    write: 'no',
  },
  sniff: head => head.startsWith('#PEC'),
  limits: { stepMm: STITCH_STEP_MM },
  read: readPes,
})
