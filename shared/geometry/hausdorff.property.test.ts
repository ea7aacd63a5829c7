import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDesign, aRun, designOf } from '#shared/testing/arbitraries.ts'
import { densePoints, farthestFrom, pack } from '#shared/testing/oracles.ts'
import { hausdorff } from './hausdorff.ts'
import { runFrom } from './run-builder.ts'
import { translate } from './transform.ts'

test('the distance between two runs is the one found by trying everything', () => {
  fc.assert(
    fc.property(aRun({ maxSegments: 2 }), aRun({ maxSegments: 2 }), (a, b) => {
      const pointsA = densePoints(a, 250)
      const pointsB = densePoints(b, 250)
      const slow = Math.max(farthestFrom(pointsA, pack(pointsB)), farthestFrom(pointsB, pack(pointsA)))
      const fast = hausdorff(designOf(a), designOf(b), { stepMm: 0.5 })
      // Segments up to a metre long, 250 places each: the slow answer itself is good to about 2 mm.
      expect(Math.abs(fast.distanceMm - slow)).toBeLessThan(fast.errorMm + 2.5)
    }),
    { numRuns: 40 },
  )
})

test('a design is no distance from itself, and the order of the two does not matter', () => {
  fc.assert(
    fc.property(aDesign({ maxSegments: 3 }), aDesign({ maxSegments: 3 }), (a, b) => {
      expect(hausdorff(a, a, { stepMm: 1 }).distanceMm).toBe(0)
      expect(hausdorff(a, b, { stepMm: 1 }).distanceMm).toBeCloseTo(hausdorff(b, a, { stepMm: 1 }).distanceMm, 12)
    }),
    { numRuns: 20 },
  )
})

test('a line moved sideways is as far away as it was moved', () => {
  const line = designOf(runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 100, y: 0 } }]))
  const { distanceMm, errorMm } = hausdorff(line, translate(line, 0, 0.3))
  expect(distanceMm).toBeCloseTo(0.3, 12)
  expect(errorMm).toBeLessThan(0.03)
})

test('an arc that bulges the other way is found out though all its points are the same', () => {
  const arc = (sweep: number) =>
    designOf(runFrom({ x: -10, y: 0 }, [{ kind: 'arc', to: { x: 10, y: 0 }, centre: { x: 0, y: 0 }, sweep }]))
  // The farthest place is the top; the nearest of the other arc are its ends.
  expect(hausdorff(arc(Math.PI), arc(-Math.PI)).distanceMm).toBeCloseTo(Math.hypot(10, 10), 1)
})

test('needle travel is no part of the design: two runs that meet are one', () => {
  const whole = designOf(runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 10, y: 0 } }]))
  const halves = designOf(
    runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 5, y: 0 } }]),
    runFrom({ x: 5, y: 0 }, [{ kind: 'line', to: { x: 10, y: 0 } }]),
  )
  const gap = designOf(
    runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 2, y: 0 } }]),
    runFrom({ x: 8, y: 0 }, [{ kind: 'line', to: { x: 10, y: 0 } }]),
  )
  expect(hausdorff(whole, halves).distanceMm).toBeCloseTo(0, 9)
  expect(hausdorff(whole, gap).distanceMm).toBeCloseTo(3, 1)
})

test('nothing and something are infinitely far apart, nothing and nothing not at all', () => {
  const line = designOf(runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 10, y: 0 } }]))
  expect(hausdorff(designOf(), line).distanceMm).toBe(Number.POSITIVE_INFINITY)
  expect(hausdorff(designOf(), designOf()).distanceMm).toBe(0)
})
