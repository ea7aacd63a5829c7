import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createThrottle } from './throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first word is said at once, the newest one when its time has come, the last one at the end', () => {
  const said: number[] = []
  const throttle = createThrottle<number>(100, value => said.push(value))
  for (const value of [1, 2, 3]) throttle.offer(value)
  expect(said).toEqual([1])
  vi.advanceTimersByTime(100)
  expect(said).toEqual([1, 3])
  throttle.offer(4)
  throttle.finish()
  throttle.offer(5)
  vi.advanceTimersByTime(1_000)
  expect(said).toEqual([1, 3, 4])
})

test('after a silence the next word is said at once again', () => {
  const said: number[] = []
  const throttle = createThrottle<number>(100, value => said.push(value))
  throttle.offer(1)
  vi.advanceTimersByTime(500)
  throttle.offer(2)
  expect(said).toEqual([1, 2])
})
