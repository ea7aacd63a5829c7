import type { FileHead } from '../file-head.ts'
import { aFormat } from '../format.ts'
import { readQli } from './read.ts'
import { writeQli } from './write.ts'

export const qli = aFormat({
  info: {
    id: 'qli',
    name: 'Gammill Statler (QLI)',
    machine: 'Gammill Statler, CreativeStudio',
    extensions: ['qli'],
    read: 'confirmed',
    write: 'confirmed',
  },
  sniff,
  dialects: [
    { id: 'arcs', says: 'curves as arcs' },
    { id: 'lines', says: 'straight motions only' },
  ],
  read: readQli,
  write: writeQli,
})

/** Its first label, or its vector commands where a hand or another program left the label out. */
function sniff({ text }: FileHead): boolean {
  if (/^\s*#CAD2DMC/i.test(text)) return true
  if (/^\s*</.test(text)) return false
  const vectors = /(?:^|;)[ \t]*(?:VP[ \t]*[-+\d.@(][^,;\r\n]*,|CR[ \t]*[\d.@(][^,;\r\n]*,[^,;\r\n]*,)/im.test(text)
  return (
    vectors &&
    /(?:^|;)[ \t]*(?:CS[ \t]*(?:;|$)|VM[ \t]*[XY]|NO[ \t]+NEEDLE[ \t]|VE[ \t]*(?:;|$)|VP[ \t]*[-+\d.]+,[ \t]*[-+\d.]+)/im.test(
      text,
    )
  )
}
