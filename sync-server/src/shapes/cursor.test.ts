import { expect, test } from 'vitest'
import { nextCursor } from './cursor.ts'

const now = Date.UTC(2026, 10, 22, 1, 15, 3)

test('readers that ask within one hold get one cursor, and later ones a greater', () => {
  const first = nextCursor('', now, 20_000, () => 0.5)
  expect(nextCursor('', now + 1_000, 20_000, () => 0.5)).toBe(first)
  expect(Number(nextCursor('', now + 20_000, 20_000, () => 0.5))).toBe(Number(first) + 20)
})

test('the cursor that was sent never comes back, whatever was sent', () => {
  for (const sent of ['', '0', nextCursor('', now, 20_000, () => 0), '99999999999999', 'nonsense', '-4'])
    for (const die of [0, 0.999999]) {
      const next = nextCursor(sent, now, 20_000, () => die)
      expect(next).not.toBe(sent)
      expect(next).toMatch(/^\d+$/)
    }
})

test('a hold shorter than a second, as tests have it, still moves the cursor', () => {
  const first = nextCursor('', now, 50, () => 0)
  expect(nextCursor(first, now, 50, () => 0)).not.toBe(first)
})
