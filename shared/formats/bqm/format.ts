import { aFormat } from '../format.ts'
import { readBqm } from './read.ts'
import { writeBqm } from './write.ts'

export const bqm = aFormat({
  info: {
    id: 'bqm',
    name: 'Bernina Q-matic (BQM)',
    machine: 'Bernina Q-matic',
    extensions: ['bqm'],
    read: 'confirmed',
    write: 'confirmed',
  },
  sniff: ({ text }) => /^\s*N\d+[ \t]*G0?[0-3][ \t]*X/i.test(text),
  dialects: [
    { id: 'arcs', says: 'curves as arcs' },
    { id: 'lines', says: 'straight motions only' },
  ],
  read: readBqm,
  write: writeBqm,
})
