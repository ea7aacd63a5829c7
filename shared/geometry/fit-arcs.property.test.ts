import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aRun, designOf } from '#shared/testing/arbitraries.ts'
import { densePoints, farthestFrom } from '#shared/testing/oracles.ts'
import { CUBIC } from './design.ts'
import { fitArcs } from './fit-arcs.ts'
import { flattenRun } from './flatten.ts'
import { hausdorff } from './hausdorff.ts'
import { runFrom } from './run-builder.ts'
import { endOf } from './walk.ts'

const aTolerance = fc.constantFrom(0.005, 0.02, 0.127, 1)

test('the curve stays within the tolerance of the arcs, and the arcs of the curve', () => {
  fc.assert(
    fc.property(aRun({ kinds: ['cubic'], maxSegments: 2 }), aTolerance, (run, tolerance) => {
      const fitted = fitArcs(run, tolerance)
      const slack = tolerance * 0.02 + 1e-6
      expect(farthestFrom(densePoints(run, 150), flattenRun(fitted, tolerance / 100))).toBeLessThanOrEqual(
        tolerance + slack,
      )
      expect(farthestFrom(densePoints(fitted, 11), flattenRun(run, tolerance / 100))).toBeLessThanOrEqual(
        tolerance + slack,
      )
    }),
    { numRuns: 120 },
  )
})

test('the fast measure agrees that whole runs stay within the tolerance', () => {
  fc.assert(
    fc.property(aRun({ maxSegments: 4 }), run => {
      const { distanceMm, errorMm } = hausdorff(designOf(run), designOf(fitArcs(run, 0.02)), { stepMm: 0.01 })
      expect(distanceMm).toBeLessThanOrEqual(0.02 + errorMm)
    }),
    { numRuns: 30 },
  )
})

test('only lines and arcs are left, and start and end do not move', () => {
  fc.assert(
    fc.property(aRun(), run => {
      const fitted = fitArcs(run, 0.02)
      expect(fitted.ops.includes(CUBIC)).toBe(false)
      expect([...fitted.coords.subarray(0, 2)]).toEqual([...run.coords.subarray(0, 2)])
      expect(endOf(fitted)).toEqual(endOf(run))
    }),
  )
})

test('lines and arcs pass through untouched', () => {
  fc.assert(
    fc.property(aRun({ kinds: ['line', 'arc'] }), run => {
      expect(fitArcs(run, 0.02)).toBe(run)
    }),
  )
})

test('a gentle feather curve of four inches takes a handful of arcs, not a hundred chords', () => {
  const feather = runFrom({ x: 0, y: 0 }, [
    { kind: 'cubic', c1: { x: 20, y: 60 }, c2: { x: 90, y: 60 }, to: { x: 100, y: 0 } },
  ])
  expect(fitArcs(feather, 0.02).ops.length).toBeLessThanOrEqual(16)
})
