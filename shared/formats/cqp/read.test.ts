import { expect, test } from 'vitest'
import { codesOf, failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { readCqp } from './read.ts'

const read = (...lines: string[]) => readCqp(encodeUtf8(lines.join('\r\n')))
const END = ['END', 'MIN X=0', 'MAX X=10', 'MIN Y=0', 'MAX Y=5']

test.each([
  ['as the only known producer writes them', ['PU', 'X0,5 Y', 'PD', 'X10,5 Y', 'X10,0 Y']],
  ['as they should be', ['PU', 'X0 Y5', 'PD', 'X10 Y5', 'X10 Y0']],
  ['without blanks', ['PU', 'X0Y5', 'PD', 'X10Y5', 'X10Y0']],
  ['in small letters', ['pu', 'x0 y5', 'pd', 'x10 y5', 'x10 y0']],
])('places are read %s, Y down', (_, lines) => {
  const reading = read(...lines, ...END)
  expect(toldAll(valueOf(reading))).toEqual(['0,-127 L254,-127 L254,0'])
  expect(codesOf(reading)).toEqual([])
})

test('PU lifts the needle', () => {
  const design = valueOf(read('PU', 'X0 Y0', 'PD', 'X10 Y0', 'PU', 'X10 Y5', 'PD', 'X0 Y5', ...END))
  expect(toldAll(design)).toEqual(['0,0 L254,0', '254,-127 L0,-127'])
  expect(design.metadata.size).toBe('unknown')
})

test('limits that contradict the points, and a missing end, are told and no more', () => {
  expect(codesOf(read('PU', 'X0 Y0', 'PD', 'X10 Y5'))).toEqual(['end-missing'])
  expect(codesOf(read('PU', 'X0 Y0', 'PD', 'X10 Y5', 'END', 'MIN X=0', 'MAX X=0'))).toEqual(['limits-contradict'])
})

test.each([
  ['an unknown command', ['PU', 'X0 Y0', 'PD', 'ARC 1'], 'unknown-command', 4],
  ['half a place', ['PU', 'X0'], 'bad-number', 2],
  ['a place without numbers', ['PU', 'X,'], 'bad-number', 2],
  ['a place too far out', ['PU', 'X99999999 Y0'], 'number-out-of-range', 2],
  ['text behind a place', ['PU', 'X0 Y0 Z1'], 'unexpected-text', 2],
  ['a pattern that goes on behind its end', ['PU', 'X0 Y0', 'PD', 'X1 Y1', 'END', 'X2 Y2'], 'text-after-end', 6],
  ['a limit of nothing', ['END', 'MIN Z=1'], 'unexpected-text', 2],
  ['a limit without a number', ['END', 'MIN X=a'], 'bad-number', 2],
])('%s is refused with its line', (_, lines, code, line) => {
  expect(failureOf(read(...lines))).toMatchObject({ code, line })
})

test('travel alone is no stitching', () => {
  expect(failureOf(read('PU', 'X0 Y0', 'X5 Y5', 'END')).code).toBe('no-stitching')
})
