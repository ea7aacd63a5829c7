import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyTo } from '#shared/geometry/transform.ts'
import { affineOf, AS_IT_WAS, isAsItWas, mirrorSideways, mirrorUpDown, type Turn, turnBy } from './turning.ts'

const bounds = { minX: 0, minY: 0, maxX: 200, maxY: 100 }
const turn = fc.record({ isMirrored: fc.boolean(), degrees: fc.integer({ min: -179, max: 180 }) })
const at = (of: Turn, x: number, y: number) => applyTo(affineOf(of, bounds), { x, y })
const near = (a: { x: number; y: number }, b: { x: number; y: number }) => {
  expect(a.x).toBeCloseTo(b.x)
  expect(a.y).toBeCloseTo(b.y)
}

test('whatever was pressed before, mirroring turns what she sees from left to right and from top to bottom', () => {
  fc.assert(
    fc.property(turn, before => {
      const seen = at(before, 30, 80)
      near(at(mirrorSideways(before), 30, 80), { x: 200 - seen.x, y: seen.y })
      near(at(mirrorUpDown(before), 30, 80), { x: seen.x, y: 100 - seen.y })
    }),
  )
})

test('the same mirroring twice, or four quarter turns, is as it was before', () => {
  fc.assert(
    fc.property(turn, before => {
      expect(mirrorSideways(mirrorSideways(before))).toEqual(before)
      expect(mirrorUpDown(mirrorUpDown(before))).toEqual(before)
      expect([90, 90, 90, 90].reduce(turnBy, before)).toEqual(before)
    }),
  )
})

test('a quarter turn is clockwise, about the middle', () => {
  near(at(turnBy(AS_IT_WAS, 90), 200, 50), { x: 100, y: -50 })
  near(at(turnBy(AS_IT_WAS, 90), 100, 50), { x: 100, y: 50 })
  expect(isAsItWas(turnBy(turnBy(AS_IT_WAS, 90), -90))).toBe(true)
})
