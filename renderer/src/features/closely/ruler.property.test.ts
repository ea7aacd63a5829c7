import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Units } from '#renderer/i18n/units.ts'
import { rulerTicks } from './ruler.ts'

const view = fc.record({
  units: fc.constantFrom<Units>('in', 'cm'),
  from: fc.double({ min: -200, max: 200, noNaN: true }),
  px: fc.integer({ min: 50, max: 3000 }),
  pxPerUnit: fc.double({ min: 0.05, max: 4000, noNaN: true }),
  numberPx: fc.integer({ min: 30, max: 120 }),
})

test('marks never blur together and numbers never run into each other', () => {
  fc.assert(
    fc.property(view, ({ units, from, px, pxPerUnit, numberPx }) => {
      const ticks = rulerTicks(units, from, from + px / pxPerUnit, pxPerUnit, numberPx)
      expect(ticks.length).toBeLessThanOrEqual(px / 6 + 2)
      const numbers = ticks.filter(tick => tick.label !== null)
      for (let index = 1; index < numbers.length; index++) {
        const gap = (numbers[index]!.at - numbers[index - 1]!.at) * pxPerUnit
        expect(gap).toBeGreaterThanOrEqual(numberPx - 1e-6)
      }
    }),
  )
})

test('every mark is inside the strip, in order and evenly apart', () => {
  fc.assert(
    fc.property(view, ({ units, from, px, pxPerUnit, numberPx }) => {
      const to = from + px / pxPerUnit
      const ticks = rulerTicks(units, from, to, pxPerUnit, numberPx)
      const step = ticks.length > 1 ? ticks[1]!.at - ticks[0]!.at : 0
      ticks.forEach((tick, index) => {
        expect(tick.at).toBeGreaterThanOrEqual(from - 1e-6)
        expect(tick.at).toBeLessThanOrEqual(to + 1e-6)
        if (index > 0) expect(tick.at - ticks[index - 1]!.at).toBeCloseTo(step, 6)
      })
    }),
  )
})

test('zero is a mark with its number wherever it is in sight', () => {
  fc.assert(
    fc.property(view, ({ units, px, pxPerUnit, numberPx }) => {
      const span = px / pxPerUnit
      expect(rulerTicks(units, -span / 2, span / 2, pxPerUnit, numberPx)).toContainEqual(
        expect.objectContaining({ rank: 0, label: '0' }),
      )
    }),
  )
})

test('inches are read as on a quilter’s ruler, centimetres with a point', () => {
  const words = (units: Units, pxPerUnit: number) =>
    rulerTicks(units, 0, 3, pxPerUnit, 50).flatMap(tick => tick.label ?? [])
  expect(words('in', 96)).toEqual(['0', '1', '2', '3'])
  expect(words('in', 120)).toEqual(['0', '½', '1', '1½', '2', '2½', '3'])
  expect(words('cm', 38)).toEqual(['0'])
  expect(words('cm', 110)).toEqual(['0', '0.5', '1', '1.5', '2', '2.5', '3'])
  expect(
    rulerTicks('in', 0, 1, 600, 50)
      .filter(tick => tick.label)
      .at(3)?.label,
  ).toBe('⅜')
})
