import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { aDesign, designOf } from '#shared/testing/arbitraries.ts'
import { factsOf } from './facts.ts'
import { figuresOf } from './figures.ts'
import { layoutDesigns, type Into } from './layout-design.ts'
import { firstPlan, type RowsPlan } from '#shared/domain/quilt-plan.ts'
import { layoutRows } from './rows.ts'
import { EDGE_MM, type HowToStitch, stepsOf } from './stitching.ts'

const to = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })
const wave = designOf(runFrom({ x: 0, y: 0 }, [to(50, 100), to(150, 20), to(200, 0)]))
const QUILT = { widthMm: 900, heightMm: 450 }
const HOW: HowToStitch = { edges: 'trim', order: 'one-way', between: 'jump' }

function made(set: Partial<RowsPlan> = {}, into: Into = 'one', design = wave, quilt = QUILT) {
  const plan = firstPlan(100)
  const rows = { ...plan.rows, ...set }
  const layout = layoutRows(factsOf(design)!, rows, quilt)
  if (!layout.ok) throw new Error(layout.failure.code)
  const how = { ...HOW, ...set }
  const designs = layoutDesigns({ pattern: design }, layout.value, how, into)
  if (!designs.ok) throw new Error(designs.failure.code)
  return {
    layout: layout.value,
    designs: designs.value,
    whole: designs.value[0]!.make(),
    figures: figuresOf(stepsOf({ pattern: design }, layout.value, how), plan.sewing),
  }
}

test('a row of a pattern whose end meets the next start is one line, and the needle goes up between rows', () => {
  const { layout, whole, figures } = made({ edges: 'whole' })
  expect(layout.lines).toHaveLength(5)
  expect(whole.runs).toHaveLength(5)
  expect(figures.within).toEqual({ meets: 20, stitched: 0, jumps: 0, widestMm: 0 })
  expect(figures.between).toMatchObject({ meets: 0, stitched: 0, jumps: 4 })
})

test('to and fro, every second row begins where the one above ended; stitched between, the whole quilt is one line', () => {
  const { whole, figures } = made({ edges: 'whole', order: 'to-and-fro', between: 'stitch' })
  expect(whole.runs).toHaveLength(1)
  expect(figures.between).toMatchObject({ stitched: 4, jumps: 0, widestMm: 100 })
  expect(measureDesign(whole).stitchedLengthMm).toBeCloseTo(figures.stitchedMm, 6)
})

test('nothing is stitched beyond the edges of the quilt, whatever the pattern and the rows are', () => {
  fc.assert(
    fc.property(
      aDesign({ maxSegments: 5, maxRuns: 2 }),
      fc.constantFrom(0, 0.5),
      fc.constantFrom('one-way' as const, 'to-and-fro' as const),
      (design, offset, order) => {
        const facts = factsOf(design)
        fc.pre(facts !== null && facts.advanceMm / facts.heightMm > 0.2 && facts.advanceMm / facts.heightMm < 5)
        const { whole } = made({ heightMm: 100, offset, order }, 'one', design)
        const bounds = boundsOf(whole)!
        expect(Math.min(bounds.minX, bounds.minY)).toBeGreaterThan(-EDGE_MM - 1e-6)
        expect(bounds.maxX).toBeLessThan(QUILT.widthMm + EDGE_MM + 1e-6)
        expect(bounds.maxY).toBeLessThan(QUILT.heightMm + EDGE_MM + 1e-6)
      },
    ),
    { numRuns: 60 },
  )
})

test('the figures are those of the design that is made', () => {
  fc.assert(
    fc.property(
      aDesign({ maxSegments: 4, maxRuns: 2, pauses: true }),
      fc.constantFrom('trim' as const, 'whole' as const),
      fc.constantFrom('one-way' as const, 'to-and-fro' as const),
      fc.constantFrom('jump' as const, 'stitch' as const),
      (design, edges, order, between) => {
        const facts = factsOf(design)
        fc.pre(facts !== null && facts.advanceMm / facts.heightMm > 0.2 && facts.advanceMm / facts.heightMm < 5)
        fc.pre(design.runs[0]!.pauseBefore === undefined)
        const { whole, figures } = made({ heightMm: 100, offset: 0.5, edges, order, between }, 'one', design)
        const measures = measureDesign(whole)
        expect(measures.stitchedLengthMm).toBeCloseTo(figures.stitchedMm, 2)
        expect(measures.travelLengthMm).toBeCloseTo(figures.travelMm, 2)
        expect(measures.jumps).toBe(figures.jumps)
        expect(measures.points).toBeLessThanOrEqual(figures.points)
      },
    ),
    { numRuns: 60 },
  )
})

test('crests that rounding lifts a hair over the edge are not cut', () => {
  const hair = designOf(runFrom({ x: 0, y: 0 }, [to(50, 100), to(150, 20), to(200, 0)]))
  const { figures } = made({ heightMm: 90.02 }, 'one', hair, { widthMm: 889, heightMm: 450 })
  expect(figures.atEdges).toBe(0)
  expect(figures.jumps).toBe(4)
})

test('whole repeats are as long as so many patterns', () => {
  const { layout, figures } = made({ edges: 'whole' })
  expect(figures.stitchedMm).toBeCloseTo(layout.repeats * measureDesign(wave).stitchedLengthMm, 6)
})

test('row by row there is a design for each, and together they are the whole', () => {
  const { designs, figures } = made({ offset: 0.5 }, 'per-line')
  expect(designs.map(design => design.line)).toEqual([1, 2, 3, 4, 5].map(number => ({ part: 'row', number })))
  const together = designs.reduce((sum, { make }) => sum + measureDesign(make()).stitchedLengthMm, 0)
  expect(together).toBeCloseTo(figures.stitchedMm, 6)
})

test('more than a million points are refused as one file and possible row by row', () => {
  const many = designOf(
    runFrom({ x: 0, y: 0 }, [
      ...Array.from({ length: 60_000 }, (_, index) => to((index * 200) / 60_000, 50 + 50 * Math.sin(index / 900))),
      to(200, 0),
    ]),
  )
  const layout = layoutRows(factsOf(many)!, { ...firstPlan(100).rows, heightMm: 100 }, QUILT)
  if (!layout.ok) throw new Error(layout.failure.code)
  const one = layoutDesigns({ pattern: many }, layout.value, HOW, 'one')
  expect(one.ok ? null : one.failure.code).toBe('too-many-points')
  expect(layoutDesigns({ pattern: many }, layout.value, HOW, 'per-line').ok).toBe(true)
})

test('more pieces than any pattern may have are refused as one file and possible row by row', () => {
  const specks = Array.from({ length: 200 }, (_, index) =>
    runFrom({ x: index, y: index % 2 === 0 ? 0 : 195 }, [to(index, (index % 2 === 0 ? 0 : 195) + 5)]),
  )
  const design = designOf(...specks)
  const layout = layoutRows(factsOf(design)!, { ...firstPlan(100).rows, heightMm: 18 }, QUILT)
  if (!layout.ok) throw new Error(layout.failure.code)
  const one = layoutDesigns({ pattern: design }, layout.value, HOW, 'one')
  expect(one.ok ? null : one.failure.code).toBe('too-many-pieces')
  expect(layoutDesigns({ pattern: design }, layout.value, HOW, 'per-line').ok).toBe(true)
})
