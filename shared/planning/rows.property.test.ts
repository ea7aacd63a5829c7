import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { designOf } from '#shared/testing/arbitraries.ts'
import { factsOf } from './facts.ts'
import { firstPlan, type RowsPlan } from '#shared/domain/quilt-plan.ts'
import { layoutRows, type RowsLayout } from './rows.ts'

/** A wave of this width and height whose ends are level. */
function wave(width: number, height: number) {
  const to = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })
  return designOf(runFrom({ x: 3, y: 7 }, [to(3 + width / 3, 7 + height), to(3 + width, 7)]))
}

const aPlan = fc.record({
  heightMm: fc.integer({ min: 40, max: 400 }),
  overlapMm: fc.integer({ min: -30, max: 20 }),
  acrossOverlapMm: fc.integer({ min: -5, max: 5 }),
  offset: fc.constantFrom(0, 0.25, 1 / 3, 0.5, 0.9),
  firstRowMm: fc.integer({ min: -30, max: 0 }),
})
const aQuilt = fc.record({
  widthMm: fc.integer({ min: 300, max: 3_000 }),
  heightMm: fc.integer({ min: 300, max: 3_000 }),
})

const plan = (set: Partial<RowsPlan>): RowsPlan => ({ ...firstPlan(100).rows, ...set })

function laid(set: Partial<RowsPlan>, quilt = { widthMm: 1_524, heightMm: 1_828.8 }, design = wave(200, 100)) {
  const layout = layoutRows(factsOf(design)!, plan(set), quilt)
  if (!layout.ok) throw new Error(layout.failure.code)
  return layout.value
}

const lastOf = (layout: RowsLayout) => layout.lines.at(-1)!

test('every row reaches both edges of the quilt, and the rows reach from its top to its bottom', () => {
  fc.assert(
    fc.property(aPlan, aQuilt, (set, quilt) => {
      const layout = laid(set, quilt)
      for (const row of layout.lines) {
        expect(row.leftMm).toBeLessThanOrEqual(1e-6)
        expect(row.rightMm).toBeGreaterThanOrEqual(quilt.widthMm - 1e-3)
      }
      expect(layout.lines[0]!.topMm).toBeGreaterThanOrEqual(quilt.heightMm - 1e-6)
      expect(lastOf(layout).bottomMm).toBeLessThanOrEqual(1e-3)
    }),
  )
})

test('with one row or one repeat less they would not', () => {
  fc.assert(
    fc.property(aPlan, aQuilt, (set, quilt) => {
      const layout = laid(set, quilt)
      const above = layout.lines.at(-2)
      if (above) expect(above.bottomMm).toBeGreaterThan(0)
      for (const row of layout.lines) {
        if (row.places.length > 1) expect(row.rightMm - layout.advanceMm).toBeLessThan(quilt.widthMm)
        expect(row.leftMm + layout.advanceMm).toBeGreaterThan(0)
      }
    }),
  )
})

test('so many rows as she wants fill the quilt exactly, nested or with a gap', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: -20, max: 30 }),
      aQuilt,
      (count, overlapMm, quilt) => {
        fc.pre(quilt.heightMm / count > 80)
        const layout = laid({ by: 'count', count, overlapMm }, quilt)
        expect(layout.lines).toHaveLength(count)
        expect(lastOf(layout).bottomMm).toBeCloseTo(0, 6)
        expect(count * layout.rowHeightMm - (count - 1) * overlapMm).toBeCloseTo(quilt.heightMm, 6)
        expect(layout.trim.bottom).toBeCloseTo(0, 6)
      },
    ),
  )
})

test('a quilt of whole inches takes no repeat more because of rounding', () => {
  const layout = laid({ heightMm: 228.6 }, { widthMm: 1_524, heightMm: 1_828.8 }, wave(381, 228.6))
  expect(layout.lines).toHaveLength(8)
  expect(layout.repeats).toBe(32)
  expect(Math.max(layout.trim.right, layout.trim.bottom)).toBeCloseTo(0, 6)
})

test('every second row is moved by the part of a repeat she asked for', () => {
  const layout = laid({ offset: 0.5 })
  const [first, second, third] = layout.lines
  expect(second!.places[1]!.at.e - first!.places[0]!.at.e).toBeCloseTo(layout.advanceMm / 2, 9)
  expect(third!.places[0]!.at.e).toBeCloseTo(first!.places[0]!.at.e, 9)
  expect(layout.trim.left).toBeCloseTo(layout.advanceMm / 2, 9)
})

test('rows that lie on top of one another are refused, and so are thousands of tiny repeats', () => {
  const facts = factsOf(wave(200, 100))!
  const quilt = { widthMm: 3_000, heightMm: 3_000 }
  const codeOf = (set: Partial<RowsPlan>) => {
    const layout = layoutRows(facts, plan(set), quilt)
    return layout.ok ? null : layout.failure.code
  }
  expect(codeOf({ heightMm: 100, overlapMm: 95 })).toBe('rows-nest-too-far')
  expect(codeOf({ heightMm: 100, acrossOverlapMm: 195 })).toBe('repeats-reach-too-far')
  expect(codeOf({ heightMm: 10 })).toBe('too-many-repeats')
  expect(codeOf({ heightMm: 1 })).toBe('rows-too-low')
})

test('a design goes on by the way from its start to its end where they are level, else by its box', () => {
  expect(factsOf(wave(200, 100))).toMatchObject({ advanceFrom: 'ends', advanceMm: 200, direction: 1 })
  const to = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })
  const nesting = designOf(runFrom({ x: 0, y: 0 }, [to(-20, 50), to(130, 50), to(100, 0)]))
  expect(factsOf(nesting)).toMatchObject({ advanceFrom: 'ends', advanceMm: 100, leftMm: 0 })
  const backwards = designOf(runFrom({ x: 100, y: 0 }, [to(50, 50), to(0, 0)]))
  expect(factsOf(backwards)).toMatchObject({ advanceFrom: 'ends', direction: -1, leftMm: 0 })
  const slanting = designOf(runFrom({ x: 0, y: 0 }, [to(100, 80)]))
  expect(factsOf(slanting)).toMatchObject({ advanceFrom: 'box', advanceMm: 100 })
  expect(factsOf(designOf(runFrom({ x: 0, y: 0 }, [to(100, 0)])))).toBeNull()
})
