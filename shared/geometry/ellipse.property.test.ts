import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cubicsForArc, ellipseToCubics } from './ellipse.ts'

const axis = () => fc.integer({ min: -3000, max: 3000 }).map(n => n / 10)
const angle = () => fc.integer({ min: -628, max: 628 }).map(n => n / 100)

test('cubics of an elliptic arc stray no further than the tolerance and end where they are told', () => {
  const arcs = fc.record({ ux: axis(), uy: axis(), vx: axis(), vy: axis(), from: angle(), sweep: angle() })
  fc.assert(
    fc.property(arcs, fc.constantFrom(0.1, 0.01, 0.001), ({ ux, uy, vx, vy, from, sweep }, tolerance) => {
      fc.pre(Math.abs(ux * vy - uy * vx) > 1 && Math.abs(sweep) > 0.01)
      const at = (t: number) => ({ x: Math.cos(t) * ux + Math.sin(t) * vx, y: Math.cos(t) * uy + Math.sin(t) * vy })
      const end = at(from + sweep)
      let { x: x0, y: y0 } = at(from)
      let worst = 0
      ellipseToCubics(0, 0, ux, uy, vx, vy, from, sweep, end.x, end.y, tolerance, (c1x, c1y, c2x, c2y, x, y) => {
        for (let i = 0; i <= 16; i++) {
          const t = i / 16
          const s = 1 - t
          const px = s * s * s * x0 + 3 * s * s * t * c1x + 3 * s * t * t * c2x + t * t * t * x
          const py = s * s * s * y0 + 3 * s * s * t * c1y + 3 * s * t * t * c2y + t * t * t * y
          // In the frame of the half axes the ellipse is the unit circle; the error there, times the longer axis, bounds the true one.
          const det = ux * vy - uy * vx
          const radius = Math.hypot((px * vy - py * vx) / det, (ux * py - uy * px) / det)
          worst = Math.max(worst, Math.abs(radius - 1) * Math.hypot(ux, uy, vx, vy))
        }
        x0 = x
        y0 = y
      })
      expect([x0, y0]).toEqual([end.x, end.y])
      expect(worst).toBeLessThan(tolerance * 1.01)
    }),
    { numRuns: 300 },
  )
})

test('four quarters make a circle of common size, and absurd sizes stay within bounds', () => {
  expect(cubicsForArc(1, 2 * Math.PI, 0.01)).toBe(4)
  expect(cubicsForArc(1e300, 2 * Math.PI, 0.001)).toBeLessThanOrEqual(512)
  expect(cubicsForArc(0, 1, 0.001)).toBe(1)
})
