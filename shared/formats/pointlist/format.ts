import type { FileHead } from '../file-head.ts'
import { aFormat } from '../format.ts'
import { readPointList } from './read.ts'
import { writePointList } from './write.ts'

export const pointlist = aFormat({
  info: {
    id: 'pointlist',
    name: 'PC Quilter point list (TXT, XY)',
    machine: 'PC Quilter',
    // A .txt is prose, and a .csv a table of names, unless every line of it is two numbers.
    extensions: ['xy', 'txt', 'csv', 'cqp'],
    read: 'confirmed',
    write: 'confirmed',
    called: 'a list of points',
  },
  sniff,
  dialects: [
    { id: 'txt', says: 'a TXT, Y up' },
    { id: 'xy', says: 'the same as an XY' },
    { id: 'csv', says: 'a CSV, a comma between, Y down' },
  ],
  read: readPointList,
  write: writePointList,
  limits: { oneLine: true, losesSize: true },
})

const NUMBER = String.raw`[-+]?(?:\d+(?:[.,]\d*)?|\.\d+)(?:e[-+]?\d+)?`
const TWO_NUMBERS = new RegExp(
  `^[ \\t]*(?:${NUMBER}(?:[ \\t]+|[ \\t]*;[ \\t]*)${NUMBER}|${NUMBER.replaceAll(',', '')}[ \\t]*,[ \\t]*${NUMBER.replaceAll(',', '')})[ \\t]*$`,
  'i',
)

/** Every line that is not empty is two numbers, and there are at least two of them. */
function sniff({ text }: FileHead): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter(line => line.trim() !== '')
  return lines.length >= 2 && lines.every(line => line.length < 200 && TWO_NUMBERS.test(line))
}
