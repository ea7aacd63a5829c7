import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDesign, aRun, designOf } from '#shared/testing/arbitraries.ts'
import { hausdorff } from './hausdorff.ts'
import { measureDesign } from './measure.ts'
import { reverseDesign, reverseRun } from './reverse.ts'
import { endOf, startOf } from './walk.ts'

test('a run sewn backwards begins at its end and ends at its start', () => {
  fc.assert(
    fc.property(aRun(), run => {
      const back = reverseRun(run)
      expect(startOf(back)).toEqual(endOf(run))
      expect(endOf(back)).toEqual(startOf(run))
    }),
  )
})

test('and lies where it lay', () => {
  fc.assert(
    fc.property(aRun({ maxSegments: 4 }), run => {
      expect(hausdorff(designOf(run), designOf(reverseRun(run))).distanceMm).toBeLessThan(0.01)
    }),
    { numRuns: 40 },
  )
})

test('a design sewn backwards keeps its length, its jumps and its pauses', () => {
  fc.assert(
    fc.property(aDesign({ pauses: true }), design => {
      const [there, back] = [measureDesign(design), measureDesign(reverseDesign(design))]
      expect(back.stitchedLengthMm).toBeCloseTo(there.stitchedLengthMm, 3)
      expect(back.travelLengthMm).toBeCloseTo(there.travelLengthMm, 6)
      expect(back.pauses).toBe(there.pauses)
    }),
  )
})
