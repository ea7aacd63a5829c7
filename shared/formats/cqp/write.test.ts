import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { sizedLike } from '#shared/geometry/sized-like.ts'
import { aDesign, designOf } from '#shared/testing/arbitraries.ts'
import { codesOf, failureOf, valueOf } from '#shared/testing/readings.ts'
import { decodeText } from '#shared/text/decode.ts'
import { readCqp } from './read.ts'
import { writeCqp } from './write.ts'

const line = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })
const pieces = designOf(runFrom({ x: 0, y: 0 }, [line(254, 0)]), runFrom({ x: 254, y: 127 }, [line(0, 127)]))

test('a file has needle commands, plain places with Y down, the end and the true limits', () => {
  expect(decodeText(valueOf(writeCqp(pieces)).bytes).text.split('\r\n')).toEqual(
    'PU,X-540 Y270,PD,X540 Y270,PU,X540 Y-270,PD,X-540 Y-270,END,MIN X=-540,MAX X=540,MIN Y=-270,MAX Y=270,'.split(','),
  )
})

test('CMD is the same under another name, and another dialect is refused', () => {
  expect(valueOf(writeCqp(pieces, { dialect: 'cmd' })).bytes).toEqual(valueOf(writeCqp(pieces)).bytes)
  expect(failureOf(writeCqp(pieces, { dialect: 'x' })).code).toBe('unknown-dialect')
})

test('the size is lost and said', () => {
  const written = valueOf(writeCqp(pieces))
  expect(written.warnings.map(({ code }) => code)).toEqual(['size-lost'])
  expect(written.beside![0]).toContain('10 inches wide and 5 inches high')
})

test('any design comes back in as many pieces, within 0.05 mm, and Bobbin finds no fault with its own file', () => {
  fc.assert(
    fc.property(aDesign({ maxSegments: 5, maxRuns: 4 }), design => {
      const written = writeCqp(design)
      if (!written.ok) return
      const again = readCqp(written.value.bytes)
      const made = valueOf(again)
      expect(codesOf(again)).toEqual([])
      expect(made.runs).toHaveLength(design.runs.length)
      expect(hausdorff(design, sizedLike(design, made)).distanceMm).toBeLessThan(0.05)
    }),
    { numRuns: 60 },
  )
})
