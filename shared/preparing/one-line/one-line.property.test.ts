import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Design, Point, Run } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { aDesign, designOf } from '#shared/testing/arbitraries.ts'
import { preparation } from '#shared/contract/library/preparation.ts'
import { prepareDesign } from '../prepare-design.ts'

const line = (...points: [number, number][]): Run =>
  runFrom(
    at(points[0]!),
    points.slice(1).map(point => ({ kind: 'line' as const, to: at(point) })),
  )
const at = ([x, y]: [number, number]): Point => ({ x, y })
const joined = (design: Design, oneLine: 'once' | 'twice', joinGapsMm: number | null = null) =>
  prepareDesign(design, preparation.parse({ oneLine, joinGapsMm }))

const way = fc.constantFrom('once' as const, 'twice' as const)

/** Grid lines of a few squares: many ends that meet, and places of every kind. */
const aLattice = fc
  .uniqueArray(fc.record({ x: fc.nat(4), y: fc.nat(4), up: fc.boolean(), turned: fc.boolean() }), {
    minLength: 1,
    maxLength: 30,
    selector: ({ x, y, up }) => `${x} ${y} ${up}`,
  })
  .map(sides =>
    designOf(
      ...sides.map(({ x, y, up, turned }) => {
        const from: [number, number] = [10 * x, 10 * y]
        const to: [number, number] = up ? [10 * x, 10 * y + 10] : [10 * x + 10, 10 * y]
        return turned ? line(to, from) : line(from, to)
      }),
    ),
  )

test('never a jump more, never further with the needle up, and the same places stitched', () => {
  fc.assert(
    fc.property(fc.oneof(aDesign({ maxRuns: 6, maxSegments: 3 }), aLattice), way, (design, oneLine) => {
      const { design: made, facts } = joined(design, oneLine)
      expect(facts.runsAfter).toBeLessThanOrEqual(facts.runsBefore)
      if (facts.runsAfter === facts.runsBefore)
        expect(facts.travelAfterMm).toBeLessThanOrEqual(facts.travelBeforeMm + 1e-9)
      const { distanceMm, errorMm } = hausdorff(design, made, { stepMm: 0.5 })
      expect(distanceMm).toBeLessThan(0.127 + errorMm)
    }),
    { numRuns: 80 },
  )
})

test('without stitching back, as long as it was', () => {
  fc.assert(
    fc.property(aLattice, design => {
      const { facts } = joined(design, 'once')
      expect(facts.stitchedAfterMm).toBeCloseTo(facts.stitchedBeforeMm, 6)
    }),
  )
})

test('with stitching back, what hangs together is one line, and nothing is stitched more than twice as long', () => {
  fc.assert(
    fc.property(aLattice, design => {
      const { facts } = joined(design, 'twice')
      expect(facts.runsAfter).toBe(partsOf(design))
      expect(facts.stitchedAfterMm).toBeLessThanOrEqual(2 * facts.stitchedBeforeMm + 1e-6)
    }),
  )
})

test('the same runs always come out the same', () => {
  fc.assert(
    fc.property(aLattice, way, (design, oneLine) => {
      expect(joined(design, oneLine)).toEqual(joined(design, oneLine))
    }),
    { numRuns: 20 },
  )
})

describe('a quilter sees', () => {
  test('a square told as four sides stitched as one, without a jump', () => {
    const square = designOf(
      line([0, 0], [10, 0]),
      line([10, 10], [0, 10]),
      line([0, 10], [0, 0]),
      line([10, 0], [10, 10]),
    )
    expect(joined(square, 'once').facts).toMatchObject({ runsAfter: 1, travelAfterMm: 0 })
  })

  test('a cross of two lines is one line only by stitching back over two of its arms', () => {
    const cross = designOf(line([0, 5], [10, 5]), line([5, 0], [5, 10]))
    const back = joined(cross, 'twice')
    expect(back.facts.runsAfter).toBe(1)
    expect(back.facts.stitchedAfterMm).toBeCloseTo(30, 6)
    expect(joined(cross, 'once').facts.runsAfter).toBe(2)
  })

  test('two circles that cross become one line, nothing stitched twice', () => {
    const circle = (x: number): Run =>
      runFrom({ x: x + 10, y: 0 }, [{ kind: 'arc', to: { x: x + 10, y: 0 }, centre: { x, y: 0 }, sweep: 2 * Math.PI }])
    const { facts } = joined(designOf(circle(0), circle(12)), 'once')
    expect(facts.runsAfter).toBe(1)
    expect(facts.stitchedAfterMm).toBeCloseTo(facts.stitchedBeforeMm, 1)
  })

  test('a stem on the middle of a line joined by stitching back over the stem', () => {
    const stem = designOf(line([0, 0], [20, 0]), line([10, 0], [10, 5]))
    const { design, facts } = joined(stem, 'twice')
    expect(facts.runsAfter).toBe(1)
    expect(facts.stitchedAfterMm).toBeCloseTo(30, 6)
    expect(measureDesign(design).start).toEqual({ x: 0, y: 0 })
  })

  test('an edge-to-edge line told in pieces starts at the left and ends at the right as it did', () => {
    const panto = designOf(line([0, 0], [10, 0]), line([10, 0], [10, 8]), line([10, 0], [20, 0]))
    const { start, end } = measureDesign(joined(panto, 'twice').design)
    expect([start, end]).toEqual([
      { x: 0, y: 0 },
      { x: 20, y: 0 },
    ])
  })

  test('what does not touch stays apart, with the sentence how many pieces and how far', () => {
    const apart = designOf(line([0, 0], [10, 0]), line([50, 0], [60, 0]), line([30, 0], [20, 0]))
    const { facts, warnings } = joined(apart, 'twice')
    expect(facts).toMatchObject({ runsAfter: 3, travelAfterMm: 30 })
    expect(warnings.map(warning => warning.message)).toEqual([
      'The lines do not touch everywhere. 3 pieces are left, with 30.0 mm to go with the needle up.',
    ])
  })

  test('a pause stays before what follows it', () => {
    const paused = designOf(
      line([0, 0], [10, 0]),
      line([10, 0], [20, 0]),
      { ...line([20, 0], [30, 0]), pauseBefore: 'red thread' },
      line([30, 0], [40, 0]),
    )
    const { design } = joined(paused, 'once')
    expect(design.runs.map(run => run.pauseBefore)).toEqual([undefined, 'red thread'])
  })

  test('gaps as wide as she says are closed', () => {
    const gaps = designOf(line([0, 0], [10, 0]), line([10.4, 0], [20, 0]))
    expect(joined(gaps, 'once').facts.runsAfter).toBe(2)
    expect(joined(gaps, 'once', 0.5).facts.runsAfter).toBe(1)
  })
})

function partsOf({ runs }: Design): number {
  const key = (x: number, y: number): string => `${x} ${y}`
  const parent = new Map<string, string>()
  const find = (place: string): string => {
    const up = parent.get(place) ?? place
    return up === place ? place : find(up)
  }
  for (const { coords } of runs) {
    const [a, b] = [find(key(coords[0]!, coords[1]!)), find(key(coords[2]!, coords[3]!))]
    parent.set(a, b)
    if (!parent.has(b)) parent.set(b, b)
  }
  return new Set([...parent.keys()].map(find)).size
}
