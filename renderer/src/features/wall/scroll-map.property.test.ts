import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterScroll, atReal, isNearEnd, MOST_PX, shownHeight } from './scroll-map.ts'

const bounds = fc.record({
  total: fc.double({ min: 2_000, max: 90_000_000, noNaN: true }),
  view: fc.double({ min: 200, max: 1_500, noNaN: true }),
})
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('the wall and the browser’s scroll bar', () => {
  test('the browser is never asked for more than it can hold', () => {
    fc.assert(fc.property(bounds, ({ total }) => shownHeight(total) <= MOST_PX))
  })

  test('a wall that fits stands exactly where the browser says', () => {
    expect(afterScroll({ real: 10, shown: 10 }, 4_000, { total: 9_000, view: 800 })).toEqual({
      real: 4_000,
      shown: 4_000,
    })
  })

  test('the bar’s ends are the wall’s ends', () => {
    fc.assert(
      fc.property(bounds, bounds => {
        const end = atReal(Number.MAX_SAFE_INTEGER, bounds)
        expect(end.real).toBeCloseTo(bounds.total - bounds.view, 3)
        expect(end.shown).toBeCloseTo(shownHeight(bounds.total) - bounds.view, 3)
        expect(atReal(-5, bounds)).toEqual({ real: 0, shown: 0 })
      }),
    )
  })

  test('a hand on the bar reaches every part of the wall, further down the further it pulls', () => {
    fc.assert(
      fc.property(bounds, share, share, (bounds, one, other) => {
        const most = shownHeight(bounds.total) - bounds.view
        const at = (part: number) => afterScroll(atReal(part > 0.5 ? 0 : bounds.total, bounds), part * most, bounds)
        fc.pre(most > 6 * bounds.view && [one, other].every(part => part < 0.4 || part > 0.6))
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        expect(at(low).real).toBeLessThanOrEqual(at(high).real)
        expect(atReal(at(one).real, bounds).shown).toBeCloseTo(one * most, 1)
      }),
    )
  })

  test('a wheel moves the pictures by what it moved, wherever she is', () => {
    fc.assert(
      fc.property(bounds, share, fc.integer({ min: -150, max: 150 }), (bounds, part, by) => {
        const from = atReal(part * bounds.total, bounds)
        const place = afterScroll(from, from.shown + by, bounds)
        const wanted = Math.min(bounds.total - bounds.view, Math.max(0, from.real + by))
        if (bounds.total > MOST_PX) expect(place.real).toBeCloseTo(wanted, 6)
      }),
    )
  })

  test('wheel after wheel, put right near the ends, she comes to the very top', () => {
    const bounds = { total: 40_000_000, view: 800 }
    let place = atReal(30_000, bounds)
    for (let turn = 0; turn < 400 && place.real > 0; turn++) {
      place = afterScroll(place, Math.max(0, place.shown - 100), bounds)
      if (isNearEnd(place, bounds)) place = atReal(place.real, bounds)
    }
    expect(place).toEqual({ real: 0, shown: 0 })
  })
})
