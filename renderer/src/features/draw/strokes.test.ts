import { expect, test } from 'vitest'
import { isEnough, lengthOf, linesOf, pathOf, type Stroke, withPoint } from './strokes.ts'

test('a hand that stands still adds nothing, and one that leaves the pad follows its edge', () => {
  const start: Stroke = [10, 10]
  expect(withPoint(start, 10.1, 10.1)).toBe(start)
  expect(withPoint(start, 20, 10)).toEqual([10, 10, 20, 10])
  expect(withPoint(start, -30, 400)).toEqual([10, 10, 0, 100])
})

test('a dot is not looked for, two short lines together are', () => {
  expect(isEnough([[10, 10]])).toBe(false)
  expect(isEnough([[10, 10, 14, 10]])).toBe(false)
  const two = [
    [10, 10, 14, 10],
    [10, 20, 10, 24],
  ]
  expect(lengthOf(two)).toBe(8)
  expect(isEnough(two)).toBe(true)
})

test('the core gets lines with y upwards, and no dots', () => {
  expect(
    linesOf([
      [10, 20, 30, 40],
      [5, 5],
    ]),
  ).toEqual([Float64Array.of(10, 80, 30, 60)])
})

test('a dot can be seen', () => {
  expect(pathOf([3, 4])).toBe('M3.0 4.0l0 0')
  expect(pathOf([3, 4, 5, 6])).toBe('M3.0 4.0L5.0 6.0')
})
