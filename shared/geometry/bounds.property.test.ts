import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aRun, designOf } from '#shared/testing/arbitraries.ts'
import { densePoints } from '#shared/testing/oracles.ts'
import { boundsOf, boundsOfRun } from './bounds.ts'
import { runFrom } from './run-builder.ts'

test('nothing is stitched outside the box, and the box is no larger than what is stitched', () => {
  fc.assert(
    fc.property(aRun({ maxSegments: 4 }), run => {
      const box = boundsOfRun(run)
      const points = densePoints(run, 2000)
      const xs = points.map(p => p.x)
      const ys = points.map(p => p.y)
      const dense = { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) }
      for (const side of ['minX', 'minY', 'maxX', 'maxY'] as const) {
        const beyond = side.startsWith('min') ? dense[side] - box[side] : box[side] - dense[side]
        expect(beyond).toBeGreaterThan(-1e-9)
        expect(beyond).toBeLessThan(1e-3)
      }
    }),
    { numRuns: 150 },
  )
})

test('a circle of one inch measures one inch both ways', () => {
  const circle = runFrom({ x: 25.4, y: 12.7 }, [
    { kind: 'arc', to: { x: 25.4, y: 12.7 }, centre: { x: 12.7, y: 12.7 }, sweep: 2 * Math.PI },
  ])
  const box = boundsOfRun(circle)
  expect(box.minX).toBeCloseTo(0, 12)
  expect(box.minY).toBeCloseTo(0, 12)
  expect(box.maxX).toBeCloseTo(25.4, 12)
  expect(box.maxY).toBeCloseTo(25.4, 12)
})

test('a design of no runs has no box', () => {
  expect(boundsOf(designOf())).toBeNull()
})
