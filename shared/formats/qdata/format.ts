import { aFormat } from '../format.ts'
import { readQdata } from './read.ts'

export const qdata = aFormat({
  info: { id: 'qdata', name: 'QDATA', machine: '', extensions: ['qdata'], read: 'confirmed', write: 'no' },
  sniff: ({ text }) => text.startsWith('$Limit'),
  read: readQdata,
})
