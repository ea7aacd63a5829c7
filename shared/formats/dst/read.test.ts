import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { FIXTURES } from '#shared/testing/files.ts'
import { codesOf, failureOf, told, toldAll, valueOf } from '#shared/testing/readings.ts'
import { readExp } from '../exp/read.ts'
import { readDst } from './read.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)))
const star = (extension: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, `../stitches/fixtures/Star.${extension}`)))

/** A head and records. */
function file(...records: number[]): Uint8Array {
  const bytes = new Uint8Array(512 + records.length).fill(0x20)
  bytes.set(new TextEncoder().encode('LA:Test            \rST:      9\r\u001a'))
  bytes.set(records, 512)
  return bytes
}

// One unit to the right, nine up, then the records without a move.
const RIGHT = [0x01, 0, 0x03]
const NINE_UP = [0x20, 0, 0x03]
const DOWN_81 = [0, 0, 0x13]
const JUMP_LEFT_81 = [0, 0, 0x8b]
const STOP = [0, 0, 0xc3]
const SEQUIN = [0, 0, 0x43]
const END = [0, 0, 0xf3]

test('records are read as the format page has them, Y up', () => {
  const reading = readDst(file(...RIGHT, ...NINE_UP, ...DOWN_81, ...JUMP_LEFT_81, ...RIGHT, ...NINE_UP, ...END))
  expect(toldAll(valueOf(reading))).toEqual(['0.1,0 L0.1,0.9 L0.1,-7.2', '-7.9,-7.2 L-7.9,-6.3'])
  expect(reading.warnings).toEqual([])
  expect(valueOf(reading).metadata).toEqual({ name: 'Test', notes: [], size: 'stated' })
})

test('a stop is a pause before the next run', () => {
  const { runs } = valueOf(readDst(file(...RIGHT, ...RIGHT, ...STOP, ...RIGHT, ...RIGHT, ...END)))
  expect(runs.map(run => run.pauseBefore)).toEqual([undefined, ''])
})

test('sequins are left out and told with their place', () => {
  const reading = readDst(file(...RIGHT, ...RIGHT, ...SEQUIN, ...JUMP_LEFT_81, ...SEQUIN, ...RIGHT, ...RIGHT, ...END))
  expect(reading.warnings).toMatchObject([{ code: 'sequins-dropped', offset: 518 }])
})

test('a file without its end mark is kept, and told where it ends', () => {
  const reading = readDst(file(...RIGHT, ...RIGHT, 0x01))
  expect(toldAll(valueOf(reading))).toEqual(['0.1,0 L0.2,0'])
  expect(reading.warnings).toMatchObject([{ code: 'end-missing', offset: 519 }])
})

test('what stands behind the end mark is no stitching', () => {
  expect(readDst(file(...RIGHT, ...RIGHT, ...END, ...RIGHT))).toEqual(readDst(file(...RIGHT, ...RIGHT, ...END)))
})

test('the numbers of the head are not trusted', () => {
  const lying = star('DST')
  lying.set(new TextEncoder().encode('ST:      1\rCO: 99\r+X:99999'), 20)
  expect(valueOf(readDst(lying)).runs).toEqual(valueOf(readDst(star('DST'))).runs)
})

test('author and copyright of a longer head are notes', () => {
  const bytes = file(...RIGHT, ...RIGHT, ...END)
  bytes.set(new TextEncoder().encode('LA:Leaf            \rAU:Ann Quilter\rCP:(c) 2026\r\u001a'))
  expect(valueOf(readDst(bytes)).metadata).toMatchObject({ name: 'Leaf', notes: ['Ann Quilter', '(c) 2026'] })
})

test('a real design has its true size, its thread change and no locking stitches', () => {
  const reading = readDst(star('DST'))
  const design = valueOf(reading)
  // Its head says the same: +X 296, -X 295, +Y 311, -Y 312, one change.
  expect(boundsOf(design)).toEqual({ minX: -29.5, maxX: 29.6, minY: -31.2, maxY: 31.1 })
  expect(design.runs.map(run => run.pauseBefore)).toEqual([undefined, ''])
  expect(codesOf(reading)).toEqual(['zero-length-dropped', 'tie-offs-dropped'])
})

test('the same design as EXP has the same runs', () => {
  expect(valueOf(readExp(star('EXP'))).runs).toEqual(valueOf(readDst(star('DST'))).runs)
})

test('a long side told as even jumps and one stitch is one line', () => {
  const { runs } = valueOf(readDst(fixture('peer-pystitch/square-spiral-1.dst')))
  expect(runs.map(told)).toEqual([
    '101.6,-101.6 L116.1,-101.6 L116.1,-116.1 L87.1,-116.1 L87.1,-87.1 L130.6,-87.1 L130.6,-130.6 L72.6,-130.6 L72.6,-72.6 L145.1,-72.6 L145.1,-145.1 L58.1,-145.1 L58.1,-58.1',
  ])
})

test.each([
  ['nothing', new Uint8Array(), 'too-short', 0],
  ['a head and no record', file(), 'too-short', 512],
  ['no head', new Uint8Array(600).fill(0x20), 'not-this-format', 0],
  ['no stitch', file(...END), 'no-stitching', undefined],
  ['jumps only', file(...JUMP_LEFT_81, ...JUMP_LEFT_81, ...END), 'no-stitching', undefined],
])('refused: %s', (_, bytes, code, offset) => {
  const failure = failureOf(readDst(bytes))
  expect([failure.code, failure.offset]).toEqual([code, offset])
})

test('more than 32 MB, a million points or 100,000 pieces are too large', () => {
  const repeated = (times: number, ...records: number[]) => {
    const bytes = new Uint8Array(512 + times * records.length)
    bytes.set(file())
    for (let i = 0; i < times; i++) bytes.set(records, 512 + i * records.length)
    return bytes
  }
  expect(failureOf(readDst(new Uint8Array(32 * 1024 * 1024 + 1))).code).toBe('file-too-large')
  expect(failureOf(readDst(repeated(1_000_002, ...RIGHT))).code).toBe('file-too-large')
  expect(failureOf(readDst(repeated(100_002, ...JUMP_LEFT_81, ...RIGHT, ...RIGHT))).code).toBe('file-too-large')
})
