import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { starterPatterns } from '#shared/starter/index.ts'
import { aRun, designOf } from '#shared/testing/arbitraries.ts'
import { seeded } from '#shared/testing/mutate.ts'
import { arcsThroughPoints } from './arcs-through-points.ts'
import { ARC, CUBIC, countPoints, type Design, type Point, type Run } from './design.ts'
import { flattenRun } from './flatten.ts'
import { hausdorff } from './hausdorff.ts'
import { runFrom, segmentsOf } from './run-builder.ts'
import { endOf, startOf } from './walk.ts'

const TOLERANCE = 0.05

function polyline(points: readonly Point[]): Run {
  const [start, ...rest] = points
  return runFrom(
    start!,
    rest.map(to => ({ kind: 'line', to })),
  )
}

function fromPairs(xy: Float64Array): Run {
  return polyline(Array.from({ length: xy.length >> 1 }, (_, i) => ({ x: xy[2 * i]!, y: xy[2 * i + 1]! })))
}

/** How far two designs certainly are apart: what sampling may add is taken off. */
function strays(a: Design, b: Design, stepMm: number): number {
  const { distanceMm, errorMm } = hausdorff(a, b, { stepMm })
  return distanceMm - errorMm
}

test('a flattened circle of 720 points with 0.01 mm of noise becomes at most 4 arcs within 0.05 mm', () => {
  const anyCircle = fc.record({
    radius: fc.double({ min: 3, max: 400, noNaN: true }),
    seed: fc.integer(),
    turn: fc.constantFrom(-1, 1),
  })
  fc.assert(
    fc.property(anyCircle, ({ radius, seed, turn }) => {
      const random = seeded(seed)
      const points = Array.from({ length: 720 }, (_, i) => {
        const angle = (turn * i * Math.PI) / 360
        const off = 2 * Math.PI * random()
        return {
          x: radius * Math.cos(angle) + 0.01 * Math.cos(off),
          y: radius * Math.sin(angle) + 0.01 * Math.sin(off),
        }
      })
      const run = polyline([...points, points[0]!])
      const fitted = arcsThroughPoints(run, TOLERANCE)
      expect(fitted.ops.length).toBeLessThanOrEqual(4)
      expect(fitted.ops.includes(ARC)).toBe(true)
      expect(strays(designOf(run), designOf(fitted), radius / 2000)).toBeLessThanOrEqual(TOLERANCE)
    }),
    { numRuns: 40 },
  )
})

describe('a smooth pattern flattened to 5,000 points shrinks to 15 % of them or fewer, within 0.05 mm', () => {
  /** The chords of a design, as many as asked or a few more: the tolerance is lowered until there are enough. */
  function flattenedTo(design: Design, points: number): Design {
    for (let tolerance = 0.1; ; tolerance /= 1.2) {
      const flat = { ...design, runs: design.runs.map(run => fromPairs(flattenRun(run, tolerance))) }
      if (countPoints(flat) >= points) return flat
    }
  }

  const smooth = starterPatterns
    .map(pattern => [pattern.name, pattern.draw()] as const)
    .filter(([, design]) => design.runs.some(run => run.ops.includes(CUBIC)))
    // A handful of each kind will do; the first is the one of most curves.
    .filter((_, i) => i % 6 === 0)

  test.each(smooth)('%s', (_name, design) => {
    const flat = flattenedTo(design, 5000)
    const fitted = { ...flat, runs: flat.runs.map(run => arcsThroughPoints(run, TOLERANCE)) }
    expect(countPoints(fitted)).toBeLessThanOrEqual(0.15 * countPoints(flat))
    expect(strays(flat, fitted, 0.02)).toBeLessThanOrEqual(TOLERANCE)
  })
})

/** Walks of small steps and turns, some of them sharp, some straight on: what curves look like without curves, and what does not. */
const aTrack = fc
  .array(
    fc.record({
      step: fc.constantFrom(0.004, 0.05, 0.3, 2),
      turn: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      sharp: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 1.5, Math.PI),
      times: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map(bits => {
    const points: Point[] = [{ x: 7, y: -3 }]
    let heading = 0
    for (const { step, turn, sharp, times } of bits) {
      heading += sharp
      for (let i = 0; i < times; i++) {
        heading += turn
        const { x, y } = points.at(-1)!
        points.push({ x: x + step * Math.cos(heading), y: y + step * Math.sin(heading) })
      }
    }
    return polyline(points)
  })

test('no place of either strays further than the tolerance, and start and end stay', () => {
  fc.assert(
    fc.property(aTrack, fc.constantFrom(0.02, 0.05, 0.5), (run, tolerance) => {
      const fitted = arcsThroughPoints(run, tolerance)
      expect(startOf(fitted)).toEqual(startOf(run))
      expect(endOf(fitted)).toEqual(endOf(run))
      expect(fitted.ops.length).toBeLessThanOrEqual(run.ops.length)
      const { distanceMm, errorMm } = hausdorff(designOf(run), designOf(fitted), { stepMm: tolerance / 10 })
      expect(distanceMm).toBeLessThanOrEqual(tolerance + errorMm)
    }),
    { numRuns: 100 },
  )
})

test('curves that are there stay as they are, and so does where they begin and end', () => {
  fc.assert(
    fc.property(aRun(), run => {
      const curves = (of: Run) => [...segmentsOf(of)].filter(({ kind }) => kind !== 'line')
      expect(curves(arcsThroughPoints(run, 0.001))).toEqual(curves(run))
    }),
  )
})

test('a square and a star keep their corners, and a run with nothing to fit is the same run', () => {
  const square = [0, 1, 2, 3, 4].map(i => ({ x: (i & 2) * 10, y: ((i + 1) & 2) * 10 }))
  const star = Array.from({ length: 11 }, (_, i) => {
    const radius = i % 2 === 0 ? 30 : 12
    return { x: radius * Math.cos((i * Math.PI) / 5), y: radius * Math.sin((i * Math.PI) / 5) }
  })
  for (const run of [polyline(square), polyline(star)]) expect(arcsThroughPoints(run, TOLERANCE)).toBe(run)
})

test('a corner where two curves of points meet stays in its place', () => {
  const half = (from: number, step: number) =>
    Array.from({ length: 91 }, (_, i) => {
      const angle = ((from + step * i) * Math.PI) / 180
      return { x: 20 * Math.cos(angle), y: 20 * Math.sin(angle) }
    })
  const there = half(180, -2).map(({ x, y }) => ({ x: x + 20, y }))
  const on = half(180, -2).map(({ x, y }) => ({ x: x + 60, y }))
  const fitted = arcsThroughPoints(polyline([...there, ...on.slice(1)]), TOLERANCE)
  expect(fitted.ops.length).toBeLessThanOrEqual(4)
  const ends = [...segmentsOf(fitted)].map(({ to }) => Math.hypot(to.x - 40, to.y))
  expect(Math.min(...ends)).toBeLessThan(1e-9)
})

test('a quarter of a million points laid to cost the most are fitted without growing', () => {
  const random = seeded(7)
  for (const wobble of [0, 0.02, 0.2]) {
    const points = Array.from({ length: 250_000 }, (_, i) => ({
      x: (20 + i * 1e-4) * Math.cos(i * 3e-4) + wobble * random(),
      y: (20 + i * 1e-4) * Math.sin(i * 3e-4) + wobble * random(),
    }))
    expect(arcsThroughPoints(polyline(points), TOLERANCE).ops.length).toBeLessThan(points.length)
  }
})
