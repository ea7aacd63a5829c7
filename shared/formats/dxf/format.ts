import type { FileHead } from '../file-head.ts'
import { aFormat } from '../format.ts'
import { readDxf } from './read.ts'
import { writeDxf } from './write.ts'

export const dxf = aFormat({
  info: {
    id: 'dxf',
    name: 'Drawing exchange (DXF)',
    machine: 'Most machines and drawing programs',
    extensions: ['dxf'],
    read: 'confirmed',
    write: 'confirmed',
  },
  sniff: head => head.startsWith('AutoCAD Binary DXF') || isTextDxf(head),
  dialects: [
    { id: 'polyline', says: 'R12, curves as short straight lines' },
    { id: 'bulges', says: 'R12, curves as arcs' },
    { id: 'lines', says: 'R12, single lines only, for the simplest programs' },
    { id: 'r2000', says: 'AutoCAD 2000, curves as arcs' },
  ],
  read: readDxf,
  write: writeDxf,
})

/** Group code 0 and SECTION, after any number of comments (group code 999). */
function isTextDxf({ text }: FileHead): boolean {
  const lines = text.slice(0, 20_000).split(/\r\n|\r|\n/)
  let at = lines.findIndex(line => line.trim() !== '')
  while (at >= 0 && lines[at]?.trim() === '999') at += 2
  return lines[at]?.trim() === '0' && lines[at + 1]?.trim().toUpperCase() === 'SECTION'
}
