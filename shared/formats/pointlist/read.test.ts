import { describe, expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { codesOf, failureOf, valueOf } from '#shared/testing/readings.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { readPointList } from './read.ts'

const read = (text: string) => readPointList(encodeUtf8(text))

/** Points as fractions of the longer side, from the first: what is true of a design without a size. */
function shape({ runs }: Design): number[][] {
  const [run] = runs
  const points: number[][] = []
  for (let i = 0; i < run!.coords.length; i += 2)
    points.push([(run!.coords[i]! - run!.coords[0]!) / 254, (run!.coords[i + 1]! - run!.coords[1]!) / 254])
  return points.map(point => point.map(value => Math.round(value * 1e6) / 1e6 + 0))
}

const UP = [
  [0, 0],
  [1, 0.5],
]
const DOWN = [
  [0, 0],
  [1, -0.5],
]

describe('two numbers a line are one line of stitching', () => {
  test.each([
    ['a blank', '0 0\n10 5\n', UP],
    ['a tab', '0\t0\n10\t5\n', UP],
    ['several blanks, and blanks around', '  0   0  \r\n\r\n 10   5\r\n', UP],
    ['a blank, with decimal commas', '0,5 0,5\n10,5 5,5\n', UP],
    ['a comma', '0,0\n10,5\n', DOWN],
    ['a comma and blanks', '0, 0\n10 , 5\n', DOWN],
    ['a semicolon', '0;0\n10;5\n', DOWN],
    ['a semicolon, with decimal commas', '0,5;0,5\n10,5; 5,5\n', DOWN],
    ['a blank, with exponents', '0e0 0\n1e1 5E0\n', UP],
    ['a blank, behind a mark of UTF-8', '\ufeff0 0\n10 5', UP],
    [
      'a blank, with decimal commas below zero',
      '-0,5 0\n-10,5 -5\n',
      [
        [0, 0],
        [-1, -0.5],
      ],
    ],
  ])('parted by %s', (_, text, points) => {
    expect(shape(valueOf(read(text)))).toEqual(points)
  })
})

test('with a comma or semicolon the owner is told that it may stand on its head', () => {
  expect(codesOf(read('0,0\n1,1\n'))).toEqual(['maybe-upside-down'])
  expect(codesOf(read('0 0\n1 1\n'))).toEqual([])
})

test('a point given twice is stitched once, and that is told', () => {
  const reading = read('0 0\n0 0\n1 1\n')
  expect(valueOf(reading).runs[0]!.ops).toHaveLength(1)
  expect(codesOf(reading)).toEqual(['zero-length-dropped'])
})

test.each([
  ['three columns', '1 2\n1 2 3\n', 'not-a-point-list', 2],
  ['letters', '1 2\nx 3\n', 'not-a-point-list', 2],
  ['one column', '1 2\n3\n', 'not-a-point-list', 2],
  ['another mark than before', '1 2\n3;4\n', 'not-a-point-list', 2],
  ['a number beyond all quilts', '1 2\n1e20 3\n', 'number-out-of-range', 2],
  ['two commas in one number', '1,2,3 4\n', 'not-a-point-list', 1],
])('%s is refused with its line', (_, text, code, line) => {
  expect(failureOf(read(text))).toMatchObject({ code, line })
})

test.each([
  ['nothing', ''],
  ['one point', '1 2\n'],
  ['the same point again and again', '1 2\n1 2\n1 2\n'],
])('%s is no stitching', (_, text) => {
  expect(failureOf(read(text)).code).toBe('no-stitching')
})

test('bytes that are no text are refused', () => {
  expect(failureOf(readPointList(Uint8Array.from([49, 32, 0, 50]))).code).toBe('not-text')
})
