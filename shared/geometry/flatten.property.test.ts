import { Bezier } from 'bezier-js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aRun } from '#shared/testing/arbitraries.ts'
import { densePoints, farthestFrom, pointsAlong, pack } from '#shared/testing/oracles.ts'
import { segmentsOf } from './run-builder.ts'
import { flattenRun } from './flatten.ts'
import { endOf } from './walk.ts'

const aTolerance = fc.constantFrom(0.01, 0.05, 0.3, 2)

test('the curve never strays further from its chords than the tolerance', () => {
  fc.assert(
    fc.property(aRun({ maxSegments: 3 }), aTolerance, (run, tolerance) => {
      expect(farthestFrom(densePoints(run, 97), flattenRun(run, tolerance))).toBeLessThanOrEqual(tolerance * 1.000001)
    }),
    { numRuns: 150 },
  )
})

test('the chords never stray further from the curve than the tolerance', () => {
  fc.assert(
    fc.property(aRun({ maxSegments: 2 }), fc.constantFrom(0.3, 2), (run, tolerance) => {
      const curve = pack(densePoints(run, 1500))
      expect(farthestFrom(pointsAlong(flattenRun(run, tolerance), 5), curve)).toBeLessThanOrEqual(
        tolerance * 1.001 + 1e-3,
      )
    }),
    { numRuns: 60 },
  )
})

test('a cubic keeps to its chords when another library says where the curve runs', () => {
  fc.assert(
    fc.property(aRun({ kinds: ['cubic'], maxSegments: 1 }), aTolerance, (run, tolerance) => {
      const [segment] = [...segmentsOf(run)]
      if (segment?.kind !== 'cubic') throw new Error('the run is one cubic')
      const { c1, c2, to } = segment
      const oracle = new Bezier(run.coords[0]!, run.coords[1]!, c1.x, c1.y, c2.x, c2.y, to.x, to.y)
      expect(farthestFrom(oracle.getLUT(200), flattenRun(run, tolerance))).toBeLessThanOrEqual(tolerance * 1.000001)
    }),
    { numRuns: 100 },
  )
})

test('the start and the end of every segment are among the points', () => {
  fc.assert(
    fc.property(aRun(), aTolerance, (run, tolerance) => {
      const xy = flattenRun(run, tolerance)
      const known = new Set(Array.from({ length: xy.length / 2 }, (_, i) => `${xy[2 * i]},${xy[2 * i + 1]}`))
      expect(known.has(`${run.coords[0]},${run.coords[1]}`)).toBe(true)
      for (const segment of segmentsOf(run)) expect(known.has(`${segment.to.x},${segment.to.y}`)).toBe(true)
      expect([xy.at(-2), xy.at(-1)]).toEqual([endOf(run).x, endOf(run).y])
    }),
  )
})

test('a tolerance of nothing is a mistake of the caller', () => {
  const run = { ops: Uint8Array.of(), coords: Float64Array.of(0, 0) }
  expect(() => flattenRun(run, 0)).toThrow(RangeError)
})
