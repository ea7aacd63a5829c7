import { expect, test } from 'vitest'
import { uuidV7 } from './ids.ts'

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
