import { aFormat } from '../format.ts'
import { readQcc } from './read.ts'
import { writeQcc } from './write.ts'

export const qcc = aFormat({
  info: {
    id: 'qcc',
    name: 'QuiltEZ (QCC)',
    machine: 'QuiltEZ Quilt Butler',
    extensions: ['qcc'],
    read: 'confirmed',
    write: 'confirmed',
  },
  sniff: ({ text }) => /^\s*c s[ \t]*[\r\n]/i.test(text) && /^p X/im.test(text),
  dialects: [
    { id: 'plain', says: 'ends with its last point' },
    { id: 'm02', says: 'ends with the end mark M02' },
  ],
  limits: { oneLine: true },
  read: readQcc,
  write: writeQcc,
})
