import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from './design.ts'
import { isSoundNurbs, type Nurbs, nurbsToCubics, startOfNurbs } from './nurbs.ts'

/** The curve by the Cox and de Boor recursion of basis functions, slow and obvious. */
function pointAt({ degree, knots, points, weights }: Nurbs, t: number): Point {
  const basis = (i: number, p: number): number => {
    if (p === 0) return t >= knots[i]! && t < knots[i + 1]! ? 1 : 0
    const left = knots[i + p]! - knots[i]!
    const right = knots[i + p + 1]! - knots[i + 1]!
    return (
      (left === 0 ? 0 : ((t - knots[i]!) / left) * basis(i, p - 1)) +
      (right === 0 ? 0 : ((knots[i + p + 1]! - t) / right) * basis(i + 1, p - 1))
    )
  }
  let x = 0
  let y = 0
  let w = 0
  for (let i = 0; i < points.length / 2; i++) {
    const share = basis(i, degree) * (weights?.[i] ?? 1)
    x += share * points[2 * i]!
    y += share * points[2 * i + 1]!
    w += share
  }
  return { x: x / w, y: y / w }
}

function aNurbs({ maxDegree, weighted }: { maxDegree: number; weighted: boolean }): fc.Arbitrary<Nurbs> {
  const coordinate = fc.integer({ min: -100, max: 100 })
  return fc
    .tuple(fc.integer({ min: 1, max: maxDegree }), fc.integer({ min: 0, max: 6 }), fc.boolean())
    .chain(([degree, extra, clamped]) => {
      const count = degree + 1 + extra
      return fc.record({
        degree: fc.constant(degree),
        points: fc.array(coordinate, { minLength: 2 * count, maxLength: 2 * count }),
        steps: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: count + degree, maxLength: count + degree }),
        clamped: fc.constant(clamped),
        weights: fc.array(fc.integer({ min: 5, max: 30 }), { minLength: count, maxLength: count }),
      })
    })
    .map(({ degree, points, steps, clamped, weights }) => {
      const count = points.length / 2
      const knots = [0]
      for (const step of steps) knots.push(knots.at(-1)! + step)
      if (clamped)
        for (let i = 0; i <= degree; i++) {
          knots[i] = 0
          knots[count + i] = Math.max(1, knots[count]!)
        }
      return { degree, knots, points, ...(weighted && { weights: weights.map(weight => weight / 10) }) }
    })
    .filter(isSoundNurbs)
}

function cubicsOf(nurbs: Nurbs, tolerance: number): Point[] {
  const points: Point[] = []
  let { x: x0, y: y0 } = startOfNurbs(nurbs)
  nurbsToCubics(nurbs, tolerance, (c1x, c1y, c2x, c2y, x, y) => {
    for (let i = 0; i <= 40; i++) {
      const t = i / 40
      const s = 1 - t
      points.push({
        x: s * s * s * x0 + 3 * s * s * t * c1x + 3 * s * t * t * c2x + t * t * t * x,
        y: s * s * s * y0 + 3 * s * s * t * c1y + 3 * s * t * t * c2y + t * t * t * y,
      })
    }
    x0 = x
    y0 = y
  })
  return points
}

/** Greatest distance of the true curve from the cubics. */
function strays(nurbs: Nurbs, cubics: readonly Point[]): number {
  const first = nurbs.knots[nurbs.degree]!
  const last = nurbs.knots[nurbs.points.length / 2]!
  let worst = 0
  for (let i = 0; i < 60; i++) {
    const p = pointAt(nurbs, first + ((last - first) * i) / 60)
    let best = Number.POSITIVE_INFINITY
    for (let j = 1; j < cubics.length; j++) best = Math.min(best, distanceToChord(p, cubics[j - 1]!, cubics[j]!))
    worst = Math.max(worst, best)
  }
  return worst
}

function distanceToChord(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length))
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy)
}

describe('splines as cubics', () => {
  test('without weights and up to degree three the cubics are the curve', () => {
    fc.assert(
      fc.property(aNurbs({ maxDegree: 3, weighted: false }), nurbs => {
        // What is left is the sagitta of the 40 chords each cubic is looked at with.
        expect(strays(nurbs, cubicsOf(nurbs, 1))).toBeLessThan(0.15)
        for (const tolerance of [1, 1e-6]) expect(cubicsOf(nurbs, tolerance)).toEqual(cubicsOf(nurbs, 1))
      }),
      { numRuns: 200 },
    )
  })

  test('with weights or of a higher degree they stray no further than the tolerance', () => {
    fc.assert(
      fc.property(aNurbs({ maxDegree: 6, weighted: true }), nurbs => {
        expect(strays(nurbs, cubicsOf(nurbs, 0.005))).toBeLessThan(0.16)
      }),
      { numRuns: 100 },
    )
  })

  test('a quarter circle as a rational spline is one to a thousandth', () => {
    const quarter: Nurbs = {
      degree: 2,
      knots: [0, 0, 0, 1, 1, 1],
      points: [10, 0, 10, 10, 0, 10],
      weights: [1, Math.SQRT1_2, 1],
    }
    for (const { x, y } of cubicsOf(quarter, 0.001)) expect(Math.abs(Math.hypot(x, y) - 10)).toBeLessThan(0.001)
  })

  test('a clamped cubic with triple inner knots is its control points', () => {
    const told: number[][] = []
    const points = [0, 0, 1, 2, 3, 2, 4, 0, 5, -2, 7, -2, 8, 0]
    nurbsToCubics({ degree: 3, knots: [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2], points }, 1, (...numbers) =>
      told.push(numbers),
    )
    expect(told).toEqual([points.slice(2, 8), points.slice(8)])
  })
})

test.each<[string, Nurbs]>([
  ['knots missing', { degree: 3, knots: [0, 0, 0, 1, 1, 1], points: [0, 0, 1, 1, 2, 2, 3, 3] }],
  ['falling knots', { degree: 1, knots: [0, 2, 1, 3], points: [0, 0, 1, 1] }],
  ['no span', { degree: 1, knots: [1, 1, 1, 1], points: [0, 0, 1, 1] }],
  ['too few points', { degree: 3, knots: [0, 0, 0, 1, 1, 1], points: [0, 0, 1, 1] }],
  ['a weight of zero', { degree: 1, knots: [0, 0, 1, 1], points: [0, 0, 1, 1], weights: [1, 0] }],
  ['a torn middle', { degree: 1, knots: [0, 0, 1, 1, 2, 2], points: [0, 0, 1, 1, 2, 2, 3, 3] }],
  ['half a point', { degree: 1, knots: [0, 0, 1, 1], points: [0, 0, 1] }],
  ['degree zero', { degree: 0, knots: [0, 1, 2], points: [0, 0, 1, 1] }],
])('a spline with %s is not sound', (_, nurbs) => {
  expect(isSoundNurbs(nurbs)).toBe(false)
})
