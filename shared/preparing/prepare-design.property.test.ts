import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countPoints, type Design, type Run } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { aDesign, designOf } from '#shared/testing/arbitraries.ts'
import { preparation, type Preparation } from '#shared/contract/library/preparation.ts'
import { prepareDesign } from './prepare-design.ts'
import { pointsInFile } from './reduce-points.ts'

const recipe = (some: Partial<Preparation>): Preparation => preparation.parse(some)
const prepared = (design: Design, some: Partial<Preparation>) => prepareDesign(design, recipe(some))
const twice = (design: Design, some: Partial<Preparation>) => prepared(prepared(design, some).design, some).design

function expectSame(made: Design, wanted: Design): void {
  expect(made.runs.length).toBe(wanted.runs.length)
  for (const [index, run] of made.runs.entries()) {
    const other = wanted.runs[index]!
    expect([...run.ops]).toEqual([...other.ops])
    expect(run.pauseBefore).toBe(other.pauseBefore)
    for (const [at, value] of run.coords.entries()) expect(Math.abs(value - other.coords[at]!)).toBeLessThan(1e-6)
  }
}

test('nothing asked for, nothing changed', () => {
  fc.assert(
    fc.property(aDesign({ pauses: true }), design => {
      const { design: same, facts } = prepared(design, {})
      expect(same).toEqual(design)
      expect(facts.deviationMm).toBe(0)
    }),
  )
})

test('mirrored twice it is as it was, either way round', () => {
  fc.assert(
    fc.property(aDesign({ pauses: true }), fc.constantFrom('mirrorX', 'mirrorY'), (design, way) =>
      expectSame(twice(design, { [way]: true }), design),
    ),
  )
})

test('reversed twice it is as it was, pauses and all; reversed once it starts where it ended', () => {
  fc.assert(
    fc.property(aDesign({ pauses: true }), design => {
      const once = prepared(design, { reverse: true }).design
      const [before, after] = [measureDesign(design), measureDesign(once)]
      expect(after.start).toEqual(before.end)
      expect(after.end).toEqual(before.start)
      expect(after.pauses).toBe(before.pauses)
      expect(after.stitchedLengthMm).toBeCloseTo(before.stitchedLengthMm, 6)
      expectSame(twice(design, { reverse: true }), design)
    }),
  )
})

test('reversed it passes over the very same places, rounded arcs too', () => {
  fc.assert(
    fc.property(aDesign({ maxRuns: 2, maxSegments: 4 }), design => {
      const once = prepared(design, { reverse: true }).design
      const { distanceMm, errorMm } = hausdorff(design, once, { stepMm: 0.5 })
      expect(distanceMm).toBeLessThan(errorMm + 1e-6)
    }),
    { numRuns: 40 },
  )
})

test('brought to the size it has, nothing moves; brought to a width, it has that width and its proportions', () => {
  fc.assert(
    fc.property(aDesign(), fc.double({ min: 10, max: 3000, noNaN: true }), (design, widthMm) => {
      const { facts } = prepared(design, {})
      fc.pre(facts.widthMm > 1 && facts.heightMm > 1)
      expectSame(prepared(design, { widthMm: facts.widthMm }).design, design)
      const wide = prepared(design, { widthMm }).facts
      expect(wide.widthMm).toBeCloseTo(widthMm, 6)
      expect(wide.heightMm / wide.widthMm).toBeCloseTo(facts.heightMm / facts.widthMm, 6)
      expect(wide.size).toBe('stated')
    }),
  )
})

test('width and height both given, it has both', () => {
  fc.assert(
    fc.property(aDesign(), design => {
      const { facts } = prepared(design, {})
      fc.pre(facts.widthMm > 1 && facts.heightMm > 1)
      const free = prepared(design, { widthMm: 300, heightMm: 100 }).facts
      expect(free.widthMm).toBeCloseTo(300, 2)
      expect(free.heightMm).toBeCloseTo(100, 2)
    }),
  )
})

const aRing = fc
  .tuple(aDesign({ maxRuns: 1 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([design, share]): [Design, number] => [designOf(closed(design.runs[0]!)), share])

function closed(run: Run): Run {
  const start = { x: run.coords[0]!, y: run.coords[1]! }
  const back = runFrom(start, [
    { kind: 'line', to: { x: start.x + 10, y: start.y } },
    { kind: 'line', to: start },
  ])
  return {
    ops: Uint8Array.of(...run.ops, ...back.ops.subarray(1)),
    coords: Float64Array.of(...run.coords, ...back.coords.subarray(4)),
  }
}

test('a ring may begin anywhere: the same stitches, as long, still a ring, no jump more', () => {
  fc.assert(
    fc.property(aRing, ([design, share]) => {
      const { design: begun, warnings } = prepared(design, { startAt: share })
      const [before, after] = [measureDesign(design), measureDesign(begun)]
      expect(warnings).toEqual([])
      expect(after.stitchedLengthMm).toBeCloseTo(before.stitchedLengthMm, 3)
      expect(after.jumps).toBe(before.jumps)
      expect(after.closed).toBe(true)
      const { distanceMm, errorMm } = hausdorff(design, begun, { stepMm: 0.5 })
      expect(distanceMm).toBeLessThan(errorMm + 1e-6)
    }),
    { numRuns: 60 },
  )
})

test('several runs that come back to their start are one ring and gain no jump, wherever it begins', () => {
  const triangle = designOf(
    runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 10, y: 0 } }]),
    runFrom({ x: 12, y: 0 }, [{ kind: 'line', to: { x: 6, y: 9 } }]),
    runFrom({ x: 4, y: 9 }, [{ kind: 'line', to: { x: 0, y: 0 } }]),
  )
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), share => {
      const { design } = prepared(triangle, { startAt: share })
      const after = measureDesign(design)
      expect(after.jumps).toBeLessThanOrEqual(2)
      expect(after.stitchedLengthMm).toBeCloseTo(measureDesign(triangle).stitchedLengthMm, 6)
      expect(after.travelLengthMm).toBeLessThanOrEqual(4 + 1e-6)
    }),
  )
})

test('a line with two ends begins at one of them, and says so', () => {
  const line = designOf(runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 100, y: 0 } }]))
  const { design, warnings } = prepared(line, { startAt: 0.5 })
  expect(design).toEqual(line)
  expect(warnings.map(warning => warning.code)).toEqual(['start-not-moved'])
})

test('a point budget is kept or its breach is said; starts and ends stay, and the deviation told is true', () => {
  fc.assert(
    fc.property(
      aDesign({ maxSegments: 30 }),
      fc.integer({ min: 2, max: 60 }),
      fc.constantFrom('as-they-are' as const, 'arcs' as const, 'lines' as const),
      (design, mostPoints, curves) => {
        const { design: thin, facts, warnings } = prepared(design, { mostPoints, curves })
        const above = warnings.some(warning => warning.code === 'points-above')
        expect(facts.pointsAfter <= mostPoints || above).toBe(true)
        expect(pointsInFile(thin)).toBe(facts.pointsAfter)
        expect(thin.runs.length).toBe(design.runs.length)
        const [before, after] = [measureDesign(design), measureDesign(thin)]
        expect([after.start, after.end]).toEqual([before.start, before.end])
        const { distanceMm, errorMm } = hausdorff(design, thin, { stepMm: 0.5 })
        expect(Math.abs(distanceMm - facts.deviationMm)).toBeLessThan(errorMm + 0.05)
      },
    ),
    { numRuns: 60 },
  )
})

test('a line of thousands of points comes down to a tenth and strays less than a hair', () => {
  const points = Array.from({ length: 5000 }, (_, i) => ({ x: i / 10, y: 20 * Math.sin(i / 150) }))
  const design = designOf(
    runFrom(
      points[0]!,
      points.slice(1).map(to => ({ kind: 'line' as const, to })),
    ),
  )
  const { facts } = prepared(design, { mostPoints: 500 })
  expect(facts.pointsAfter).toBeLessThanOrEqual(500)
  expect(facts.deviationMm).toBeLessThan(0.05)
})

test('a circle told in eight arcs comes down to one, as a file tells it in three', () => {
  const at = (eighths: number) => ({
    x: 20 * Math.cos((eighths * Math.PI) / 4),
    y: 20 * Math.sin((eighths * Math.PI) / 4),
  })
  const arcs = Array.from({ length: 8 }, (_, i) => ({
    kind: 'arc' as const,
    to: at(i + 1),
    centre: { x: 0, y: 0 },
    sweep: Math.PI / 4,
  }))
  const { facts } = prepared(designOf(runFrom(at(0), arcs)), { mostPoints: 4 })
  expect(facts).toMatchObject({ pointsBefore: 9, pointsAfter: 4 })
  expect(facts.deviationMm).toBeLessThan(0.001)
})

test('straight lines only means straight lines only, within a hair', () => {
  fc.assert(
    fc.property(aDesign({ maxSegments: 4 }), design => {
      const { design: lines, facts } = prepared(design, { curves: 'lines' })
      expect(lines.runs.every(run => run.ops.every(op => op === 1))).toBe(true)
      expect(facts.deviationMm).toBeLessThan(0.03)
      expect(countPoints(lines)).toBeGreaterThanOrEqual(lines.runs.length)
    }),
    { numRuns: 40 },
  )
})
