import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { derivedUuid, isDerived, joiningId, keptUuid } from './ids.ts'

/** RFC 9562 section 5.5, said once more with another SHA-1. */
function version5(words: string): string {
  const hash = createHash('sha1').update(Buffer.from('6d0f2f5ae3a94e0c9a5d6f0b1c7e42b8', 'hex')).update(words).digest()
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

test('a derived id is the UUIDv5 of its words, for ever', () => {
  expect(derivedUuid('tag', 'blätter')).toBe(version5('tag\nblätter'))
  expect(derivedUuid('tag', 'flowers')).toBe('eea7a69c-65d4-53b2-a1d2-3d38dfba3943')
})

test('a kept record gets a UUIDv8 of the old id, and that may be purged and kept again', () => {
  const first = keptUuid('0198a7c2-0000-7000-8000-000000000001')
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(keptUuid(first)).not.toBe(first)
  expect(isDerived(first)).toBe(false)
  expect(isDerived(derivedUuid('tag', 'x'))).toBe(true)
})

test('what joins two records has its id from theirs', () => {
  expect(joiningId('pattern_tag', { tag_id: 't', pattern_id: 'p' })).toBe(derivedUuid('pattern_tag', 'p', 't'))
  expect(joiningId('design_pair', { first_id: 'b', second_id: 'a' })).toBe(derivedUuid('design_pair', 'a', 'b'))
  expect(joiningId('file', { pattern_id: 'p' })).toBeNull()
})
