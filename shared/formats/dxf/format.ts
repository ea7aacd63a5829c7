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

/** Group code 0 and SECTION, after any number of comments (group code 999). From the bytes: a large drawing is not made text for it. */
function isTextDxf({ bytes }: FileHead): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (at < bytes.length && bytes[at]! <= SPACE) at++
  for (;;) {
    const code = lineAt(bytes, at)
    const value = lineAt(bytes, code.next)
    if (code.words !== '999') return code.words === '0' && value.words.toUpperCase() === 'SECTION'
    at = value.next
  }
}

const SPACE = 32
const LF = 10
const CR = 13
/** No word looked for is longer. */
const LONGEST_WORD = 20

function lineAt(bytes: Uint8Array, from: number): { readonly words: string; readonly next: number } {
  let at = from
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++
  const next = bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1
  let start = from
  let end = at
  while (start < end && bytes[start]! <= SPACE) start++
  while (end > start && bytes[end - 1]! <= SPACE) end--
  return { words: String.fromCharCode(...bytes.subarray(start, Math.min(end, start + LONGEST_WORD))), next }
}
