import { expect, test } from 'vitest'
import { measuredAs, measuredFrom, pxPerInch, realScale } from './real-size.ts'

test('unmeasured, an inch is what browsers assume', () => {
  expect(pxPerInch(null, 2)).toBe(96)
  expect(realScale(null, 1) * 25.4).toBeCloseTo(96)
})

test('what was measured stays true when the window is zoomed', () => {
  const measured = measuredAs(110, 1)
  expect(pxPerInch(measured, 1)).toBe(110)
  expect(pxPerInch(measured, 1.25) * 1.25).toBe(110)
})

test('only a possible screen is remembered', () => {
  expect(measuredFrom({ dotsPerInch: 220 })).toEqual({ dotsPerInch: 220 })
  for (const kept of [null, 5, {}, { dotsPerInch: 'wide' }, { dotsPerInch: 1e9 }, { dotsPerInch: Number.NaN }]) {
    expect(measuredFrom(kept)).toBeNull()
  }
})
