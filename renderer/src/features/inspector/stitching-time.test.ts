import { expect, test } from 'vitest'
import { stitchingSeconds } from './stitching-time.ts'

test('900 inches at 10 stitches an inch and 1,500 a minute are six minutes', () => {
  expect(stitchingSeconds(900 * 25.4)).toBeCloseTo(360)
})

test('twice the line takes twice as long, twice the pace half as long', () => {
  const once = stitchingSeconds(1000)
  expect(stitchingSeconds(2000)).toBeCloseTo(once * 2)
  expect(stitchingSeconds(1000, { stitchesPerMinute: 3_000, stitchesPerInch: 10 })).toBeCloseTo(once / 2)
  expect(stitchingSeconds(0)).toBe(0)
})
