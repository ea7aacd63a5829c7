import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadBundle, createFrameReader, frameHead, type Frame } from './frames.ts'

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => Buffer.from(bytes).toString('hex'))
const frame = fc.record({ hash, bytes: fc.option(fc.uint8Array({ maxLength: 90 }), { freq: 4 }) })

const written = (frames: readonly Frame[]) =>
  Buffer.concat(frames.flatMap(({ hash, bytes }) => [frameHead(hash, bytes?.length ?? null), bytes ?? Buffer.of()]))

describe('bundles', () => {
  test('however the network cuts a bundle, the same frames come out', () => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 12 }), (frames, cuts) => {
        const all = written(frames)
        const places = [0, ...cuts.map(cut => cut % (all.length + 1)).toSorted((a, b) => a - b), all.length]
        const reader = createFrameReader()
        const read = places.slice(1).flatMap((to, index) => reader.push(all.subarray(places[index], to)))
        expect(read.map(one => ({ hash: one.hash, bytes: one.bytes && Buffer.from(one.bytes) }))).toEqual(
          frames.map(one => ({ hash: one.hash, bytes: one.bytes && Buffer.from(one.bytes) })),
        )
        expect(reader.isWhole).toBe(true)
      }),
    )
  })

  test('a bundle that ends too early gives every frame before the cut, and says that it is not whole', () => {
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 6 }), fc.nat(), (frames, cut) => {
        const all = written(frames)
        const end = cut % all.length
        const reader = createFrameReader()
        const read = reader.push(all.subarray(0, end))
        const wholeBytes = written(frames.slice(0, read.length)).length
        expect(read.map(one => one.hash)).toEqual(frames.slice(0, read.length).map(one => one.hash))
        expect(reader.isWhole).toBe(wholeBytes === end)
      }),
    )
  })

  test('a frame that claims more than a small file may have is refused before anything is set aside for it', () => {
    const reader = createFrameReader(1_000)
    expect(() => reader.push(frameHead('ab'.repeat(32), 1_001))).toThrow(BadBundle)
  })
})
