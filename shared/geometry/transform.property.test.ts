import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDesign, aRun, designOf } from '#shared/testing/arbitraries.ts'
import { densePoints, farthestFrom, pack } from '#shared/testing/oracles.ts'
import { ARC } from './design.ts'
import { lengthOf } from './measure.ts'
import { segmentsOf } from './run-builder.ts'
import {
  type Affine,
  applyTo,
  compose,
  isSimilarity,
  mirror,
  moveStartTo,
  rotate,
  rotation,
  scale,
  scaling,
  transformRun,
  translation,
} from './transform.ts'

const aNumber = fc.integer({ min: -200, max: 200 }).map(n => n / 100)
const anAffine: fc.Arbitrary<Affine> = fc
  .record({ a: aNumber, b: aNumber, c: aNumber, d: aNumber, e: aNumber, f: aNumber })
  .filter(m => Math.abs(m.a * m.d - m.b * m.c) > 0.05)
const aSimilarity: fc.Arbitrary<Affine> = fc
  .tuple(fc.double({ min: 0, max: 7, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true }), fc.boolean())
  .map(([angle, size, flip]) => compose(rotation(angle, { x: 5, y: -3 }), scaling(size, flip ? -size : size)))

test('a moved curve runs through the moved points', () => {
  fc.assert(
    fc.property(aRun({ maxSegments: 2 }), fc.oneof(anAffine, aSimilarity), (run, m) => {
      const expected = densePoints(run, 60).map(p => applyTo(m, p))
      const moved = pack(densePoints(transformRun(run, m), 2000))
      // Arcs turned into cubics stray 4.3e-6 of a radius of at most 150 mm, stretched at most four times.
      expect(farthestFrom(expected, moved)).toBeLessThan(5e-3)
    }),
    { numRuns: 40 },
  )
})

test('arcs stay arcs where circles stay circles, and a mirror turns their sense', () => {
  fc.assert(
    fc.property(aRun({ kinds: ['arc'] }), aSimilarity, (run, m) => {
      const moved = transformRun(run, m)
      expect(moved.ops).toEqual(run.ops)
      const turn = m.a * m.d - m.b * m.c < 0 ? -1 : 1
      const before = [...segmentsOf(run)]
      for (const [i, after] of [...segmentsOf(moved)].entries()) {
        const arc = before[i]
        if (after.kind !== 'arc' || arc?.kind !== 'arc') throw new Error('an arc stays an arc')
        expect(after.sweep).toBe(turn * arc.sweep)
      }
    }),
  )
})

test('arcs become cubics under an uneven scale, and everything else keeps its kind', () => {
  fc.assert(
    fc.property(aDesign(), design => {
      for (const run of scale(design, 2, 1).runs) expect(run.ops.includes(ARC)).toBe(false)
    }),
  )
})

test('two transforms one after the other are their composition', () => {
  fc.assert(
    fc.property(anAffine, anAffine, aNumber, aNumber, (outer, inner, x, y) => {
      const once = applyTo(compose(outer, inner), { x, y })
      const twice = applyTo(outer, applyTo(inner, { x, y }))
      expect(once.x).toBeCloseTo(twice.x, 9)
      expect(once.y).toBeCloseTo(twice.y, 9)
    }),
  )
})

test('turning and mirroring keep the length, scaling multiplies it', () => {
  fc.assert(
    fc.property(aRun(), fc.double({ min: -7, max: 7, noNaN: true }), (run, angle) => {
      const length = lengthOf(run)
      const close = (other: number, factor: number) =>
        expect(Math.abs(other - factor * length)).toBeLessThan(1e-5 * length + 1e-9)
      close(lengthOf(rotate(designOf(run), angle).runs[0]!), 1)
      close(lengthOf(mirror(designOf(run), 'x').runs[0]!), 1)
      close(lengthOf(scale(designOf(run), 3).runs[0]!), 3)
    }),
  )
})

test('moving the start puts the first stitch where it is asked for and keeps pauses', () => {
  fc.assert(
    fc.property(aDesign({ pauses: true }), design => {
      const moved = moveStartTo(design, 0, 0)
      expect(moved.runs[0]!.coords[0]).toBe(0)
      expect(moved.runs[0]!.coords[1]).toBe(0)
      expect(moved.runs.map(run => run.pauseBefore)).toEqual(design.runs.map(run => run.pauseBefore))
    }),
  )
})

test('a chain of quarter turns still counts as a rotation', () => {
  let m: Affine = translation(3, 4)
  for (let i = 0; i < 50; i++) m = compose(rotation(0.3), m)
  expect(isSimilarity(m)).toBe(true)
  expect(isSimilarity(scaling(1, 1.001))).toBe(false)
})
