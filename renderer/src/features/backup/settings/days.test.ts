import { expect, test } from 'vitest'
import { endOfDay, isRestorable } from './days.ts'

const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime()
const NOW = new Date(2026, 10, 22, 9, 30).getTime()

test('a day ends a millisecond before the next one begins, also when the clocks are changed', () => {
  for (const [month, date] of [
    [1, 1],
    [3, 8],
    [3, 29],
    [10, 25],
    [11, 1],
    [12, 31],
  ] as const)
    expect(endOfDay(day(2026, month, date)) + 1).toBe(day(2026, month, date + 1))
})

test('a library goes back to days that are over, ninety nights at most', () => {
  expect(isRestorable(day(2026, 11, 21), NOW)).toBe(true)
  expect(isRestorable(day(2026, 11, 22), NOW)).toBe(false)
  expect(isRestorable(day(2026, 11, 23), NOW)).toBe(false)
  expect(isRestorable(day(2026, 8, 24), NOW)).toBe(true)
  expect(isRestorable(day(2026, 8, 23), NOW)).toBe(false)
})
