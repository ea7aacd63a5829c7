import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { countPoints, type Design } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { aDesign } from '#shared/testing/arbitraries.ts'
import { codesOf, failureOf, valueOf } from '#shared/testing/readings.ts'
import { readSvg } from './read.ts'
import { writeSvg } from './write.ts'

const origin = { x: 0, y: 0 }
const flower: Design = {
  runs: [
    {
      ...runFrom(origin, [
        { kind: 'line', to: { x: 25.4, y: 0 } },
        { kind: 'arc', to: { x: 76.2, y: 0 }, centre: { x: 50.8, y: 0 }, sweep: Math.PI },
        { kind: 'cubic', c1: { x: 80, y: 20 }, c2: { x: 100, y: -20 }, to: { x: 127, y: 0 } },
      ]),
      thread: '#ff0000',
      layer: 'Blätter & "Stiele"',
    },
    runFrom({ x: 0, y: 50 }, [{ kind: 'arc', to: { x: 0, y: 50 }, centre: { x: 20, y: 50 }, sweep: -2 * Math.PI }]),
  ],
  metadata: { name: 'Leaf <1>', notes: ['Copyright Änna & Co', 'two\nlines'], size: 'stated' },
}

const textOf = (design: Design, options = {}): string =>
  new TextDecoder().decode(valueOf(writeSvg(design, options)).bytes)

describe.each(['mm', 'inch'])('%s', dialect => {
  test('what is written is read back in its place, curve for curve, with names, notes, threads and layers', () => {
    const back = valueOf(readSvg(valueOf(writeSvg(flower, { dialect })).bytes))
    expect(hausdorff(flower, back).distanceMm).toBeLessThan(0.005)
    expect(back.metadata).toEqual(flower.metadata)
    expect(back.runs.map(({ thread, layer }) => [thread, layer])).toEqual([
      ['#ff0000', 'Blätter & "Stiele"'],
      ['#000000', undefined],
    ])
    expect(countPoints(back)).toBeGreaterThan(4)
  })

  test('any design is', () => {
    fc.assert(
      fc.property(aDesign(), design => {
        const written = writeSvg(design, { dialect })
        if (!written.ok) return
        const back = valueOf(readSvg(written.value.bytes))
        expect(hausdorff(design, back).distanceMm).toBeLessThan(0.03)
      }),
      { numRuns: 60 },
    )
  })

  test('it is well-formed XML with namespaces', () => {
    new SaxesParser({ xmlns: true }).write(textOf(flower, { dialect })).close()
  })
})

test('the page is as large as the design in its own unit, one unit each', () => {
  const line: Design = { ...flower, runs: [runFrom({ x: 0, y: 10 }, [{ kind: 'line', to: { x: 24.4, y: 10 } }])] }
  expect(textOf(line)).toContain('width="25.4mm" height="1mm" viewBox="-0.5 -10.5 25.4 1"')
  expect(textOf(line, { dialect: 'inch' })).toContain('width="1in" height="0.0394in"')
})

test('one path per run, without fill, stroked half a millimetre wide', () => {
  const text = textOf(flower)
  expect(text.match(/<path /g)).toHaveLength(2)
  expect(text).toContain('fill="none"')
  expect(text).toContain('stroke-width="0.5"')
})

test('lines end with LF, or CRLF on request', () => {
  expect(textOf(flower)).not.toContain('\r')
  expect(textOf(flower, { lineEnd: 'crlf' }).split('\r\n').length).toBeGreaterThan(5)
})

test('a circle is told in three arcs, so that the last decimal cannot bend it', () => {
  expect(textOf({ ...flower, runs: [flower.runs[1]!] }).match(/ A/g)).toHaveLength(3)
})

test('nothing is lost: pauses stand beside their path, words and line ends too', () => {
  expect(codesOf(writeSvg(flower))).toEqual([])
  const words = 'blue thread,\n"70/10" & <ball>'
  const paused: Design = { ...flower, runs: [flower.runs[0]!, { ...flower.runs[1]!, pauseBefore: words }] }
  expect(codesOf(writeSvg(paused))).toEqual([])
  const again = valueOf(readSvg(valueOf(writeSvg(paused)).bytes))
  expect(again.runs.map(run => run.pauseBefore)).toEqual([undefined, words])
})

test('signs XML does not have are left out, and a thread that is no colour is not written', () => {
  const odd: Design = {
    runs: [{ ...flower.runs[0]!, thread: '"/><script>', layer: '\u0000\u0007a' }],
    metadata: { name: 'a\u0001b\ud800', notes: [], size: 'stated' },
  }
  const text = textOf(odd)
  expect(text).not.toContain('script')
  expect(valueOf(readSvg(valueOf(writeSvg(odd)).bytes)).metadata.name).toMatch(/^ab/)
})

test('nothing to write, an unknown dialect and a number that is not finite are refused', () => {
  expect(failureOf(writeSvg({ runs: [], metadata: { notes: [], size: 'stated' } }))).toMatchObject({
    code: 'nothing-to-write',
  })
  expect(failureOf(writeSvg(flower, { dialect: 'px' }))).toMatchObject({ code: 'unknown-dialect' })
  const broken: Design = { ...flower, runs: [runFrom(origin, [{ kind: 'line', to: { x: Number.NaN, y: 0 } }])] }
  expect(failureOf(writeSvg(broken))).toMatchObject({ code: 'not-finite' })
})
