import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Run } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { RunBuilder, runFrom } from '#shared/geometry/run-builder.ts'
import { endOf } from '#shared/geometry/walk.ts'
import { aRun, designOf } from '#shared/testing/arbitraries.ts'
import { chooseStitches, isStitched, LONGEST_STITCH } from './choose-stitches.ts'

/** Places of the needle in units, the start included. */
function stitchesOf(run: Run, stitchLength: number): number[] {
  const places = [Math.round(run.coords[0]! * 10), Math.round(run.coords[1]! * 10)]
  chooseStitches(run, stitchLength, {
    get x() {
      return places.at(-2)!
    },
    get y() {
      return places.at(-1)!
    },
    stitchTo: (x, y) => {
      if (x !== places.at(-2) || y !== places.at(-1)) places.push(x, y)
    },
  })
  return places
}

function asRun(places: readonly number[]): Run {
  const builder = new RunBuilder(places[0]! / 10, places[1]! / 10)
  for (let i = 2; i < places.length; i += 2) builder.line(places[i]! / 10, places[i + 1]! / 10)
  return builder.build()
}

const aLength = fc.constantFrom(25, 118)

test('the stitches are never more than 0.075 mm off the seam, nor the seam off the stitches', () => {
  fc.assert(
    fc.property(aRun({ maxSegments: 3 }), aLength, (run, length) => {
      const places = stitchesOf(run, length)
      fc.pre(places.length > 2)
      expect(hausdorff(designOf(run), designOf(asRun(places)), { stepMm: 0.02 }).distanceMm).toBeLessThan(0.075)
    }),
    { numRuns: 150 },
  )
})

test('no stitch is longer than asked for, but for rounding, nor than a record', () => {
  fc.assert(
    fc.property(aRun(), aLength, (run, length) => {
      const places = stitchesOf(run, length)
      for (let i = 2; i < places.length; i += 2) {
        const [dx, dy] = [places[i]! - places[i - 2]!, places[i + 1]! - places[i - 1]!]
        if (!isStitched(run)) expect(Math.hypot(dx, dy)).toBeLessThanOrEqual(length + 1.5)
        expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(LONGEST_STITCH)
      }
    }),
  )
})

test('the last stitch is the end of the run, to the nearest tenth of a millimetre', () => {
  fc.assert(
    fc.property(aRun(), aLength, (run, length) => {
      const places = stitchesOf(run, length)
      const { x, y } = endOf(run)
      expect(places.slice(-2)).toEqual([Math.round(x * 10), Math.round(y * 10)])
    }),
  )
})

test('a seam that is made of stitches keeps every one of them', () => {
  const step = fc.record({ x: fc.integer({ min: -121, max: 121 }), y: fc.integer({ min: -121, max: 121 }) })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), aLength, (steps, length) => {
      const places = [0, 0]
      for (const { x, y } of steps) if (x !== 0 || y !== 0) places.push(places.at(-2)! + x, places.at(-1)! + y)
      expect(stitchesOf(asRun(places), length)).toEqual(places)
    }),
  )
})

test('a long line is cut into even stitches', () => {
  const line = runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 100, y: 0 } }])
  const places = stitchesOf(line, 25)
  expect(places).toHaveLength(2 * 41)
  expect(places.every((place, i) => place === (i % 2 === 0 ? (i / 2) * 25 : 0))).toBe(true)
})
