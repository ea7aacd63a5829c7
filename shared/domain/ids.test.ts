import { expect, test } from 'vitest'
import { risingIds, uuidV7 } from './ids.ts'

const random = { bytes: (count: number) => new Uint8Array(count).fill(0xff) }

test('ids carry version 7, the variant, and sort by the time they were made', () => {
  const early = uuidV7({ now: () => 1_700_000_000_000 }, random)
  const late = uuidV7({ now: () => 1_700_000_000_001 }, random)
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(early < late).toBe(true)
})

test('the first 48 bits are the milliseconds', () => {
  const id = uuidV7({ now: () => 0x0123456789ab }, random)
  expect(id.replaceAll('-', '').slice(0, 12)).toBe('0123456789ab')
})

test('ids rise in the order they are made, however many in a millisecond and wherever the clock goes', () => {
  const times = [
    ...Array<number>(20_000).fill(1_700_000_000_000),
    1_700_000_000_900,
    1_600_000_000_000,
    1_700_000_000_901,
  ]
  const waiting = times.values()
  let last = 0
  const dice = { bytes: (count: number) => new Uint8Array(count).map(() => (last = (last * 37 + 11) & 0xff)) }
  const next = risingIds({ now: () => waiting.next().value! }, dice)
  const ids = times.map(next)
  expect(ids).toEqual([...new Set(ids)].toSorted())
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('an id says when it was made, and all but its counter is dice', () => {
  const next = risingIds({ now: () => 0x0123456789ab }, random)
  expect([next(), next()]).toEqual(['01234567-89ab-77ff-bfff-ffffffffffff', '01234567-89ab-7800-bfff-ffffffffffff'])
})
