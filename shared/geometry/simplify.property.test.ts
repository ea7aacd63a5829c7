import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPoint } from '#shared/testing/arbitraries.ts'
import { farthestFrom, pack, pointsAlong } from '#shared/testing/oracles.ts'
import { simplifyPolyline } from './simplify.ts'

const aPolyline = fc.array(aPoint(), { minLength: 1, maxLength: 120 }).map(pack)

test('every point left out is within the tolerance, and the ends stay', () => {
  fc.assert(
    fc.property(aPolyline, fc.constantFrom(0, 1, 50, 400), (xy, tolerance) => {
      const simple = simplifyPolyline(xy, tolerance)
      expect(farthestFrom(pointsAlong(xy, 3), simple)).toBeLessThanOrEqual(tolerance + 1e-9)
      expect([simple[0], simple[1], simple.at(-2), simple.at(-1)]).toEqual([xy[0], xy[1], xy.at(-2), xy.at(-1)])
    }),
  )
})

test('only points of the line are kept, in their order', () => {
  fc.assert(
    fc.property(aPolyline, xy => {
      const simple = simplifyPolyline(xy, 100)
      let at = 0
      for (let i = 0; i < simple.length; i += 2) {
        while (at < xy.length && (xy[at] !== simple[i] || xy[at + 1] !== simple[i + 1])) at += 2
        expect(at).toBeLessThan(xy.length)
        at += 2
      }
    }),
  )
})

test('a straight line of a million points becomes two', () => {
  const xy = new Float64Array(2_000_000)
  for (let i = 0; i < 1_000_000; i++) xy[2 * i] = i / 100
  expect([...simplifyPolyline(xy, 0.01)]).toEqual([0, 0, 9999.99, 0])
})

test('a million points made so that every cut is lopsided still come back', () => {
  // The farthest point always is the next one: the plain method would look at half a million million points.
  const count = 1_000_000
  const xy = new Float64Array(2 * count)
  for (let i = 0; i < count; i++) {
    xy[2 * i] = i
    xy[2 * i + 1] = (i % 2 === 0 ? 1 : -1) * (count - i)
  }
  expect(simplifyPolyline(xy, 0.5).length).toBe(2 * count)
})
