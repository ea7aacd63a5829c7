import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NearIndex } from './near.ts'
import { pack, unpack } from './packed.ts'

const vectors = fc.array(fc.float({ min: -10, max: 10, noNaN: true }), { minLength: 8, maxLength: 8 })

test('a packed vector points where it pointed', () => {
  fc.assert(
    fc.property(
      vectors.filter(vector => Math.hypot(...vector) > 1e-3),
      vector => {
        const { scale, values } = unpack(pack(vector)!, 8)!
        const length = Math.hypot(...vector)
        values.forEach((value, dim) => expect(Math.abs(value * scale - vector[dim]! / length)).toBeLessThan(0.005))
      },
    ),
  )
})

test('what has no direction is no vector, and other bytes are none either', () => {
  expect(pack([0, 0, 0])).toBeNull()
  expect(pack([1, Number.NaN, 0])).toBeNull()
  expect(pack([1, Number.POSITIVE_INFINITY, 0])).toBeNull()
  expect(unpack(Uint8Array.of(1, 2, 3), 8)).toBeNull()
  expect(unpack(new Uint8Array(12), 8)).toBeNull()
})

test('those that stand out come, nearest first; the rest of the library does not', () => {
  const index = new NearIndex(3)
  for (let seq = 1; seq <= 40; seq++) index.set(seq, pack([0, 1, seq / 100])!)
  index.set(50, pack([1, 0.2, 0])!)
  index.set(51, pack([1, 0, 0])!)
  expect(index.near(pack([1, 0, 0])!)).toEqual([51, 50])
})

test('a vector takes the place of the one before', () => {
  const index = new NearIndex(2)
  for (let seq = 1; seq <= 10; seq++) index.set(seq, pack([0, 1])!)
  index.set(3, pack([1, 0])!)
  expect(index.size).toBe(10)
  expect(index.near(pack([1, 0])!)).toEqual([3])
})

test('when nothing stands out nothing is near', () => {
  const index = new NearIndex(2)
  for (let seq = 1; seq <= 10; seq++) index.set(seq, pack([0, 1])!)
  expect(index.near(pack([1, 0])!)).toEqual([])
  expect(new NearIndex(2).near(pack([1, 0])!)).toEqual([])
})
