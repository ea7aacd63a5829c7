import { expect, test } from 'vitest'
import { boundsOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { designOf } from '#shared/testing/arbitraries.ts'
import { codesOf, failureOf, valueOf } from '#shared/testing/readings.ts'
import { readJef } from './read.ts'
import { writeJef } from './write.ts'

const to = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })
const size = (x: number, y: number) => designOf(runFrom({ x: 0, y: 0 }, [to(x, 0), to(x, y)]))

function headOf(design: Design): DataView {
  const { bytes } = valueOf(writeJef(design))
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const numbers = (view: DataView, at: number, count: number) =>
  Array.from({ length: count }, (_, i) => view.getInt32(at + 4 * i, true))

test('the head tells where the stitches are, how many words they take, and how large it is', () => {
  const view = headOf(size(40, 20))
  expect(numbers(view, 0, 2)).toEqual([0x74 + 8, 0x14])
  expect(new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + 8, 14))).toMatch(/^\d{14}$/)
  expect(numbers(view, 24, 3)).toEqual([1, (view.byteLength - 0x7c) / 2, 1])
  expect(numbers(view, 36, 4)).toEqual([200, 100, 200, 100])
  // What is left to the edges of 110 x 110, 50 x 50, 140 x 200 and a hoop of one's own.
  expect(numbers(view, 52, 16)).toEqual([350, 450, 350, 450, 50, 150, 50, 150, 500, 900, 500, 900, 500, 900, 500, 900])
  expect(numbers(view, 0x74, 2)).toEqual([1, 0x0d])
})

test.each([
  [50, 50, 1],
  [50.1, 50, 0],
  [110, 110, 0],
  [126, 110, 3],
  [126, 111, 2],
  [140, 200, 2],
  [141, 200, 4],
  [200, 200, 4],
])('a design of %d by %d mm goes into hoop %d', (x, y, hoop) => {
  expect(headOf(size(x, y)).getInt32(32, true)).toBe(hoop)
  expect(codesOf(writeJef(size(x, y)))).toEqual([])
})

test('a larger design is written and told; the tables say that it fits no hoop', () => {
  const written = writeJef(size(210, 30))
  expect(written.warnings).toMatchObject([
    { code: 'larger-than-hoop', message: expect.stringMatching('210 mm by 30 mm') },
  ])
  expect(numbers(headOf(size(210, 30)), 52, 16)).toEqual(new Array(16).fill(-1))
})

test('the design lies around the middle of the hoop', () => {
  const design = valueOf(readJef(valueOf(writeJef(size(150, 80))).bytes))
  expect(boundsOf(design)).toEqual({ minX: -75, maxX: 75, minY: -40, maxY: 40 })
})

test('threads go into the table as the nearest of the chart, pauses with the same thread as 0', () => {
  const piece = (thread: string, pause?: string) =>
    runFrom({ x: 0, y: 0 }, [to(0, 5)], { thread, ...(pause === undefined ? {} : { pauseBefore: pause }) })
  const design = designOf(piece('#ff0000'), piece('#ff0000', ''), piece('#0b2f85'))
  expect(numbers(headOf(design), 0x74, 6)).toEqual([10, 0, 12, 0x0d, 0x0d, 0x0d])
  expect(codesOf(writeJef(design))).toEqual(['threads-nearest'])
})

test('more threads than a file may list are refused', () => {
  const runs = Array.from({ length: 301 }, (_, i) => runFrom({ x: i, y: 0 }, [to(i, 5)], { pauseBefore: '' }))
  expect(failureOf(writeJef(designOf(...runs))).code).toBe('too-many-stops')
})

test('the same design is the same file whenever it is written', () => {
  expect(writeJef(size(40, 20))).toEqual(writeJef(size(40, 20)))
})
