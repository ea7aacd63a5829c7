import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { centreOfSvgArc } from './svg-arc.ts'

const place = () => fc.integer({ min: -1000, max: 1000 }).map(n => n / 10)
const radius = () => fc.integer({ min: 1, max: 2000 }).map(n => n / 10)

test('the ellipse passes through both ends, on the side the flags ask for', () => {
  const arcs = fc.record({
    x0: place(),
    y0: place(),
    x1: place(),
    y1: place(),
    rx: radius(),
    ry: radius(),
    turn: fc.double({ min: -4, max: 4, noNaN: true }),
    large: fc.boolean(),
    positive: fc.boolean(),
  })
  fc.assert(
    fc.property(arcs, ({ x0, y0, x1, y1, rx, ry, turn, large, positive }) => {
      const arc = centreOfSvgArc(x0, y0, rx, ry, turn, large, positive, x1, y1)
      if (arc === null) return expect([x0, y0]).toEqual([x1, y1])
      const at = (t: number) => ({
        x: arc.centreX + Math.cos(turn) * arc.rx * Math.cos(t) - Math.sin(turn) * arc.ry * Math.sin(t),
        y: arc.centreY + Math.sin(turn) * arc.rx * Math.cos(t) + Math.cos(turn) * arc.ry * Math.sin(t),
      })
      const start = at(arc.from)
      const end = at(arc.from + arc.sweep)
      expect(Math.hypot(start.x - x0, start.y - y0)).toBeLessThan(1e-5)
      expect(Math.hypot(end.x - x1, end.y - y1)).toBeLessThan(1e-5)
      expect(arc.sweep > 0).toBe(positive)
      // Radii grow together, and only when they are too small to reach.
      expect(arc.rx / arc.ry).toBeCloseTo(rx / ry, 6)
      expect(arc.rx).toBeGreaterThanOrEqual(rx)
      if (arc.rx === rx) expect(Math.abs(arc.sweep) >= Math.PI - 1e-6 || !large).toBe(true)
      if (arc.rx === rx && !large) expect(Math.abs(arc.sweep)).toBeLessThanOrEqual(Math.PI + 1e-6)
    }),
    { numRuns: 1000 },
  )
})

test('a radius of zero, or ends at the same place, is a line', () => {
  expect(centreOfSvgArc(0, 0, 0, 5, 0, false, false, 1, 1)).toBeNull()
  expect(centreOfSvgArc(0, 0, 5, 0, 0, false, false, 1, 1)).toBeNull()
  expect(centreOfSvgArc(3, 3, 5, 5, 0, true, true, 3, 3)).toBeNull()
})

test('the sign of a radius is ignored', () => {
  expect(centreOfSvgArc(0, 0, -5, -5, 0, false, true, 5, 5)).toEqual(centreOfSvgArc(0, 0, 5, 5, 0, false, true, 5, 5))
})

test('radii so small that no digit is left of the arc are a line', () => {
  expect(centreOfSvgArc(0, 0, 1e-300, 1e-300, 0, false, true, 5, 5)).toBeNull()
})
