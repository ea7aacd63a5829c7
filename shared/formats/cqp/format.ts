import { aFormat } from '../format.ts'
import { readCqp } from './read.ts'
import { writeCqp } from './write.ts'

export const cqp = aFormat({
  info: {
    id: 'cqp',
    name: 'CompuQuilter (CQP, CMD)',
    machine: 'CompuQuilter',
    extensions: ['cqp', 'cmd'],
    read: 'confirmed',
    write: 'experimental',
  },
  sniff: ({ text }) => /^\s*PU[ \t]*[\r\n]+[ \t]*X[ \t]*-?[\d.]/i.test(text),
  dialects: [
    { id: 'cqp', says: 'a CQP' },
    { id: 'cmd', says: 'the same as a CMD' },
  ],
  read: readCqp,
  write: writeCqp,
  limits: { losesSize: true },
})
