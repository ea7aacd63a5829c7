import { expect, test } from 'vitest'
import { codesOf, failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { readQcc } from './read.ts'

const read = (text: string) => readQcc(encodeUtf8(text))
const EXAMPLE = 'c s\np X0.0000 Y0.0000\np X1.0000 Y2.0000\np X2.0000 Y0.0000\n'

test('the example of the format page is two stitches of its inches, one line with nothing lost', () => {
  const reading = read(EXAMPLE)
  expect(toldAll(valueOf(reading))).toEqual(['0,0 L25.4,50.8 L50.8,0'])
  expect(valueOf(reading).metadata).toEqual({ notes: [], size: 'stated' })
  expect(reading.warnings).toEqual([])
})

test.each([
  ['CRLF', EXAMPLE.replaceAll('\n', '\r\n')],
  ['no end of the last line', EXAMPLE.trimEnd()],
  ['an end mark', `${EXAMPLE}M02\n`],
  ['an end mark with a number and blank lines behind it', `${EXAMPLE}N9 M02\r\n\r\n\u001a`],
  ['no first line', EXAMPLE.slice(4)],
  ['small letters', EXAMPLE.toLowerCase()],
  ['no blanks', EXAMPLE.replaceAll('p X', 'pX').replaceAll(' Y', 'Y')],
  ['whole numbers', EXAMPLE.replaceAll('.0000', '')],
  ['minus zero', EXAMPLE.replaceAll('Y0.0000', 'Y-0.0000')],
  ['the first point twice, as the public writer does', EXAMPLE.replace('p X1', 'p X0.0000 Y0.0000\np X1')],
  ['points under another word', EXAMPLE.replaceAll('p X', 'G01X')],
])('with %s it reads the same', (_, text) => {
  expect(read(text)).toEqual(read(EXAMPLE))
})

test('a point told twice later on is left out and told', () => {
  expect(codesOf(read(`${EXAMPLE}p X2 Y0\np X3 Y0\n`))).toEqual(['zero-length-dropped'])
})

test('lines of unknown meaning are left out and counted', () => {
  const { warnings } = read(EXAMPLE.replace('p X1', 'speed 40\nz up\np X1'))
  expect(warnings).toEqual([{ code: 'unknown-command', message: 'Lines of unknown meaning were left out: 2.' }])
})

test('what stands behind the end mark is no pattern, and its line is told', () => {
  const reading = read(`${EXAMPLE}M02\np X9 Y9\n`)
  expect(toldAll(valueOf(reading))).toEqual(toldAll(valueOf(read(EXAMPLE))))
  expect(reading.warnings).toMatchObject([{ code: 'text-after-end', line: 6 }])
})

test.each([
  ['', 'no-stitching', undefined],
  ['c s\n', 'no-stitching', undefined],
  ['c s\np X1 Y1\np X1 Y1\n', 'no-stitching', undefined],
  ['Dear Anna\n', 'no-stitching', undefined],
  ['c s\np X1.0\n', 'too-few-numbers', 2],
  ['c s\np X1 Y1\np Y1\n', 'too-few-numbers', 3],
  ['c s\np X1 Y\n', 'too-few-numbers', 2],
  ['c s\np X0 Y0\np X1000.1 Y0\n', 'number-out-of-range', 3],
  ['\u0000\u0001\u0002', 'not-text', undefined],
])('%j is refused with %s', (text, code, line) => {
  const failure = failureOf(read(text))
  expect([failure.code, failure.line]).toEqual([code, line])
})
