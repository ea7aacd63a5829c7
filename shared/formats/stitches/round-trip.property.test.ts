import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Design, Run } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { moveStartTo } from '#shared/geometry/transform.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import { aDesign, designOf } from '#shared/testing/arbitraries.ts'
import { valueOf } from '#shared/testing/readings.ts'
import { dst } from '../dst/format.ts'
import { exp } from '../exp/format.ts'
import { jef } from '../jef/format.ts'
import { pes } from '../pes/format.ts'
import { STITCH_DIALECTS } from './ready-to-stitch.ts'

/** Half the diagonal of the grid. */
const ROUNDED = Math.SQRT1_2 / 10 + 1e-6

describe.each([dst, exp, jef, pes].map(format => [format.info.id, format] as const))('%s', (_, { read, write }) => {
  const through = (design: Design, dialect: string) =>
    moveStartTo(valueOf(read!(valueOf(write!(design, { dialect })).bytes)), 0, 0)
  const aDialect = fc.constantFrom(...STITCH_DIALECTS.map(({ id }) => id))

  test('what is written is read back within 0.075 mm, with every run and pause', () => {
    fc.assert(
      fc.property(aDesign({ pauses: true, maxSegments: 4, maxRuns: 4 }), aDialect, (design, dialect) => {
        const again = through(design, dialect)
        const wanted = moveStartTo(design, 0, 0)
        expect(hausdorff(wanted, again, { stepMm: 0.03 }).distanceMm).toBeLessThanOrEqual(0.075)
        // The machine waits before the first stitch whatever the file says.
        const pauses = design.runs.map((run, i) => (i === 0 || run.pauseBefore === undefined ? undefined : ''))
        expect(again.runs.map(run => run.pauseBefore)).toEqual(pauses)
      }),
      { numRuns: 60 },
    )
  })

  test('every run starts and ends where it did, to the nearest tenth of a millimetre', () => {
    fc.assert(
      fc.property(aDesign({ maxRuns: 6, maxSegments: 2 }), aDialect, (design, dialect) => {
        const again = through(design, dialect)
        const wanted = moveStartTo(design, 0, 0)
        expect(again.runs).toHaveLength(wanted.runs.length)
        wanted.runs.forEach((run, i) => {
          expect(apart(startOf(run), startOf(again.runs[i]!))).toBeLessThanOrEqual(ROUNDED)
          expect(apart(endOf(run), endOf(again.runs[i]!))).toBeLessThanOrEqual(ROUNDED)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('what was read is written and read again without a change', () => {
    fc.assert(
      fc.property(aDesign({ pauses: true, maxSegments: 4, maxRuns: 3 }), design => {
        const first = through(design, 'running')
        expect(through(first, 'running')).toEqual(first)
      }),
      { numRuns: 30 },
    )
  })

  test('rounding does not add up over a thousand stitches', () => {
    const steps = Array.from({ length: 1000 }, (_, i) => ({
      kind: 'line' as const,
      to: { x: (i + 1) * 2.0333, y: (i + 1) * 0.7777 },
    }))
    const end = endOf(through(designOf(runFrom({ x: 0, y: 0 }, steps)), 'running').runs[0]!)
    expect(apart(end, { x: 2033.3, y: 777.7 })).toBeLessThanOrEqual(ROUNDED)
  })

  test('a jump across the quilt arrives', () => {
    const piece = (x: number, y: number, attributes = {}): Run =>
      runFrom({ x, y }, [{ kind: 'line', to: { x: x + 5, y } }], attributes)
    const again = through(designOf(piece(0, 0), piece(2345.6, -1234.5), piece(-17.1, 900.3)), 'running')
    expect(again.runs.map(run => units(startOf(run)))).toEqual([
      [0, 0],
      [23_456, -12_345],
      [-171, 9003],
    ])
  })

  test('a piece smaller than the grid becomes the shortest stitch, and nothing after it moves', () => {
    const speck = runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 0.01, y: 0 } }])
    const line = runFrom({ x: 30, y: 20 }, [{ kind: 'line', to: { x: 40, y: 20 } }])
    const again = through(designOf(speck, line), 'fewest')
    expect(again.runs.map(run => units(endOf(run)))).toEqual([
      [1, 0],
      [400, 200],
    ])
  })

  test('threads that differ stop the machine between them', () => {
    const piece = (x: number, thread: string): Run =>
      runFrom({ x, y: 0 }, [{ kind: 'line', to: { x, y: 9 } }], { thread })
    const again = through(designOf(piece(0, '#ff0000'), piece(9, '#ff0000'), piece(18, '#000000')), 'running')
    expect(again.runs.map(run => run.pauseBefore)).toEqual([undefined, undefined, ''])
  })

  test.each([
    ['no stitching', designOf(), {}, 'nothing-to-write'],
    ['a number that is not finite', designOf(runFrom({ x: 0, y: 0 }, [line(Number.NaN, 0)])), {}, 'not-finite'],
    ['a pattern of 6.1 m', designOf(runFrom({ x: 0, y: 0 }, [line(6100, 0)])), {}, 'design-too-large'],
    ['a seam of 2.6 km', designOf(backAndForth(440, 5900)), {}, 'too-many-stitches'],
    ['a dialect nobody speaks', designOf(runFrom({ x: 0, y: 0 }, [line(9, 0)])), { dialect: 'x' }, 'unknown-dialect'],
  ])('refused to write: %s', (_name, design, options, code) => {
    expect(write!(design, options)).toMatchObject({ ok: false, failure: { code } })
  })

  test('what the format cannot hold is said', () => {
    const curve = { kind: 'arc', to: { x: 10, y: 0 }, centre: { x: 5, y: 0 }, sweep: Math.PI } as const
    const design: Design = {
      runs: [
        runFrom({ x: 0, y: 0 }, [curve], { pauseBefore: 'Blue' }),
        runFrom({ x: 20, y: 0 }, [line(20.123, 5)], { pauseBefore: 'Red' }),
      ],
      metadata: { notes: ['(c) me'], size: 'stated' },
    }
    const { warnings } = write!(design)
    expect(warnings.map(({ code }) => code)).toEqual([
      'pause-text-lost',
      'curves-flattened',
      'places-rounded',
      'notes-lost',
      'pause-at-start-dropped',
    ])
    expect(warnings.map(({ message }) => message).join(' ')).toMatch(/0\.075 mm off.*rounded to 0\.1 mm/)
  })
})

function backAndForth(times: number, width: number): Run {
  return runFrom(
    { x: 0, y: 0 },
    Array.from({ length: times }, (_, i) => line(i % 2 === 0 ? width : 0, i)),
  )
}

function line(x: number, y: number) {
  return { kind: 'line' as const, to: { x, y } }
}

function units({ x, y }: { x: number; y: number }): number[] {
  return [Math.round(x * 10), Math.round(y * 10)]
}

function apart(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
