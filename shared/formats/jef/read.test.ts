import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FIXTURES } from '#shared/testing/files.ts'
import { codesOf, failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { readDst } from '../dst/read.ts'
import { readJef } from './read.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)))

/** A head with threads, and records. */
function file(threads: readonly number[], ...records: number[]): Uint8Array {
  const start = 0x74 + 8 * threads.length
  const bytes = new Uint8Array(start + records.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, start, true)
  view.setUint32(24, threads.length, true)
  threads.forEach((thread, i) => view.setUint32(0x74 + 4 * i, thread, true))
  bytes.set(records, start)
  return bytes
}

const END = [0x80, 0x10]
const STOP = [0x80, 0x01, 0, 0]
const LINE = [0, 0, 10, 0]

test('two signed bytes are a stitch, Y up; a jump begins a run', () => {
  const reading = readJef(file([1], ...LINE, 0x80, 0x02, 0, 0x81, ...LINE, 0x7f, 5, ...END))
  expect(toldAll(valueOf(reading))).toEqual(['0,0 L1,0', '1,-12.7 L2,-12.7 L14.7,-12.2'])
  expect(reading.warnings).toEqual([])
})

test('a jump of no length cuts the thread', () => {
  expect(toldAll(valueOf(readJef(file([1], ...LINE, 0x80, 0x02, 0, 0, ...LINE, ...END))))).toEqual([
    '0,0 L1,0',
    '1,0 L2,0',
  ])
})

test('threads come from the table in order; thread 0 is a stop with the same one', () => {
  const { runs } = valueOf(readJef(file([10, 0, 12], ...LINE, ...STOP, ...LINE, ...STOP, ...LINE, ...END)))
  expect(runs.map(({ pauseBefore, thread }) => [pauseBefore, thread])).toEqual([
    [undefined, '#ff0000'],
    ['', '#ff0000'],
    ['', '#0b2f84'],
  ])
})

test('more stops than threads, and numbers of no thread, are stitched without a colour', () => {
  const { runs } = valueOf(readJef(file([999], ...LINE, ...STOP, ...LINE, ...END)))
  expect(runs.map(run => run.thread)).toEqual([undefined, undefined])
})

test.each([
  ['without its end mark', LINE],
  ['in the middle of a jump', [...LINE, 0x80, 0x02, 5]],
  ['in the middle of a stitch', [...LINE, 5]],
])('a file cut %s is kept and told', (_, records) => {
  const reading = readJef(file([1], ...records))
  expect(toldAll(valueOf(reading))).toEqual(['0,0 L1,0'])
  expect(reading.warnings).toMatchObject([{ code: 'end-missing', offset: 128 }])
})

test.each([
  ['a head cut short', new Uint8Array(115), 'too-short', 115],
  ['stitches behind the end of the file', file([]).subarray(0, 0x74), 'offset-outside', 0],
  ['stitches inside the head', new Uint8Array(200), 'offset-outside', 0],
  ['301 threads', file(new Array<number>(301).fill(1), ...LINE, ...END), 'too-many-threads', 24],
  ['a command nobody knows', file([1], ...LINE, 0x80, 0x33, 0, 0), 'unknown-code', 128],
  ['no stitching', file([1], ...END), 'no-stitching', undefined],
])('refused: %s', (_, bytes, code, offset) => {
  const failure = failureOf(readJef(bytes))
  expect([failure.code, failure.offset]).toEqual([code, offset])
})

test('the same design written by a peer as DST is the same, but for its thread', () => {
  const reading = readJef(fixture('peer-pystitch/two-hooks.jef'))
  expect(codesOf(reading)).toEqual([])
  expect(toldAll(valueOf(reading))).toEqual(toldAll(valueOf(readDst(fixture('peer-pystitch/two-hooks.dst')))))
  expect(valueOf(reading).runs.map(run => run.thread)).toEqual(['#000000', '#000000'])
})
