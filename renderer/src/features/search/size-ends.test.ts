import { afterEach, expect, test } from 'vitest'
import '#renderer/i18n/i18n.ts'
import { speakIn } from '#renderer/i18n/units.ts'
import { askedEnds, shownEnds } from './size-ends.ts'

afterEach(() => speakIn('in'))

test.each(['in', 'cm'] as const)(
  'what was typed in %s is what is shown again, and asked for a hair further out',
  units => {
    speakIn(units)
    const unit = units === 'in' ? 25.4 : 10
    for (const tenths of [0, 1, 35, 80, 127, 1203]) {
      const mm = (tenths / 10) * unit
      const range = askedEnds({ from: mm, to: mm })!
      expect(range.min!).toBeLessThan(mm)
      expect(range.max!).toBeGreaterThan(mm)
      const shown = shownEnds(range)
      expect(shown.from!).toBeCloseTo(mm, 2)
      expect(shown.to!).toBeCloseTo(mm, 2)
    }
  },
)

test('an empty box leaves its end open, and two empty ones ask for nothing', () => {
  expect(askedEnds({ from: null, to: null })).toBeNull()
  expect(shownEnds(askedEnds({ from: null, to: 203.2 })!)).toEqual({ from: null, to: 203.2 })
})
