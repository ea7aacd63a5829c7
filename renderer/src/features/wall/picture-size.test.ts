import { expect, test } from 'vitest'
import { cardRemAt, LARGEST, nameAt, positionFrom, positionOf, SIZE_STEP, SMALLEST } from './picture-size.ts'

test('every step of the slider makes the pictures larger, and the slider rests on all three names', () => {
  const names: (string | null)[] = []
  for (let at = SMALLEST; at < LARGEST; at += SIZE_STEP) {
    expect(cardRemAt(at + SIZE_STEP)).toBeGreaterThan(cardRemAt(at))
    names.push(nameAt(at))
  }
  expect(names.filter(name => name !== null)).toEqual(['small', 'medium', 'large'])
})

test('what was remembered by name is still understood; what is no size is not', () => {
  expect(positionFrom('large')).toBe(positionOf('large'))
  expect(positionFrom(1.25)).toBe(1.25)
  for (const kept of ['huge', -1, 4.5, null, {}, Number.NaN]) expect(positionFrom(kept)).toBeNull()
})
