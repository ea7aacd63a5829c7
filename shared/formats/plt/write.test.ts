import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { moveStartTo } from '#shared/geometry/transform.ts'
import { aDesign, designOf } from '#shared/testing/arbitraries.ts'
import { codesOf, failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { decodeText } from '#shared/text/decode.ts'
import type { WriteOptions } from '../types.ts'
import { readPlt } from './read.ts'
import { writePlt } from './write.ts'

const to = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })
const corner = runFrom({ x: 7, y: 7 }, [to(17, 7), to(17, -3)])
const dash = runFrom({ x: 27, y: 7 }, [to(37, 7)])
const half = { kind: 'arc' as const, to: { x: -10, y: 0 }, centre: { x: 0, y: 0 }, sweep: Math.PI }

function textOf(design: Design, options: WriteOptions = {}): string {
  return decodeText(valueOf(writePlt(design, options)).bytes).text
}

test('the plain dialect is for any plotter: whole units, a place an instruction, the pen put away', () => {
  expect(textOf(designOf(corner, dash))).toBe(
    ['IN;', 'SP1;', 'PU0,0;', 'PD400,0;', 'PD400,-400;', 'PU800,0;', 'PD1200,0;', 'PU;', 'SP0;', ''].join('\n'),
  )
})

test('the QBOT dialect is as the format page shows it', () => {
  const inch = 25.4
  const page = designOf(runFrom({ x: 0, y: 0 }, [to(8 * inch, 0)]), runFrom({ x: 8 * inch, y: -inch }, [to(0, -inch)]))
  expect(textOf(page, { dialect: 'qbot', lineEnd: 'crlf' })).toBe(
    ['IN;', 'IP;', 'SP1;', 'WD', 'PU0,0;', 'PD8128,0;', 'PU8128,-1016;', 'PD0,-1016;', 'EN;', ''].join('\r\n'),
  )
})

test('arcs are arcs where they are asked for, chords elsewhere', () => {
  const circle = designOf(runFrom({ x: 10, y: 0 }, [half]))
  expect(textOf(circle, { dialect: 'arcs' })).toBe(
    ['IN;', 'SP1;', 'PU0,0;', 'PD;', 'AA-400,0,90;', 'AA-400,0,90;', 'PU;', 'SP0;', ''].join('\n'),
  )
  expect(codesOf(writePlt(circle))).toEqual(['curves-flattened'])
  expect(textOf(circle)).not.toContain('AA')
})

test('threads are pens: of their colour where a plotter has it, else with a word that colours are lost', () => {
  const red = { ...dash, thread: '#ff0000' }
  const plain = writePlt(designOf({ ...corner, thread: '#000000' }, red, { ...red, thread: '#FF0000' }))
  expect(codesOf(plain)).toEqual([])
  expect(valueOf(readPlt(valueOf(plain).bytes)).runs.map(run => run.thread)).toEqual(['#000000', '#ff0000', '#ff0000'])
  const other = writePlt(designOf({ ...corner, thread: '#123456' }, red))
  expect(codesOf(other)).toEqual(['thread-colours-lost'])
  expect(decodeText(valueOf(other).bytes).text).toMatch(/SP8;[^]*SP2;[^]*SP0;/)
  expect(textOf(designOf(red))).toContain('SP1;')
})

test('a piece smaller than a unit becomes the shortest stitch', () => {
  expect(textOf(designOf(corner, runFrom({ x: 0, y: 0 }, [to(0.001, 0)])))).toContain('PU-280,-280;\nPD-279,-280;\n')
})

test('what the format cannot hold is told; what cannot be written is refused', () => {
  const rich: Design = {
    runs: [{ ...corner, pauseBefore: 'Change the thread', layer: 'a' }, dash],
    metadata: { name: 'Corner', notes: [], size: 'stated' },
  }
  expect(codesOf(writePlt(rich))).toEqual(['pauses-lost', 'notes-lost', 'layers-lost'])
  expect(failureOf(writePlt(designOf())).code).toBe('nothing-to-write')
  expect(failureOf(writePlt(designOf(runFrom({ x: 0, y: 0 }, [to(50_001, 0)])))).code).toBe('design-too-large')
})

describe.each(['plain', 'qbot', 'arcs'])('%s', dialect => {
  test('what is written reads back within the tolerance and the step of the plotter', () => {
    fc.assert(
      fc.property(aDesign(), design => {
        const back = valueOf(readPlt(valueOf(writePlt(design, { dialect })).bytes))
        expect(back.runs).toHaveLength(design.runs.length)
        expect(hausdorff(moveStartTo(design, 0, 0), back, { stepMm: 0.1 }).distanceMm).toBeLessThan(0.045)
      }),
      { numRuns: 30 },
    )
  })

  test('what is read, written and read again is the same', () => {
    const once = valueOf(readPlt(valueOf(writePlt(designOf(corner, dash), { dialect })).bytes))
    expect(toldAll(valueOf(readPlt(valueOf(writePlt(once, { dialect })).bytes)))).toEqual(toldAll(once))
  })
})
