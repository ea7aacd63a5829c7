import { aFormat } from '../format.ts'
import { readEmbroidermodderCsv } from './read.ts'

export const emcsv = aFormat({
  info: {
    id: 'emcsv',
    name: 'Embroidermodder table (CSV)',
    machine: 'Embroidery programs',
    extensions: ['emcsv', 'csv', 'txt'],
    read: 'confirmed',
    write: 'no',
    called: 'a table of stitches',
  },
  sniff: ({ text }) => /^[ \t]*"\*"[ \t]*,[ \t]*"(?:STITCH|JUMP|TRIM|COLOR)"[ \t]*,/m.test(text),
  read: readEmbroidermodderCsv,
})
