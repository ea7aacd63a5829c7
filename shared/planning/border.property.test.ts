import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { applyTo } from '#shared/geometry/transform.ts'
import { designOf } from '#shared/testing/arbitraries.ts'
import { borderLayout, SIDES } from './border.ts'
import { factsOf } from './facts.ts'
import { layoutDesigns } from './layout-design.ts'
import { type BorderPlan, firstPlan } from '#shared/domain/quilt-plan.ts'
import { ROUND_THE_BORDER } from './stitching.ts'

const to = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })
const vine = (width: number) =>
  designOf(runFrom({ x: 0, y: 50 }, [to(width / 4, 100), to(width / 2, 0), to(width, 50)]))
const rose = designOf(runFrom({ x: 10, y: 10 }, [to(60, 10), to(60, 60), to(30, 40)]))

const plan = (set: Partial<BorderPlan>): BorderPlan => ({ ...firstPlan(100).border, depthMm: 100, ...set })

const aQuilt = fc.record({
  widthMm: fc.integer({ min: 900, max: 3_000 }),
  heightMm: fc.integer({ min: 900, max: 3_000 }),
})
const corners = fc.constantFrom('pattern' as const, 'mitre' as const, 'gap' as const)

test('each side holds a whole number of repeats that meet, and no other number stretches them less', () => {
  fc.assert(
    fc.property(aQuilt, corners, fc.integer({ min: 60, max: 400 }), (quilt, how, width) => {
      const facts = factsOf(vine(width))!
      const layout = borderLayout(facts, factsOf(rose), plan({ corners: how }), quilt)
      if (!layout.ok) throw new Error(layout.failure.code)
      const sides = layout.value.lines.filter(line => line.part === 'side')
      layout.value.sides.forEach(({ repeats, lengthMm, stretchPercent }, index) => {
        const { places } = sides[index]!
        expect(places).toHaveLength(repeats)
        expect(repeats * facts.advanceMm * (1 + stretchPercent / 100)).toBeCloseTo(lengthMm, 6)
        const off = (count: number) => Math.abs(lengthMm / (count * facts.advanceMm) - 1)
        expect(off(repeats)).toBeLessThanOrEqual(off(repeats + 1))
        if (repeats > 1) expect(off(repeats)).toBeLessThanOrEqual(off(repeats - 1))
        for (let next = 1; next < places.length; next++) {
          const end = applyTo(places[next - 1]!.at, { x: width, y: 50 })
          const start = applyTo(places[next]!.at, { x: 0, y: 50 })
          expect(Math.hypot(end.x - start.x, end.y - start.y)).toBeLessThan(1e-6)
        }
      })
    }),
  )
})

test('the borders lie in their frame, and only corners of a pattern or a mitre fill the corners', () => {
  const quilt = { widthMm: 1_500, heightMm: 1_800 }
  for (const how of ['pattern', 'mitre', 'gap'] as const) {
    const sources = { pattern: vine(200), corner: rose }
    const layout = borderLayout(factsOf(sources.pattern)!, factsOf(rose), plan({ corners: how, insetMm: 20 }), quilt)
    if (!layout.ok) throw new Error(layout.failure.code)
    const made = layoutDesigns(sources, layout.value, ROUND_THE_BORDER, 'one')
    if (!made.ok) throw new Error(made.failure.code)
    const whole = made.value[0]!.make()
    const bounds = boundsOf(whole)!
    expect(bounds.minX).toBeGreaterThanOrEqual(20 - 1e-6)
    expect(bounds.minY).toBeGreaterThanOrEqual(20 - 1e-6)
    expect(bounds.maxX).toBeLessThanOrEqual(1_480 + 1e-6)
    expect(bounds.maxY).toBeLessThanOrEqual(1_780 + 1e-6)
    const inCorner = whole.runs.some(run => {
      for (let at = 0; at < run.coords.length; at += 2) {
        if (run.coords[at]! < 118 && run.coords[at + 1]! > 1_682) return true
      }
      return false
    })
    expect(inCorner).toBe(how !== 'gap')
  }
})

test('the same design lies upright on top and turned a quarter further on each side, its top outwards', () => {
  const layout = borderLayout(factsOf(vine(200))!, null, plan({}), { widthMm: 1_600, heightMm: 1_600 })
  if (!layout.ok) throw new Error(layout.failure.code)
  const tops = layout.value.lines.map(line => applyTo(line.places[0]!.at, { x: 50, y: 100 }))
  expect(SIDES.map((_, index) => [Math.round(tops[index]!.x), Math.round(tops[index]!.y)])).toEqual([
    [150, 1_600],
    [1_600, 1_450],
    [1_450, 0],
    [0, 150],
  ])
})

test('a border without room, and a corner without a pattern, are refused', () => {
  const facts = factsOf(vine(200))!
  const codeOf = (set: Partial<BorderPlan>) => {
    const layout = borderLayout(facts, null, plan(set), { widthMm: 400, heightMm: 900 })
    return layout.ok ? null : layout.failure.code
  }
  expect(codeOf({ depthMm: 198 })).toBe('border-no-room')
  expect(codeOf({ corners: 'pattern' })).toBe('no-corner-pattern')
  expect(codeOf({ depthMm: 2 })).toBe('border-too-narrow')
})
