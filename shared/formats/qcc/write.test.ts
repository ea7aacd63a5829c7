import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { moveStartTo } from '#shared/geometry/transform.ts'
import { aRun, designOf } from '#shared/testing/arbitraries.ts'
import { codesOf, failureOf, valueOf } from '#shared/testing/readings.ts'
import { decodeText } from '#shared/text/decode.ts'
import type { WriteOptions } from '../types.ts'
import { readQcc } from './read.ts'
import { writeQcc } from './write.ts'

const to = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })
const inch = 25.4
const tent = designOf(runFrom({ x: 5, y: 5 }, [to(5 + inch, 5 + 2 * inch), to(5 + 2 * inch, 5)]))
const twoPieces = designOf(runFrom({ x: 0, y: 0 }, [to(inch, 0)]), runFrom({ x: inch, y: inch }, [to(0, inch)]))

function textOf(design: Design, options: WriteOptions = {}): string {
  return decodeText(valueOf(writeQcc(design, options)).bytes).text
}

test('a pattern is written as the format page shows it, its first stitch at 0,0', () => {
  expect(textOf(tent)).toBe('c s\np X0.0000 Y0.0000\np X1.0000 Y2.0000\np X2.0000 Y0.0000\n')
})

test('the end mark is written where it is asked for, and lines end as asked', () => {
  expect(textOf(tent, { dialect: 'm02', lineEnd: 'crlf' })).toMatch(/^c s\r\np X0.0000 Y0.0000\r\n[^]*\r\nM02\r\n$/)
})

test('the needle cannot be lifted: pieces are joined and that is told, or refused', () => {
  const written = writeQcc(twoPieces)
  expect(codesOf(written)).toEqual(['jumps-joined'])
  expect(valueOf(readQcc(valueOf(written).bytes)).runs).toHaveLength(1)
  expect(failureOf(writeQcc(twoPieces, { jumps: 'refuse' })).code).toBe('jumps-refused')
})

test('a stitch finer than the last decimal becomes the shortest there is', () => {
  expect(textOf(designOf(runFrom({ x: 0, y: 0 }, [to(0.0001, 0)])))).toBe('c s\np X0.0000 Y0.0000\np X0.0001 Y0.0000\n')
})

test('what the format cannot hold is told; what cannot be written is refused', () => {
  const [run] = tent.runs
  const rich: Design = {
    runs: [{ ...run!, pauseBefore: 'Change the thread' }],
    metadata: { name: 'Tent', notes: ['(c) Anna'], size: 'stated' },
  }
  expect(codesOf(writeQcc(rich))).toEqual(['pauses-lost', 'notes-lost'])
  expect(failureOf(writeQcc(designOf())).code).toBe('nothing-to-write')
  expect(failureOf(writeQcc(designOf(runFrom({ x: 0, y: 0 }, [to(25_401, 0)])))).code).toBe('design-too-large')
})

test('what is written reads back within a thousandth of an inch', () => {
  fc.assert(
    fc.property(aRun(), run => {
      const design = designOf(run)
      const back = valueOf(readQcc(valueOf(writeQcc(design)).bytes))
      expect(hausdorff(moveStartTo(design, 0, 0), back, { stepMm: 0.1 }).distanceMm).toBeLessThan(0.0254)
    }),
    { numRuns: 30 },
  )
})
