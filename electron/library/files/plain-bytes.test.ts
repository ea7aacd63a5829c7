import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '#shared/formats/types.ts'
import { plainBytes } from './plain-bytes.ts'

const text = new TextEncoder().encode('<svg/>')

test('a packed drawing is unpacked, a plain one left as it is', () => {
  expect(Buffer.from(plainBytes(gzipSync(text)))).toEqual(Buffer.from(text))
  expect(plainBytes(text)).toBe(text)
})

test('damaged packing is said so', () => {
  const damaged = gzipSync(text).subarray(0, 12)
  expect(() => plainBytes(damaged)).toThrow('the packing is damaged')
})

test('a packed bomb is too large, and is not blown up', () => {
  const bomb = gzipSync(Buffer.alloc(MAX_FILE_BYTES + 1))
  expect(() => plainBytes(bomb)).toThrow('larger than 32 MB')
})
