import type { FileHead } from '../file-head.ts'
import { aFormat } from '../format.ts'
import { rootElement } from '../root-element.ts'
import { isGzip } from './gzip.ts'
import { readSvg } from './read.ts'
import { writeSvg } from './write.ts'

export const svg = aFormat({
  info: {
    id: 'svg',
    name: 'Drawing (SVG)',
    machine: 'Drawing programs',
    extensions: ['svg', 'svgz'],
    read: 'confirmed',
    write: 'confirmed',
  },
  sniff: head => (isGzip(head.bytes) ? isPacked(head) : rootElement(head.text) === 'svg'),
  dialects: [
    { id: 'mm', says: 'in millimetres' },
    { id: 'inch', says: 'in inches' },
  ],
  read: readSvg,
  write: writeSvg,
})

/** Gzip may hold anything; among pattern files it is a packed SVG unless the name says otherwise. */
function isPacked({ extension, fileName }: FileHead): boolean {
  return extension === '' || /\.(svgz?|svg\.gz)$/i.test(fileName)
}
