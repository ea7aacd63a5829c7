import { expect, test } from 'vitest'
import { weightsOf } from './weights.ts'

test('the slider goes from the same motif over alike to the same layout', () => {
  expect(weightsOf(0)).toEqual({ motif: 1, whole: 0, upright: 0 })
  const alike = weightsOf(0.5)
  expect([alike.motif, alike.whole, alike.upright]).toEqual([0.5, 0.3, 0.2])
  const layout = weightsOf(1)
  expect(layout.upright).toBeGreaterThan(layout.motif)
})

test.each([-3, 0, 0.2, 0.5, 0.77, 1, 8, Number.NaN])('the weights for %d are shares of one', likeness => {
  const { motif, whole, upright } = weightsOf(likeness)
  expect(Math.min(motif, whole, upright)).toBeGreaterThanOrEqual(0)
  expect(motif + whole + upright).toBeCloseTo(1, 9)
})
