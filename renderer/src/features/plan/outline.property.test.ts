import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlineOf } from './outline.ts'

const BOX = { minX: 0, minY: 0, maxX: 600, maxY: 400 }
const anEdge = fc
  .tuple(fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }), fc.integer({ min: 0, max: 500 }))
  .map(([angle, limit]) => ({ nx: Math.cos(angle), ny: Math.sin(angle), limit }))

test('every corner of what is left lies in the box and inside every edge', () => {
  fc.assert(
    fc.property(fc.array(anEdge, { maxLength: 4 }), edges => {
      for (const { x, y } of outlineOf(BOX, edges)) {
        expect(x).toBeGreaterThan(-1e-6)
        expect(x).toBeLessThan(BOX.maxX + 1e-6)
        expect(y).toBeGreaterThan(-1e-6)
        expect(y).toBeLessThan(BOX.maxY + 1e-6)
        for (const { nx, ny, limit } of edges) expect(nx * x + ny * y).toBeLessThan(limit + 1e-6)
      }
    }),
  )
})

test('a corner cut off at 45 degrees makes five corners of four', () => {
  const slant = { nx: Math.SQRT1_2, ny: Math.SQRT1_2, limit: 900 * Math.SQRT1_2 }
  expect(outlineOf(BOX, [slant])).toHaveLength(5)
})
