import { expect, test } from 'vitest'
import { codesOf, failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { readTap } from './read.ts'

const read = (...lines: string[]) => readTap(encodeUtf8(lines.join('\r\n')))

test('G0 travels, G1 stitches, a line without a code goes on as the one before, Y down', () => {
  const reading = read(
    'G90; G91; 0.1',
    'M215(Needle Up mode)',
    'G0 X0,5 Y',
    'G1 X10,5 Y',
    ' X10,0 Y',
    'G0 X0,0 Y',
    'G1 X0,5 Y',
    'M30',
  )
  expect(toldAll(valueOf(reading))).toEqual(['0,-127 L254,-127 L254,0', '0,0 L0,-127'])
  expect(codesOf(reading)).toEqual([])
  expect(valueOf(reading).metadata.size).toBe('unknown')
})

test('plain G-code places are read too', () => {
  expect(toldAll(valueOf(read('(by hand)', 'G00 X0 Y0', 'G01 X10 Y0', 'M2')))).toEqual(['0,0 L254,0'])
})

test('a missing end is told', () => {
  expect(codesOf(read('G0 X0 Y0', 'G1 X1 Y1'))).toEqual(['end-missing'])
})

test.each([
  ['an arc', ['G0 X0 Y0', 'G2 X1 Y1'], 'unknown-code', 2],
  ['relative places', ['G91'], 'unknown-code', 1],
  ['a remark that never ends', ['(needle'], 'remark-open', 1],
  ['another letter', ['G0 X0 Y0', 'G1 X1 Y1 Z5'], 'unexpected-text', 2],
  ['stitching behind the end', ['G0 X0 Y0', 'G1 X1 Y1', 'M30', 'G1 X2 Y2'], 'motion-after-end', 4],
  ['a code without a number', ['G0 X0 Y0', 'G'], 'bad-number', 2],
])('%s is refused with its line', (_, lines, code, line) => {
  expect(failureOf(read(...lines))).toMatchObject({ code, line })
})
