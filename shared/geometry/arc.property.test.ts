import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPoint, aRun, aSweep } from '#shared/testing/arbitraries.ts'
import { densePoints, farthestFrom, pack } from '#shared/testing/oracles.ts'
import {
  type Arc,
  appendArcAsCubics,
  arcAbout,
  arcFromBulge,
  arcFromCentre,
  arcPointAt,
  bulgeOf,
  partsFor,
  splitArc,
  sweepBetween,
} from './arc.ts'
import type { Run } from './design.ts'
import { RunBuilder, segmentsOf } from './run-builder.ts'

function arcOf(run: Run): Arc {
  const [segment] = [...segmentsOf(run)]
  if (segment?.kind !== 'arc') throw new Error('the run is one arc')
  return {
    start: { x: run.coords[0]!, y: run.coords[1]! },
    to: segment.to,
    centre: segment.centre,
    sweep: segment.sweep,
  }
}

const anArc = (drift: number) => aRun({ kinds: ['arc'], maxSegments: 1, drift })

test('a bulge and back gives the same circle', () => {
  fc.assert(
    fc.property(anArc(0), run => {
      const arc = arcOf(run)
      fc.pre(Math.abs(arc.sweep) < 6)
      const again = arcFromBulge(arc.start, arc.to, bulgeOf(arc.sweep))
      if (again === null) throw new Error('an arc has a bulge')
      expect(again.sweep).toBeCloseTo(arc.sweep, 9)
      expect(Math.hypot(again.centre.x - arc.centre.x, again.centre.y - arc.centre.y)).toBeLessThan(1e-6)
    }),
  )
})

test('a bulge of one is half a circle to the left of the way', () => {
  const arc = arcFromBulge({ x: 0, y: 0 }, { x: 10, y: 0 }, 1)
  expect(arc?.centre.x).toBeCloseTo(5, 12)
  expect(arc?.centre.y).toBeCloseTo(0, 12)
  expect(arc?.sweep).toBeCloseTo(Math.PI, 12)
  const deepest = arc === null ? null : arcPointAt(arc, 0.5)
  expect(deepest?.y).toBeCloseTo(-5, 12)
})

test('no bulge, or no distance, is a straight line', () => {
  expect(arcFromBulge({ x: 0, y: 0 }, { x: 10, y: 0 }, 0)).toBeNull()
  expect(arcFromBulge({ x: 3, y: 3 }, { x: 3, y: 3 }, 1)).toBeNull()
})

test('an arc about a centre turns the way it is told, and all the way round when it ends where it starts', () => {
  fc.assert(
    fc.property(
      aPoint(),
      fc.integer({ min: 1, max: 300 }),
      fc.double({ min: 0, max: 6.28, noNaN: true }),
      aSweep(),
      (centre, r, from, sweep) => {
        const arc = arcFromCentre(centre, r, from, sweep)
        const again = arcAbout(arc.start, Math.abs(sweep) === 2 * Math.PI ? arc.start : arc.to, centre, sweep > 0)
        expect(again.sweep).toBeCloseTo(sweep, 7)
      },
    ),
  )
})

test('the sweep between angles keeps its sense', () => {
  expect(sweepBetween(0, Math.PI / 2, true)).toBeCloseTo(Math.PI / 2, 12)
  expect(sweepBetween(0, Math.PI / 2, false)).toBeCloseTo(-1.5 * Math.PI, 12)
  expect(sweepBetween(1, 1, true)).toBe(2 * Math.PI)
  expect(sweepBetween(1, 1, false)).toBe(-2 * Math.PI)
})

test('the parts of a split arc run exactly where the arc does, rounding included', () => {
  fc.assert(
    fc.property(anArc(0.5), fc.integer({ min: 1, max: 7 }), (run, parts) => {
      const arc = arcOf(run)
      const pieces = splitArc(arc, parts)
      expect(pieces).toHaveLength(parts)
      expect(pieces.at(-1)?.to).toEqual(arc.to)
      for (const [i, piece] of pieces.entries())
        for (const t of [0.1, 0.5, 0.9]) {
          const whole = arcPointAt(arc, (i + t) / parts)
          const part = arcPointAt(piece, t)
          expect(Math.hypot(whole.x - part.x, whole.y - part.y)).toBeLessThan(1e-9)
        }
    }),
  )
})

test('cubics in place of an arc stray less than a two hundred thousandth of its radius', () => {
  fc.assert(
    fc.property(anArc(0.02), run => {
      const arc = arcOf(run)
      const builder = new RunBuilder(arc.start.x, arc.start.y)
      appendArcAsCubics(builder, arc)
      const radius = Math.hypot(arc.start.x - arc.centre.x, arc.start.y - arc.centre.y)
      const sagittaOfOracle = (radius * (arc.sweep / 3000) ** 2) / 8
      // Rounding is spread along the way; there a Bezier keeps pace with its arc only to a thousandth of it.
      const share = 1e-3 * 0.03
      expect(farthestFrom(densePoints(builder.build(), 10), pack(densePoints(run, 3000)))).toBeLessThan(
        5e-6 * radius + sagittaOfOracle + share,
      )
      expect([builder.endX, builder.endY]).toEqual([arc.to.x, arc.to.y])
    }),
    { numRuns: 40 },
  )
})

test('half a turn is not cut in two for the last bit of pi', () => {
  expect(partsFor(Math.PI, Math.PI)).toBe(1)
  expect(partsFor(-2 * Math.PI, Math.PI)).toBe(2)
  expect(partsFor(Math.PI * 1.01, Math.PI)).toBe(2)
})
