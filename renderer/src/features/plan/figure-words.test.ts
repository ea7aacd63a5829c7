import { expect, test } from 'vitest'
import { spoolWords, threadWords, timeWords } from './figure-words.ts'

test('thread is told in whole yards and metres, rounded up so that it is enough', () => {
  expect(threadWords(412 * 914.4 - 1)).toBe('412 yards (377 m)')
  expect(threadWords(914.4)).toBe('1 yard (1 m)')
  expect(spoolWords(3_000 * 914.4)).toBe('3,000 yards')
})

test('hours are told to five minutes, less than an hour to one', () => {
  expect(timeWords(20)).toBe('1 minute')
  expect(timeWords(41 * 60 + 10)).toBe('41 minutes')
  expect(timeWords(2 * 3_600 + 41 * 60)).toBe('2 h 40 min')
  expect(timeWords(3 * 3_600 - 60)).toBe('3 hours')
})
