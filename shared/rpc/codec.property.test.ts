import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFrame, encodeFrame } from './codec.ts'
import { readFrame } from './frame.ts'

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map(number => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array(),
  fc.float64Array(),
)
const { value } = fc.letrec(tie => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value')), fc.dictionary(fc.string(), tie('value'))),
}))

test('whatever is sent arrives as it was, keys like __proto__ included', () => {
  fc.assert(
    fc.property(value, sent => {
      expect(decodeFrame(encodeFrame(sent).buffer)).toEqual(sent)
    }),
  )
})

test('no bytes, damaged or made up, can do more than be no message', () => {
  const damaged = fc
    .tuple(value, fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }), fc.nat(400))
    .map(([sent, hits, cut]) => {
      const message = encodeFrame(sent)
      for (const [at, byte] of hits) message[at % message.length] = byte
      return message.slice(0, Math.max(0, message.length - (cut % 40))).buffer
    })
  const anything = fc.oneof(
    damaged,
    fc.uint8Array().map(bytes => bytes.slice().buffer),
  )
  fc.assert(
    fc.property(anything, bytes => {
      readFrame(decodeFrame(bytes))
      expect(Object.keys(Object.prototype)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('a path that leads to anything but a waiting null is refused', () => {
  for (const path of [['__proto__', 'polluted'], ['constructor'], ['a', 'b'], ['list', 'length'], []]) {
    const header = new TextEncoder().encode(
      JSON.stringify({ frame: { a: 'text', list: [1] }, parts: [{ path, type: 'u8', bytes: 0 }] }),
    )
    const message = new Uint8Array(8 + header.length + 16)
    message[0] = 1
    new DataView(message.buffer).setUint32(4, header.length, true)
    message.set(header, 8)
    expect(decodeFrame(message.buffer)).toBeUndefined()
  }
})
