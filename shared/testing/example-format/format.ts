import { aFormat } from '#shared/formats/format.ts'
import { readKnot } from './read.ts'
import { writeKnot } from './write.ts'

export const knot = aFormat({
  info: {
    id: 'knot',
    name: 'Knot pattern (KNOT)',
    machine: 'Knot 3000',
    extensions: ['knot'],
    read: 'confirmed',
    write: 'experimental',
  },
  sniff: ({ text }) => /^KNOT \d/.test(text),
  read: readKnot,
  write: writeKnot,
})
