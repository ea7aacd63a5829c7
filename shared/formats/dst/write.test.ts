import { expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { designOf } from '#shared/testing/arbitraries.ts'
import { codesOf, failureOf, valueOf } from '#shared/testing/readings.ts'
import { ALWAYS, DX, DY, LONGEST, X_BITS, Y_BITS } from './records.ts'
import { writeDst } from './write.ts'

const to = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })
const bytesOf = (design: Design) => valueOf(writeDst(design)).bytes
const headOf = (design: Design) => new TextDecoder().decode(bytesOf(design).subarray(0, 512))
const recordsOf = (design: Design) => bytesOf(design).length / 3 - 512 / 3

test('every move a record holds comes back from its three bytes, whatever kind of record it is', () => {
  let wrong = 0
  for (let dx = -LONGEST; dx <= LONGEST; dx++) {
    for (let dy = -LONGEST; dy <= LONGEST; dy++) {
      const bits = X_BITS[dx + LONGEST]! | Y_BITS[dy + LONGEST]!
      const [b0, b1, b2] = [bits & 255, (bits >> 8) & 255, (bits >> 16) | ALWAYS]
      // The bits that tell stitch, jump, stop and end apart are free for them.
      if ((b2 & 0xc3) !== ALWAYS) wrong++
      if (DX[b0]! + DX[256 + b1]! + DX[512 + b2]! !== dx) wrong++
      if (DY[b0]! + DY[256 + b1]! + DY[512 + b2]! !== dy) wrong++
    }
  }
  expect(wrong).toBe(0)
})

test('a head of 512 bytes, records of three, and the end mark', () => {
  const bytes = bytesOf(designOf(runFrom({ x: 5, y: 5 }, [to(6, 5), to(6, 7)])))
  const stitches = [0, 0, 0x03, 0x05, 0, 0x03, 0x50, 0xa0, 0x03]
  expect([...bytes.subarray(512)]).toEqual([...stitches, 0, 0, 0xf3])
})

test('the head tells the truth', () => {
  const design: Design = {
    runs: [
      runFrom({ x: 10, y: 10 }, [to(12, 10), to(12, 14.5)]),
      runFrom({ x: 3, y: -1 }, [to(4, -1)], { pauseBefore: '' }),
    ],
    metadata: { name: 'Leaf', notes: [], size: 'stated' },
  }
  expect(
    headOf(design)
      .split('\r')
      .map(field => field.trimEnd()),
  ).toEqual([
    'LA:Leaf',
    `ST:${String(recordsOf(design)).padStart(7)}`,
    'CO:  1',
    '+X:   20',
    '-X:   70',
    '+Y:   45',
    '-Y:  110',
    'AX:-   60',
    'AY:-  110',
    'MX:+    0',
    'MY:+    0',
    'PD:******',
    '\u001a',
  ])
})

test.each([
  ['a long name', 'Feathers and other plumage', 'LA:Feathers and oth\r', ['notes-lost']],
  ['letters of other languages', 'Blüten', 'LA:Bluten          \r', ['notes-lost']],
  ['a name that fits', 'Feathers', 'LA:Feathers        \r', []],
  ['no name', undefined, 'LA:Untitled        \r', []],
])('%s becomes sixteen plain letters', (_, name, label, codes) => {
  const design = designOf(runFrom({ x: 0, y: 0 }, [to(1, 0)]))
  const named = name === undefined ? design : { ...design, metadata: { ...design.metadata, name } }
  expect(headOf(named).slice(0, 20)).toBe(label)
  expect(codesOf(writeDst(named))).toEqual(codes)
})

test('thread colours are lost and told; the machine stops all the same', () => {
  const piece = (x: number, thread: string) => runFrom({ x, y: 0 }, [to(x, 5)], { thread })
  const written = writeDst(designOf(piece(0, '#ff0000'), piece(1, '#0000ff')))
  expect(codesOf(written)).toEqual(['thread-lost'])
  expect([...valueOf(written).bytes.subarray(512)].filter(byte => byte === 0xc3)).toHaveLength(1)
})

test('more stops than the head has digits for are refused', () => {
  const runs = Array.from({ length: 1001 }, (_, i) => runFrom({ x: i, y: 0 }, [to(i, 5)], { pauseBefore: '' }))
  expect(failureOf(writeDst(designOf(...runs))).code).toBe('too-many-stops')
})
