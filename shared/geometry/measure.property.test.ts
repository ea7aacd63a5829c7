import { Bezier } from 'bezier-js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aRun, designOf } from '#shared/testing/arbitraries.ts'
import { densePoints } from '#shared/testing/oracles.ts'
import { lengthOf, measureDesign } from './measure.ts'
import { runFrom, segmentsOf } from './run-builder.ts'

test('the length of a curve is that of very many short chords', () => {
  fc.assert(
    fc.property(aRun({ maxSegments: 2 }), run => {
      const points = densePoints(run, 20_000)
      let length = 0
      for (let i = 1; i < points.length; i++)
        length += Math.hypot(points[i]!.x - points[i - 1]!.x, points[i]!.y - points[i - 1]!.y)
      expect(Math.abs(lengthOf(run) - length)).toBeLessThanOrEqual(1e-6 * length + 1e-9)
    }),
    { numRuns: 60 },
  )
})

test('another library agrees on the length of smooth cubics', () => {
  fc.assert(
    fc.property(aRun({ kinds: ['cubic'], maxSegments: 1 }), run => {
      const [segment] = [...segmentsOf(run)]
      if (segment?.kind !== 'cubic') throw new Error('the run is one cubic')
      const { c1, c2, to } = segment
      const ours = lengthOf(run)
      const theirs = new Bezier(run.coords[0]!, run.coords[1]!, c1.x, c1.y, c2.x, c2.y, to.x, to.y).length()
      // Its fixed rule loses digits where a curve turns sharply back.
      expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(0.02 * ours + 1e-9)
    }),
  )
})

test('a design counts its stitching, its travel, its jumps and its pauses', () => {
  const first = runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 30, y: 40 } }])
  const second = runFrom(
    { x: 30, y: 50 },
    [
      { kind: 'line', to: { x: 0, y: 50 } },
      { kind: 'line', to: { x: 0, y: 0 } },
    ],
    {
      pauseBefore: '',
    },
  )
  expect(measureDesign(designOf(first, second))).toEqual({
    stitchedLengthMm: 130,
    travelLengthMm: 10,
    jumps: 1,
    pauses: 1,
    runs: 2,
    points: 5,
    closed: true,
    start: { x: 0, y: 0 },
    end: { x: 0, y: 0 },
    bounds: { minX: 0, minY: 0, maxX: 30, maxY: 50 },
  })
})

test('a design of no runs measures nothing and is not closed', () => {
  expect(measureDesign(designOf())).toMatchObject({
    stitchedLengthMm: 0,
    jumps: 0,
    closed: false,
    start: null,
    bounds: null,
  })
})
