import { expect, test } from 'vitest'
import { FEATURES } from './features.ts'
import { LEARNED } from './learned.ts'
import { unpackedBytes, unpackedFloats } from './packed.ts'
import { PART } from './dims.ts'

test('what was learned fits what is measured: after a change of the features it must be learned again', () => {
  expect(unpackedFloats(LEARNED.mean)).toHaveLength(FEATURES)
  expect(unpackedFloats(LEARNED.scale)).toHaveLength(FEATURES)
  for (const { from, to, rows, rowScale, bias } of LEARNED.parts) {
    expect(to).toBeLessThanOrEqual(FEATURES)
    expect(unpackedBytes(rows)).toHaveLength(PART * (to - from))
    expect(unpackedFloats(rowScale)).toHaveLength(PART)
    expect(unpackedFloats(bias)).toHaveLength(PART)
  }
})

test('packed numbers come out as they were', () => {
  const floats = Float32Array.of(0, -1.5, 3.25e-7, 1e9)
  expect(unpackedFloats(Buffer.from(floats.buffer).toString('base64'))).toEqual(floats)
  const bytes = Int8Array.of(-127, 0, 1, 127, -1)
  expect(unpackedBytes(Buffer.from(bytes.buffer).toString('base64'))).toEqual(bytes)
})
