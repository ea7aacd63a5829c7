import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FIXTURES } from '#shared/testing/files.ts'
import { codesOf, failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { readDst } from '../dst/read.ts'
import { readPes } from './read.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)))
const ascii = (text: string) => [...new TextEncoder().encode(text)]

/** A PEC block with colours and records. */
function block(colours: readonly number[], ...records: number[]): number[] {
  const head = [...ascii('LA:Leaf            \r'), ...ascii(' '.repeat(12)), 0xff, 0, 6, 38, ...ascii(' '.repeat(12))]
  const chart = [colours.length - 1, ...colours]
  const fill = ascii(' '.repeat(512 - head.length - chart.length))
  return [...head, ...chart, ...fill, ...new Array<number>(20).fill(0), ...records]
}

const pec = (colours: readonly number[], ...records: number[]) =>
  Uint8Array.from([...ascii('#PEC0001'), ...block(colours, ...records)])

/** @param offset of the block, as the head tells it */
function pes(offset: number, ...rest: number[]): Uint8Array {
  return Uint8Array.from([...ascii('#PES0060'), offset & 255, offset >> 8, 0, 0, ...rest])
}

const LINE = [0, 0, 10, 0]
const END = [0xff, 0]
const stop = (mark: number) => [0xfe, 0xb0, mark]

test('short and long coordinates are read, Y down in the file', () => {
  const reading = readPes(pec([20], 0, 0, 0x3f, 0x40, 0x80, 0x64, 0x8f, 0x9c, 0x05, 0x80, 0x02, ...END))
  expect(toldAll(valueOf(reading))).toEqual(['0,0 L6.3,6.4 L16.3,16.4 L16.8,16.2'])
  expect(reading.warnings).toEqual([])
})

test.each([
  ['jump', 0x90],
  ['trim', 0xa0],
])('a move marked as %s begins a run', (_, flag) => {
  const { runs } = valueOf(readPes(pec([20], ...LINE, flag, 50, flag, 0, ...LINE, ...END)))
  expect(toldAll({ runs, metadata: { notes: [], size: 'stated' } })).toEqual(['0,0 L1,0', '6,0 L7,0'])
})

test('colours come from the chart in order, with a pause where they change', () => {
  const { runs, metadata } = valueOf(
    readPes(pec([5, 20, 200], ...LINE, ...stop(2), ...LINE, ...stop(1), ...LINE, ...stop(2), ...LINE, ...END)),
  )
  expect(runs.map(({ pauseBefore, thread }) => [pauseBefore, thread])).toEqual([
    [undefined, '#ed171f'],
    ['', '#000000'],
    ['', undefined],
    ['', undefined],
  ])
  expect(metadata.name).toBe('Leaf')
})

test('what stands before the PEC block of a PES file is passed over', () => {
  const bytes = pes(20, ...ascii('whatever'), ...block([20], ...LINE, ...END))
  expect(toldAll(valueOf(readPes(bytes)))).toEqual(['0,0 L1,0'])
})

test.each([
  ['without its end mark', LINE],
  ['in the middle of a coordinate', [...LINE, 0x80]],
  ['between two coordinates', [...LINE, 5]],
])('a file cut %s is kept and told with its length', (_, records) => {
  const bytes = pec([20], ...records)
  const reading = readPes(bytes)
  expect(toldAll(valueOf(reading))).toEqual(['0,0 L1,0'])
  expect(reading.warnings).toMatchObject([{ code: 'end-missing', offset: bytes.length }])
})

test.each([
  ['no magic', Uint8Array.from(ascii('#PIS0001')), 'not-this-format', 0],
  ['nothing', new Uint8Array(), 'not-this-format', 0],
  ['a head cut short', Uint8Array.from(ascii('#PES0001')), 'too-short', 8],
  ['a block outside the file', pes(5000, 0, 0), 'offset-outside', 8],
  ['a block cut short', pec([20]), 'too-short', 540],
  ['no stitching', pec([20], ...END), 'no-stitching', undefined],
])('refused: %s', (_, bytes, code, offset) => {
  const failure = failureOf(readPes(bytes))
  expect([failure.code, failure.offset]).toEqual([code, offset])
})

test('the same design written by a peer as DST is the same, but for its thread', () => {
  const reading = readPes(fixture('peer-pystitch/two-hooks.pes'))
  expect(codesOf(reading)).toEqual([])
  expect(toldAll(valueOf(reading))).toEqual(toldAll(valueOf(readDst(fixture('peer-pystitch/two-hooks.dst')))))
})
