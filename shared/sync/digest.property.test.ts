import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BUCKETS, bucketHashes, bucketOf, hashToSigned, recordHash, signedToHash } from './digest.ts'
import { aRecord } from './testing/arbitraries.ts'

test('a hash goes through a bigint and back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), bits => {
      const hash = bits.toString(16).padStart(16, '0')
      expect(signedToHash(hashToSigned(hash))).toBe(hash)
      expect(BigInt.asIntN(64, hashToSigned(hash))).toBe(hashToSigned(hash))
    }),
  )
})

test('the order of keys and of records counts for nothing', () => {
  fc.assert(
    fc.property(fc.array(aRecord()), records => {
      const turned = records.toReversed().map(record => ({
        ...record,
        fields: Object.fromEntries(Object.entries(record.fields).toReversed()),
      }))
      expect(bucketHashes(turned)).toEqual(bucketHashes(records))
    }),
  )
})

test('a bucket is the exclusive or of the hashes of its records', () => {
  fc.assert(
    fc.property(aRecord(), aRecord(), (one, other) => {
      const [a, b] = [
        { ...one, id: '0a' },
        { ...other, id: '0a', table: 'file' },
      ]
      expect(BigInt(`0x${bucketHashes([a, b])[10]}`)).toBe(BigInt(`0x${recordHash(a)}`) ^ BigInt(`0x${recordHash(b)}`))
    }),
  )
})

test('every id has a bucket', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uuid(), fc.string()), id => {
      const bucket = bucketOf({ id })
      expect(Number.isInteger(bucket) && bucket >= 0 && bucket < BUCKETS).toBe(true)
    }),
  )
})
