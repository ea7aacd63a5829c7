import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { sizedLike } from '#shared/geometry/sized-like.ts'
import { aDesign, designOf } from '#shared/testing/arbitraries.ts'
import { FIXTURES } from '#shared/testing/files.ts'
import { failureOf, valueOf } from '#shared/testing/readings.ts'
import { decodeText } from '#shared/text/decode.ts'
import { oneLine } from '../one-line.ts'
import type { WriteOptions } from '../types.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { readPointList } from './read.ts'
import { writePointList } from './write.ts'

const textOf = (design: Design, options?: WriteOptions) =>
  decodeText(valueOf(writePointList(design, options)).bytes).text
const line = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })

const hook = designOf(runFrom({ x: 0, y: 0 }, [line(254, 0), line(254, 127)]))

test('a list has one point a line, the longer side 1,080 around 0,0, Y up, CRLF', () => {
  expect(textOf(hook)).toBe('-540 -270\r\n540 -270\r\n540 270\r\n')
  expect(textOf(hook, { dialect: 'xy' })).toBe(textOf(hook))
})

test('a CSV has a comma and Y down', () => {
  expect(textOf(hook, { dialect: 'csv', lineEnd: 'lf' })).toBe('-540,270\n540,270\n540,-270\n')
})

test.each(['txt', 'csv'])('leaf.%s, read and written again, is the same file', dialect => {
  const bytes = readFileSync(join(FIXTURES, `generated/leaf.${dialect}`))
  // The size it never had changes nothing: only the last decimal may, by what scaling there and back rounds.
  const numbers = (text: string) =>
    text
      .trim()
      .split(/[\s,]+/)
      .map(Number)
  const again = textOf(valueOf(readPointList(bytes)), { dialect })
  const wanted = bytes.toString()
  expect(again.split('\r\n')).toHaveLength(wanted.split('\r\n').length)
  numbers(again).forEach((value, index) => expect(value).toBeCloseTo(numbers(wanted)[index]!, 3))
})

test('the true size goes into the text beside', () => {
  expect(valueOf(writePointList(hook)).beside![0]).toBe(
    'True size: 10 inches wide and 5 inches high (254 mm by 127 mm).',
  )
})

const pieces = designOf(
  runFrom({ x: 0, y: 0 }, [line(100, 0)]),
  runFrom({ x: 100, y: 10 }, [line(0, 10)], { pauseBefore: 'Red' }),
)

test('jumps become stitched lines, told with their length, or are refused', () => {
  const { warnings } = valueOf(writePointList(pieces))
  expect(warnings.map(({ code }) => code)).toEqual(['pauses-lost', 'jumps-joined', 'size-lost'])
  expect(failureOf(writePointList(pieces, { jumps: 'refuse' })).code).toBe('jumps-refused')
})

test('another dialect is refused', () => {
  expect(failureOf(writePointList(hook, { dialect: 'iges' })).code).toBe('unknown-dialect')
})

test('any design comes back, brought to its size and place, within 0.05 mm', () => {
  fc.assert(
    fc.property(aDesign({ maxSegments: 5, maxRuns: 3 }), fc.constantFrom('txt', 'xy', 'csv'), (design, dialect) => {
      const written = writePointList(design, { dialect })
      if (!written.ok) return
      const wanted = valueOf(oneLine(design, 'join', new WarningList()))
      expect(hausdorff(wanted, sizedLike(wanted, valueOf(readPointList(written.value.bytes)))).distanceMm).toBeLessThan(
        0.05,
      )
    }),
    { numRuns: 60 },
  )
})
