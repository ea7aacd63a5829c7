import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { flattenDesign } from '#shared/geometry/flatten.ts'
import { reverseDesign } from '#shared/geometry/reverse.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { mirror, rotate, scale, translate } from '#shared/geometry/transform.ts'
import { figures } from '#shared/starter/figures/all.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { aDesign, designOf } from '#shared/testing/arbitraries.ts'
import { describe, type Description } from './describe.ts'
import { DIMS, PART } from './dims.ts'

const PARTS = { motif: 0, whole: 1, upright: 2 } as const
type Part = keyof typeof PARTS

/** 1: the same; two designs of different families are about 0 apart, and above 0.6 in one of a hundred pairs. */
function likeness(a: Description, b: Description, part: Part): number {
  let sum = 0
  for (let at = PARTS[part] * PART; at < (PARTS[part] + 1) * PART; at++) sum += a.vector[at]! * b.vector[at]!
  return sum / 127 ** 2
}

const described = (design: Design): Description => {
  const description = describe(design)
  if (description === null) throw new Error('not described')
  return description
}

const aPattern = () => fc.constantFrom(...starterPatterns).map(pattern => pattern.draw())

/** Told as chords `step` millimetres long, as another program writes the same line. */
function resampled(design: Design, step: number): Design {
  return polylines(flattenDesign(design, 0.02).map(line => stepped(line, step)))
}

function stepped(line: Float64Array, step: number): number[] {
  const out = [line[0]!, line[1]!]
  let rest = step
  for (let at = 2; at < line.length; at += 2) {
    const [x, y] = [line[at - 2]!, line[at - 1]!]
    const [dx, dy] = [line[at]! - x, line[at + 1]! - y]
    const size = Math.hypot(dx, dy)
    for (; rest <= size; rest += step) out.push(x + (dx * rest) / size, y + (dy * rest) / size)
    rest -= size
  }
  out.push(line.at(-2)!, line.at(-1)!)
  return out
}

function polylines(lines: readonly (readonly number[])[]): Design {
  return designOf(
    ...lines.map(line => {
      const points = Array.from({ length: line.length / 2 }, (_, k) => ({ x: line[2 * k]!, y: line[2 * k + 1]! }))
      return runFrom(
        points[0]!,
        points.slice(1).map(to => ({ kind: 'line', to }) as const),
      )
    }),
  )
}

test('a design is described alike in any size and any place', () => {
  fc.assert(
    fc.property(
      aPattern(),
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      fc.double({ min: -5_000, max: 5_000, noNaN: true }),
      (design, size, shift) => {
        const [one, other] = [described(design), described(translate(scale(design, size), shift, -shift / 3))]
        for (let at = 0; at < DIMS; at++) expect(Math.abs(one.vector[at]! - other.vector[at]!)).toBeLessThanOrEqual(3)
        expect(other.lengthOverGyration / one.lengthOverGyration).toBeCloseTo(1, 3)
        expect(other.localScaleMm / one.localScaleMm / size).toBeCloseTo(1, 2)
      },
    ),
    { numRuns: 60 },
  )
})

test.each([
  ['motif', 0.93],
  ['whole', 0.96],
  ['upright', 0.98],
] as const)('sewn backwards or told in other points, the %s part stays above %d', (part, least) => {
  fc.assert(
    fc.property(aPattern(), fc.double({ min: 0.3, max: 1, noNaN: true }), (design, step) => {
      const here = described(design)
      expect(likeness(here, described(reverseDesign(design)), part)).toBeGreaterThan(least)
      expect(likeness(here, described(resampled(design, step)), part)).toBeGreaterThan(least)
    }),
    { numRuns: 40 },
  )
})

test('a closed line may begin anywhere', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 299 }), fc.integer({ min: 3, max: 9 }), (shift, petals) => {
      const ring = flattenDesign(closedFlower(petals), 0.02)[0]!
      const [one, other] = [described(polylines([[...ring]])), described(polylines([begunAt(ring, shift)]))]
      expect(likeness(one, other, 'motif')).toBeGreaterThan(0.93)
      expect(likeness(one, other, 'whole')).toBeGreaterThan(0.9)
      expect(likeness(one, other, 'upright')).toBeGreaterThan(0.97)
    }),
    { numRuns: 30 },
  )
})

function begunAt(ring: Float64Array, shift: number): number[] {
  const points = ring.length / 2 - 1
  return Array.from({ length: points + 1 }, (_, k) => {
    const at = (k + shift) % points
    return [ring[2 * at]!, ring[2 * at + 1]!]
  }).flat()
}

function closedFlower(petals: number): Design {
  const points = Array.from({ length: 301 }, (_, k) => {
    const angle = (k / 300) * 2 * Math.PI
    const radius = 60 + 25 * Math.cos(petals * angle)
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })
  return polylines([points.flat()])
}

test('the motif and whole parts know neither turn nor mirror; the upright part knows both', () => {
  const turned: number[] = []
  fc.assert(
    fc.property(aPattern(), fc.double({ min: 40, max: 140, noNaN: true }), fc.boolean(), (design, degrees, flip) => {
      const here = described(design)
      const moved = rotate(flip ? mirror(design, 'x') : design, (degrees * Math.PI) / 180)
      expect(likeness(here, described(moved), 'motif')).toBeGreaterThan(0.93)
      expect(likeness(here, described(moved), 'whole')).toBeGreaterThan(0.96)
      turned.push(likeness(here, described(moved), 'upright'))
    }),
    { numRuns: 60 },
  )
  // A few designs look the same turned by a quarter; most do not.
  turned.sort((a, b) => a - b)
  expect(turned[turned.length >> 1]).toBeLessThan(0.6)
})

test('a motif keeps its motif part in a border and in a four-up block, and its whole part does not', () => {
  const rows: { border: number; block: number; whole: number }[] = []
  for (const draw of Object.values(figures).slice(0, 40)) {
    const path = (
      draw as () => { start: readonly [number, number]; strokes: readonly { to: readonly [number, number] }[] }
    )()
    const line = [path.start, ...path.strokes.map(({ to }) => to)].flat()
    if (line.length < 16) continue
    const one = polylines([line])
    const here = described(one)
    const wide = Math.max(...line.filter((_, k) => k % 2 === 0)) - Math.min(...line.filter((_, k) => k % 2 === 0))
    const border = designOf(...[0, 1, 2, 3, 4].map(k => translate(one, k * wide * 1.1, 0).runs[0]!))
    const block = designOf(...[0, 1, 2, 3].map(k => rotate(translate(one, wide, wide), (k * Math.PI) / 2).runs[0]!))
    rows.push({
      border: likeness(here, described(border), 'motif'),
      block: likeness(here, described(block), 'motif'),
      whole: likeness(here, described(border), 'whole'),
    })
  }
  const median = (of: (row: (typeof rows)[number]) => number) => rows.map(of).sort((a, b) => a - b)[rows.length >> 1]!
  expect(median(row => row.border)).toBeGreaterThan(0.9)
  expect(median(row => row.block)).toBeGreaterThan(0.9)
  expect(median(row => row.whole)).toBeLessThan(0.7)
})

test('whatever is drawn, describing never throws and gives finite numbers or nothing', () => {
  fc.assert(
    fc.property(aDesign({ maxRuns: 6 }), design => {
      const description = describe(design)
      if (description === null) return
      expect(description.vector).toHaveLength(DIMS)
      expect(Number.isFinite(description.lengthOverGyration)).toBe(true)
      expect(description.localScaleMm).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})
