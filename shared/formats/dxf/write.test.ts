import DxfParser from 'dxf-parser'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Design, LINE } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { aDesign, designOf } from '#shared/testing/arbitraries.ts'
import { codesOf, failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { readDxf } from './read.ts'
import { writeDxf } from './write.ts'

const DIALECTS = ['polyline', 'bulges', 'lines', 'r2000'] as const

const origin = { x: 0, y: 0 }
const wave: Design = {
  runs: [
    runFrom(origin, [
      { kind: 'line', to: { x: 25.4, y: 0 } },
      { kind: 'arc', to: { x: 76.2, y: 0 }, centre: { x: 50.8, y: 0 }, sweep: -Math.PI },
      { kind: 'cubic', c1: { x: 80, y: 20 }, c2: { x: 100, y: -20 }, to: { x: 127, y: 0 } },
    ]),
    runFrom({ x: 0, y: 50 }, [{ kind: 'arc', to: { x: 0, y: 50 }, centre: { x: 20, y: 50 }, sweep: 2 * Math.PI }]),
  ],
  metadata: { notes: ['Copyright Änna', 'two\nlines'], size: 'stated' },
}

function textOf(design: Design, options = {}): string {
  return new TextDecoder().decode(valueOf(writeDxf(design, options)).bytes)
}

describe.each(DIALECTS)('%s', dialect => {
  test('what is written is read back within the tolerance, in true size', () => {
    const back = valueOf(readDxf(valueOf(writeDxf(wave, { dialect })).bytes, { assumedUnit: 'inch' }))
    expect(hausdorff(wave, back).distanceMm).toBeLessThan(0.03)
    expect(back.runs).toHaveLength(2)
  })

  test('any design is', () => {
    fc.assert(
      fc.property(aDesign(), design => {
        const written = writeDxf(design, { dialect })
        if (!written.ok) return
        const back = valueOf(readDxf(written.value.bytes, { assumedUnit: 'inch' }))
        // A joint of 0.005 inch between runs is bridged by a reader, its middle half of that from both.
        expect(hausdorff(design, back).distanceMm).toBeLessThan(0.09)
      }),
      { numRuns: 40 },
    )
  })

  test('another reader of DXF understands it', () => {
    const drawing = new DxfParser().parseSync(textOf(wave, { dialect }))
    expect(drawing?.entities.length).toBeGreaterThan(1)
    expect(new Set(drawing?.entities.map(entity => entity.layer))).toEqual(new Set(['STITCH']))
  })
})

test('the size comes back as stated where comments are written, whatever the size', () => {
  const tiny: Design = { ...wave, runs: [runFrom(origin, [{ kind: 'line', to: { x: 3, y: 0 } }])] }
  for (const dialect of ['polyline', 'bulges', 'r2000']) {
    const back = valueOf(readDxf(valueOf(writeDxf(tiny, { dialect })).bytes))
    expect([dialect, back.metadata.size, back.runs[0]!.coords[2]!.toFixed(4)]).toEqual([dialect, 'stated', '3.0000'])
  }
})

test('polyline is R12 with one POLYLINE per run, straight lines only, CRLF', () => {
  const text = textOf(wave)
  expect(text).toContain('9\r\n$ACADVER\r\n1\r\nAC1009\r\n')
  expect(text).not.toContain('$INSUNITS')
  expect(text.match(/\r\nPOLYLINE\r\n/g)).toHaveLength(2)
  expect(text).not.toContain('\r\n42\r\n')
  expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  expect(text.endsWith('0\r\nENDSEC\r\n0\r\nEOF\r\n')).toBe(true)
})

test('lines may end with LF on request', () => {
  expect(textOf(wave, { lineEnd: 'lf' })).not.toContain('\r')
})

test('bulges keeps arcs exactly: whole circles as two halves', () => {
  const circle: Design = { ...wave, runs: [wave.runs[1]!] }
  const back = valueOf(readDxf(valueOf(writeDxf(circle, { dialect: 'bulges' })).bytes))
  expect(toldAll(back)).toEqual(['0,50 A40,50 (20,50) 180 A0,50 (20,50) 180'])
})

test('lines is LINE entities in stitching order and no comment before the first section', () => {
  const text = textOf(wave, { dialect: 'lines' })
  expect(text.startsWith('0\r\nSECTION')).toBe(true)
  expect(text).not.toContain('POLYLINE')
  expect(
    valueOf(readDxf(valueOf(writeDxf(wave, { dialect: 'lines' })).bytes)).runs[0]!.ops.every(op => op === LINE),
  ).toBe(true)
})

test('r2000 is LWPOLYLINE with bulges in a drawing that says inches', () => {
  const text = textOf(wave, { dialect: 'r2000' })
  expect(text).toContain('9\r\n$INSUNITS\r\n70\r\n1\r\n')
  expect(text.match(/\r\nLWPOLYLINE\r\n/g)).toHaveLength(2)
})

test('a run that ends where it began gets its last vertex instead of a mark some readers do not know', () => {
  const square = runFrom(origin, [
    { kind: 'line', to: { x: 10, y: 0 } },
    { kind: 'line', to: { x: 10, y: 10 } },
    { kind: 'line', to: origin },
  ])
  const text = textOf({ ...wave, runs: [square] })
  expect(text.match(/\r\nVERTEX\r\n/g)).toHaveLength(4)
})

test('notes are comments and come back; signs beyond ASCII are spelled out', () => {
  const written = valueOf(writeDxf(wave))
  expect(written.bytes.every(byte => byte < 128)).toBe(true)
  expect(valueOf(readDxf(written.bytes)).metadata.notes).toEqual(['Copyright Änna', 'two', 'lines'])
})

test('what is lost is said once each', () => {
  const rich: Design = {
    ...wave,
    runs: [
      { ...wave.runs[0]!, thread: '#ff0000', layer: 'A' },
      { ...wave.runs[1]!, thread: '#00ff00', layer: 'B', pauseBefore: 'blue thread' },
    ],
  }
  expect(codesOf(writeDxf(rich))).toEqual(['pauses-lost', 'curves-flattened', 'thread-lost', 'layers-lost'])
  expect(codesOf(writeDxf(rich, { dialect: 'r2000' }))).toEqual([
    'pauses-lost',
    'curves-as-arcs',
    'thread-lost',
    'layers-lost',
  ])
  expect(codesOf(writeDxf(wave, { dialect: 'lines' }))).toEqual(['curves-flattened', 'notes-lost'])
})

test('nothing to write, an unknown dialect and a number that is not finite are refused', () => {
  expect(failureOf(writeDxf({ runs: [], metadata: { notes: [], size: 'stated' } }))).toMatchObject({
    code: 'nothing-to-write',
  })
  expect(failureOf(writeDxf(wave, { dialect: 'r14' }))).toMatchObject({ code: 'unknown-dialect' })
  const broken: Design = { ...wave, runs: [runFrom(origin, [{ kind: 'line', to: { x: Number.NaN, y: 0 } }])] }
  expect(failureOf(writeDxf(broken))).toMatchObject({ code: 'not-finite' })
})

test.each(['polyline', 'bulges', 'r2000'])(
  'pieces that meet, and pieces drawn against the grain, come back as they were (%s)',
  dialect => {
    const piece = (...places: [number, number][]) =>
      runFrom(
        { x: places[0]![0], y: places[0]![1] },
        places.slice(1).map(([x, y]) => ({ kind: 'line', to: { x, y } })),
      )
    const design = designOf(
      piece([0, 0], [10, 0]),
      piece([20, 0], [10, 0]),
      piece([10, 0], [10, 9]),
      piece([0, 0], [0, 9]),
    )
    const written = valueOf(writeDxf(design, { dialect }))
    expect(toldAll(valueOf(readDxf(written.bytes)))).toEqual(toldAll(design))
  },
)
