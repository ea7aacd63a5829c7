import { aFormat } from '../format.ts'
import { STITCH_DIALECTS, STITCH_STEP_MM } from '../stitches/ready-to-stitch.ts'
import { readExp } from './read.ts'
import { writeExp } from './write.ts'

export const exp = aFormat({
  info: {
    id: 'exp',
    name: 'Melco and Bernina embroidery (EXP)',
    machine: 'Embroidery machines',
    extensions: ['exp'],
    read: 'confirmed',
    write: 'confirmed',
  },
  dialects: STITCH_DIALECTS,
  limits: { stepMm: STITCH_STEP_MM },
  read: readExp,
  write: writeExp,
})
