import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LINE, type Run } from '#shared/geometry/design.ts'
import { goneAt, journeyAlong, needleAt, nextStop, paceOf } from './journey.ts'
import { walkAlong } from '#shared/geometry/path-walk.ts'

const line = (...coords: number[]): Run => ({
  ops: new Uint8Array(coords.length / 2 - 1).fill(LINE),
  coords: new Float64Array(coords),
})
/** 100 mm, a travel of 50 mm, 100 mm. */
const two = journeyAlong(walkAlong([line(0, 0, 100, 0), line(150, 0, 250, 0)], 0.1))
/** One to five runs of straight stitches anywhere. */
const someRuns = fc.array(
  fc
    .array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 4, maxLength: 20 })
    .map(coords => line(...coords.slice(0, coords.length & ~1))),
  { minLength: 1, maxLength: 5 },
)
const part = fc.double({ min: 0, max: 1, noNaN: true })

test('travel between runs is shown, but quicker than stitching', () => {
  expect(two.length).toBe(210)
  expect(needleAt(two, 105)).toMatchObject({ x: 125, y: 0, stitched: 100, isTravelling: true })
  expect(needleAt(two, 110)).toMatchObject({ x: 150, run: 1, stitched: 100, isTravelling: false })
  expect(needleAt(two, 210)).toMatchObject({ x: 250, stitched: 200, isTravelling: false })
})

test('the needle only ever goes forward', () => {
  fc.assert(
    fc.property(someRuns, part, part, (runs, a, b) => {
      const journey = journeyAlong(walkAlong(runs, 0.05))
      const early = needleAt(journey, Math.min(a, b) * journey.length)!
      const late = needleAt(journey, Math.max(a, b) * journey.length)!
      expect(late.stitched).toBeGreaterThanOrEqual(early.stitched - 1e-9)
      expect(late.run).toBeGreaterThanOrEqual(early.run)
    }),
  )
})

test('what the slider says is what is stitched', () => {
  fc.assert(
    fc.property(someRuns, part, (runs, part) => {
      const walk = walkAlong(runs, 0.05)
      const journey = journeyAlong(walk)
      const wanted = walk.length * part
      expect(needleAt(journey, goneAt(journey, wanted))!.stitched).toBeCloseTo(wanted, 5)
    }),
  )
})

test('step by step every run is stopped at once, and the last step ends it', () => {
  const stops: number[] = []
  let gone = 0
  while (gone < two.length) {
    gone = nextStop(two, gone)
    stops.push(gone)
  }
  expect(stops).toEqual([100, 210])
})

test('the pace is even, three times as quick when fast, and no design takes longer than a minute', () => {
  expect(paceOf(two, 'fast')).toBeCloseTo(paceOf(two, 'normal') * 3)
  fc.assert(
    fc.property(someRuns, runs => {
      const journey = journeyAlong(walkAlong(runs, 0.05))
      if (journey.length > 0) expect(journey.length / paceOf(journey, 'normal')).toBeLessThanOrEqual(60)
    }),
  )
})
