import { aFormat } from '../format.ts'
import { readIqp } from './read.ts'
import { writeIqp } from './write.ts'

export const iqp = aFormat({
  info: {
    id: 'iqp',
    name: 'IntelliQuilter (IQP)',
    machine: 'IntelliQuilter',
    extensions: ['iqp'],
    read: 'confirmed',
    write: 'experimental',
  },
  sniff: head => head.startsWith('StitchV'),
  read: readIqp,
  write: writeIqp,
})
