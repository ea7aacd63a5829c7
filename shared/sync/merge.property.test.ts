import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, compareBytes } from './json.ts'
import { compareCells, mergeRecords } from './merge.ts'
import { compareStamps, nextStamp } from './stamp.ts'
import { aCell, aRecord, aStamp } from './testing/arbitraries.ts'

const same = (one: unknown, other: unknown) => canonicalJson(one as never) === canonicalJson(other as never)

test('merging in any order gives the same', () => {
  fc.assert(fc.property(aRecord(), aRecord(), (a, b) => same(mergeRecords(a, b), mergeRecords(b, a))))
})

test('merging in any grouping gives the same', () => {
  fc.assert(
    fc.property(aRecord(), aRecord(), aRecord(), (a, b, c) =>
      same(mergeRecords(mergeRecords(a, b), c), mergeRecords(a, mergeRecords(b, c))),
    ),
  )
})

test('merging what is there already changes nothing, and gives the very same record', () => {
  fc.assert(
    fc.property(aRecord(), aRecord(), (a, b) => {
      const merged = mergeRecords(a, b)
      return mergeRecords(merged, a) === merged && mergeRecords(merged, b) === merged
    }),
  )
})

test('stamps and cells are in a total order', () => {
  fc.assert(
    fc.property(aStamp(), aStamp(), aStamp(), (a, b, c) => {
      expect(Math.sign(compareStamps(a, b)) + Math.sign(compareStamps(b, a))).toBe(0)
      expect(compareStamps(a, b) === 0).toBe(a.join() === b.join())
      if (compareStamps(a, b) <= 0 && compareStamps(b, c) <= 0) expect(compareStamps(a, c)).toBeLessThanOrEqual(0)
    }),
  )
  fc.assert(
    fc.property(aCell(), aCell(), aCell(), (a, b, c) => {
      expect(compareCells(a, b) + compareCells(b, a)).toBe(0)
      expect(compareCells(a, b) === 0).toBe(canonicalJson([a.v, a.s]) === canonicalJson([b.v, b.s]))
      if (compareCells(a, b) <= 0 && compareCells(b, c) <= 0) expect(compareCells(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})

test('what is typed is never older than what it is typed over, nor than the server time heard', () => {
  const clock = fc.oneof(fc.integer({ min: -(2 ** 41), max: 2 ** 42 }), fc.constantFrom(Number.NaN, Infinity, -1, 0.5))
  fc.assert(
    fc.property(fc.option(aStamp()), clock, clock, fc.nat(), (field, wall, offset, heard) => {
      const stamp = nextStamp({ field, wall, offset, heard, device: 'a' })
      expect(stamp.every((part, at) => at === 2 || (Number.isSafeInteger(part) && Number(part) >= 0))).toBe(true)
      if (field !== null) expect(compareStamps(stamp, field)).toBeGreaterThan(0)
      if (Number.isFinite(wall + offset)) expect(stamp[0]).toBeGreaterThanOrEqual(heard)
    }),
  )
})

test('texts are in the order of their UTF-8 bytes', () => {
  const encoder = new TextEncoder()
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(compareBytes(a, b)).toBe(Buffer.compare(encoder.encode(a), encoder.encode(b)))
    }),
  )
})
