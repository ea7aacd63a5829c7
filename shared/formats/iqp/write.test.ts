import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { moveStartTo } from '#shared/geometry/transform.ts'
import { aDesign, designOf } from '#shared/testing/arbitraries.ts'
import { codesOf, failureOf, valueOf } from '#shared/testing/readings.ts'
import { readIqp } from './read.ts'
import { writeIqp } from './write.ts'

const to = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })
const inch = 25.4
const hex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join(' ')

test('the example of the format page is written to the byte', () => {
  const design: Design = {
    runs: [runFrom({ x: 3, y: 4 }, [to(3 + 1.5 * inch, 4 - 2 * inch)])],
    metadata: { name: 'Hello', notes: [], size: 'stated' },
  }
  expect(hex(valueOf(writeIqp(design)).bytes)).toBe(
    [
      '53 74 69 74 63 68 56 32 20 20 20 20 20 20 20 20 00 00 00 00 00 00 00 00',
      '04 00 00 00 05 00 00 00 48 65 6c 6c 6f',
      '07 00 00 00 08 00 00 00 00 00 00 00 00 00 00 00 00 00 c0 3f 00 00 00 c0',
      '02 00 00 00',
    ].join(' '),
  )
})

test('name and notes come back', () => {
  const [run] = [runFrom({ x: 0, y: 0 }, [to(inch, 0)])]
  const metadata = { name: 'Fänchen', notes: ['(c) Anna', 'For one quilt'], size: 'stated' as const }
  expect(valueOf(readIqp(valueOf(writeIqp({ runs: [run], metadata })).bytes)).metadata).toEqual(metadata)
})

test('pieces are kept apart with a word that the machine may join them, or refused', () => {
  const pieces = designOf(runFrom({ x: 0, y: 0 }, [to(inch, 0)]), runFrom({ x: 0, y: inch }, [to(inch, inch)]))
  const written = writeIqp(pieces)
  expect(codesOf(written)).toEqual(['jumps-uncertain'])
  expect(valueOf(readIqp(valueOf(written).bytes)).runs).toHaveLength(2)
  expect(failureOf(writeIqp(pieces, { jumps: 'refuse' })).code).toBe('jumps-refused')
})

test('what cannot be written is refused', () => {
  expect(failureOf(writeIqp(designOf())).code).toBe('nothing-to-write')
  expect(failureOf(writeIqp(designOf(runFrom({ x: 0, y: 0 }, [to(25_401, 0)])))).code).toBe('design-too-large')
})

test('what is written reads back within the tolerance', () => {
  fc.assert(
    fc.property(aDesign(), design => {
      const back = valueOf(readIqp(valueOf(writeIqp(design)).bytes))
      expect(back.runs).toHaveLength(design.runs.length)
      expect(hausdorff(moveStartTo(design, 0, 0), back, { stepMm: 0.1 }).distanceMm).toBeLessThan(0.0254)
    }),
    { numRuns: 30 },
  )
})
