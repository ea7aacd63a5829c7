import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aRun, designOf } from '#shared/testing/arbitraries.ts'
import { boundsOfRun } from './bounds.ts'
import { clipRun, edgesOf, type HalfPlane } from './clip.ts'
import { hausdorff } from './hausdorff.ts'
import { lengthOf } from './measure.ts'

const aBox = fc
  .tuple(
    fc.integer({ min: -900, max: 800 }),
    fc.integer({ min: -900, max: 800 }),
    fc.integer({ min: 5, max: 900 }),
    fc.integer({ min: 5, max: 900 }),
  )
  .map(([minX, minY, width, height]) => ({ minX, minY, maxX: minX + width, maxY: minY + height }))

const anEdge: fc.Arbitrary<HalfPlane> = fc
  .tuple(fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }), fc.integer({ min: -900, max: 900 }))
  .map(([angle, limit]) => ({ nx: Math.cos(angle), ny: Math.sin(angle), limit }))

const other = ({ nx, ny, limit }: HalfPlane): HalfPlane => ({ nx: -nx, ny: -ny, limit: -limit })

test('nothing of what is left lies outside the box', () => {
  fc.assert(
    fc.property(aRun(), aBox, (run, box) => {
      for (const piece of clipRun(run, edgesOf(box))) {
        const bounds = boundsOfRun(piece)
        expect(bounds.minX).toBeGreaterThanOrEqual(box.minX - 1e-6)
        expect(bounds.minY).toBeGreaterThanOrEqual(box.minY - 1e-6)
        expect(bounds.maxX).toBeLessThanOrEqual(box.maxX + 1e-6)
        expect(bounds.maxY).toBeLessThanOrEqual(box.maxY + 1e-6)
      }
    }),
  )
})

test('what is inside an edge and what is outside are together as long as the whole', () => {
  fc.assert(
    fc.property(aRun(), anEdge, (run, edge) => {
      const whole = lengthOf(run)
      const parts = [...clipRun(run, [edge]), ...clipRun(run, [other(edge)])]
      const along = parts.reduce((sum, part) => sum + lengthOf(part), 0)
      expect(Math.abs(along - whole)).toBeLessThan(1e-4 + whole * 1e-5)
    }),
  )
})

test('and they lie where the whole lay', () => {
  fc.assert(
    fc.property(aRun({ maxSegments: 4 }), anEdge, (run, edge) => {
      const parts = [...clipRun(run, [edge]), ...clipRun(run, [other(edge)])]
      expect(hausdorff(designOf(run), designOf(...parts)).distanceMm).toBeLessThan(0.01)
    }),
    { numRuns: 40 },
  )
})

test('a run that lies inside is handed back as it is', () => {
  fc.assert(
    fc.property(aRun(), run => {
      expect(clipRun(run, edgesOf(boundsOfRun(run)))[0]).toBe(run)
    }),
  )
})
