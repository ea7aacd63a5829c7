import { expect, test } from 'vitest'
import { codesOf, failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { readIqp } from './read.ts'

const HEAD = '53 74 69 74 63 68 56 32 20 20 20 20 20 20 20 20 00 00 00 00 00 00 00 00'
const HELLO = '04 00 00 00 05 00 00 00 48 65 6C 6C 6F'
/** 0,0 and 1.5,-2 inches. */
const POINTS = '07 00 00 00 08 00 00 00 00 00 00 00 00 00 00 00 00 00 C0 3F 00 00 00 C0'
const END = '02 00 00 00'

const bytesOf = (...parts: string[]) => Uint8Array.from(parts.join(' ').split(/\s+/), byte => Number.parseInt(byte, 16))
const read = (...parts: string[]) => readIqp(bytesOf(HEAD, ...parts))

test('the example of the format page is one stitch with its title', () => {
  const reading = read(HELLO, POINTS, END)
  expect(toldAll(valueOf(reading))).toEqual(['0,0 L38.1,-50.8'])
  expect(valueOf(reading).metadata).toEqual({ name: 'Hello', notes: [], size: 'stated' })
  expect(reading.warnings).toEqual([])
})

test('the first title is the name, every other text a note', () => {
  const { name, notes } = valueOf(
    read(
      '08 00 00 00 03 00 00 00 28 63 29',
      HELLO,
      '04 00 00 00 04 00 00 00 E9 74 00 00',
      '08 00 00 00 00 00 00 00',
      POINTS,
      END,
    ),
  ).metadata
  expect([name, notes]).toEqual(['Hello', ['(c)', 'ét']])
})

test('values of other types are stepped over', () => {
  expect(read('63 00 00 00 FF FF FF 7F', POINTS, '01 00 00 00 00 00 00 00', END).warnings).toEqual([])
})

test('each list of points is a piece of its own, and that is told', () => {
  const reading = read(POINTS, POINTS, END)
  expect(toldAll(valueOf(reading))).toEqual(['0,0 L38.1,-50.8', '0,0 L38.1,-50.8'])
  expect(codesOf(reading)).toEqual(['pieces-uncertain'])
})

test('without its end mark it reads, and that is told; what stands behind the mark is nothing', () => {
  expect(codesOf(read(POINTS))).toEqual(['end-missing'])
  expect(read(POINTS, END, '01 02 03').warnings).toEqual([])
})

test.each([
  ['another magic', bytesOf('53 74 69 63 6B 65 72 32', HEAD.slice(24), POINTS, END), 'not-this-format', 0],
  ['another version', bytesOf('53 74 69 74 63 68 56 31', HEAD.slice(24), POINTS, END), 'version-not-supported', 0],
  ['nothing', new Uint8Array(0), 'not-this-format', 0],
  ['a head only', bytesOf(HEAD), 'cut-short', 24],
  ['no points', bytesOf(HEAD, HELLO, END), 'no-stitching', undefined],
  ['a list of one point', bytesOf(HEAD, POINTS.slice(0, 47).replace('08', '04'), END), 'no-stitching', undefined],
  ['a text past the end', bytesOf(HEAD, '04 00 00 00 FF 00 00 00 48'), 'cut-short', 32],
  ['points past the end', bytesOf(HEAD, POINTS.slice(0, 60)), 'cut-short', 32],
  ['half a record', bytesOf(HEAD, POINTS, '04 00 00 00 01'), 'cut-short', 48],
  ['a negative length', bytesOf(HEAD, '08 00 00 00 FF FF FF FF', POINTS, END), 'bad-length', 32],
  ['a list of half a point', bytesOf(HEAD, POINTS.replace('08', '06'), END), 'bad-length', 32],
  [
    'a number that is none',
    bytesOf(HEAD, POINTS.replace('00 00 C0 3F', '00 00 C0 7F'), END),
    'number-out-of-range',
    40,
  ],
  ['1001 inches', bytesOf(HEAD, POINTS.replace('00 00 C0 3F', '00 40 7A 44'), END), 'number-out-of-range', 40],
])('%s is refused, and where it is wrong is told', (_, bytes, code, offset) => {
  const failure = failureOf(readIqp(bytes))
  expect([failure.code, failure.offset]).toEqual([code, offset])
})
