import fc from 'fast-check'
import { expect, test } from 'vitest'
import { walkAlong } from '#shared/geometry/path-walk.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { placeOfShare, shareNear } from './along.ts'

const square = [
  runFrom({ x: 0, y: 0 }, [
    { kind: 'line', to: { x: 10, y: 0 } },
    { kind: 'line', to: { x: 10, y: 10 } },
    { kind: 'line', to: { x: 0, y: 10 } },
    { kind: 'line', to: { x: 0, y: 0 } },
  ]),
]

test('the place pressed is the place it starts', () => {
  const walk = walkAlong(square, 0.01)
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), share => {
      expect(shareNear(walk, placeOfShare(walk, share)!)).toBeCloseTo(share, 9)
    }),
  )
})

test('a press beside the line means the nearest place on it', () => {
  const walk = walkAlong(square, 0.01)
  expect(shareNear(walk, { x: 5, y: -3 })).toBeCloseTo(1 / 8, 9)
  expect(shareNear(walk, { x: 14, y: 5 })).toBeCloseTo(3 / 8, 9)
})
