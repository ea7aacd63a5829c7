import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FIXTURES } from '#shared/testing/files.ts'
import { failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { readDst } from '../dst/read.ts'
import { readExp } from './read.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)))
const read = (...bytes: number[]) => readExp(Uint8Array.from(bytes))
const told = (...bytes: number[]) => toldAll(valueOf(read(...bytes)))

test('two signed bytes are a stitch, Y up', () => {
  expect(told(10, 0, 0x7f, 0x81, 0xf6, 5)).toEqual(['1,0 L13.7,-12.7 L12.7,-12.2'])
})

test.each([
  ['a jump', [0x80, 0x04, 50, 0]],
  ['a move with the needle up, as real files tell them', [0x80, 0x02, 50, 0]],
])('%s ends a run', (_, jump) => {
  expect(told(0, 0, 10, 0, ...jump, 0, 0, 10, 0)).toEqual(['0,0 L1,0', '6,0 L7,0'])
})

test('a stop is a pause, and its two bytes may move', () => {
  const { runs } = valueOf(read(0, 0, 10, 0, 0x80, 0x01, 5, 5, 0, 0, 10, 0))
  expect(runs.map(run => [run.coords[0], run.pauseBefore])).toEqual([
    [0, undefined],
    [1.5, ''],
  ])
})

test('a trim ends a run; its two bytes are no move', () => {
  expect(told(0, 0, 10, 0, 0x80, 0x80, 0x07, 0, 0, 0, 10, 0)).toEqual(['0,0 L1,0', '1,0 L2,0'])
})

test.each([
  ['an odd byte', [5], 4],
  ['half an escape', [0x80], 4],
  ['an escape without its move', [0x80, 0x04, 5], 4],
])('%s at the end is left out and told with its place', (_, tail, offset) => {
  const reading = read(0, 0, 10, 0, ...tail)
  expect(toldAll(valueOf(reading))).toEqual(['0,0 L1,0'])
  expect(reading.warnings).toMatchObject([{ code: 'cut-short', offset }])
})

test('a command nobody knows is refused with its place', () => {
  expect(failureOf(read(0, 0, 10, 0, 0x80, 0x33, 0, 0))).toMatchObject({ code: 'unknown-code', offset: 4 })
})

test.each([
  ['nothing', []],
  ['a single stitch', [5, 5]],
  ['jumps only', [0x80, 0x04, 5, 5, 0x80, 0x04, 5, 5]],
])('refused: %s', (_, bytes) => {
  expect(failureOf(read(...bytes)).code).toBe('no-stitching')
})

test('the same design written by a peer as DST is the same', () => {
  const design = valueOf(readExp(fixture('peer-pystitch/two-hooks.exp')))
  expect(design.runs).toEqual(valueOf(readDst(fixture('peer-pystitch/two-hooks.dst'))).runs)
})
