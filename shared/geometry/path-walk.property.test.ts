import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureDesign } from './measure.ts'
import { aDesign } from '#shared/testing/arbitraries.ts'
import { placeAt, walkAlong } from './path-walk.ts'

const TOLERANCE = 0.01
const part = fc.double({ min: 0, max: 1, noNaN: true })

test('the walk is as long as what is stitched', () => {
  fc.assert(
    fc.property(aDesign(), design => {
      const { stitchedLengthMm } = measureDesign(design)
      const { length } = walkAlong(design.runs, TOLERANCE)
      expect(length).toBeLessThanOrEqual(stitchedLengthMm + 1e-6 * (1 + stitchedLengthMm))
      expect(length).toBeGreaterThanOrEqual(stitchedLengthMm * 0.98 - 0.1)
    }),
  )
})

test('after so many millimetres the needle is at the point that many millimetres along', () => {
  fc.assert(
    fc.property(aDesign(), part, (design, part) => {
      const walk = walkAlong(design.runs, TOLERANCE)
      const wanted = walk.length * part
      const place = placeAt(walk, wanted)!
      const { xy, along } = walk.runs[place.run]!
      const rest = Math.hypot(place.x - xy[2 * place.point]!, place.y - xy[2 * place.point + 1]!)
      expect(along[place.point]! + rest).toBeCloseTo(wanted, 5)
    }),
  )
})

test('the walk begins at the first stitch and ends at the last', () => {
  fc.assert(
    fc.property(aDesign(), design => {
      const walk = walkAlong(design.runs, TOLERANCE)
      const { start, end } = measureDesign(design)
      const last = placeAt(walk, walk.length)!
      expect(placeAt(walk, 0)).toMatchObject(start!)
      // Runs without length at the end of a design are no way to walk.
      if (walk.runs.at(-1)!.to > walk.runs.at(-1)!.from) {
        expect(last.x).toBeCloseTo(end!.x)
        expect(last.y).toBeCloseTo(end!.y)
      }
    }),
  )
})

test('a design without a stitch has no place', () => {
  expect(placeAt(walkAlong([], TOLERANCE), 0)).toBeNull()
})
