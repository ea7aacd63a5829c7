import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { flattenDesign } from '#shared/geometry/flatten.ts'
import { reverseDesign } from '#shared/geometry/reverse.ts'
import { compose, mirroring, rotation, scaling, transformDesign, translation } from '#shared/geometry/transform.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { sameDesign, type Verdict } from './align.ts'
import { type Outline, outlineOf } from './outline.ts'
import { asChords, lengthOfLines, polylines, withoutTail, withTieOff } from './testing/copies.ts'

const drawn = new Map<number, Design>()
function design(index: number): Design {
  const known = drawn.get(index) ?? starterPatterns[index]!.draw()
  drawn.set(index, known)
  return known
}
const outline = (some: Design): Outline => outlineOf(some)!
const aPattern = fc.integer({ min: 0, max: starterPatterns.length - 1 })
const RUNS = { numRuns: 25 }
const ALIKE = new Set<Verdict['kind']>(['same', 'mirrored', 'turned'])

function verdict(index: number, copy: Design): Verdict {
  return sameDesign(outline(design(index)), outline(copy))
}

test('a copy in another format, size and place is the same design, and the scale is told', () => {
  const aScale = fc.double({ min: 0.4, max: 2.5, noNaN: true })
  fc.assert(
    fc.property(aPattern, aScale, fc.boolean(), (index, scale, backwards) => {
      const chords = asChords(design(index), 0.1, 0.05)
      const moved = transformDesign(
        backwards ? reverseDesign(chords) : chords,
        compose(translation(31, -7), scaling(scale)),
      )
      const found = verdict(index, moved)
      expect(found).toMatchObject({ kind: 'same', ends: false })
      expect(found.scale / scale).toBeCloseTo(1, 2)
    }),
    RUNS,
  )
})

test('a copy stays the same however it is turned and mirrored', () => {
  const aTurn = fc.oneof(
    fc.constantFrom(90, 180, 270),
    fc.integer({ min: -5, max: 5 }),
    fc.integer({ min: 0, max: 359 }),
  )
  fc.assert(
    fc.property(aPattern, aTurn, fc.boolean(), (index, degrees, mirrored) => {
      const turned = transformDesign(design(index), rotation((degrees * Math.PI) / 180))
      const found = verdict(index, mirrored ? transformDesign(turned, mirroring('x')) : turned)
      expect(ALIKE).toContain(found.kind)
      expect(found.coverage).toBeGreaterThan(0.98)
    }),
    RUNS,
  )
})

test('a cut tail and an added tie-off leave it the same design', () => {
  const aCut = fc.double({ min: 0.02, max: 0.07, noNaN: true })
  const aTieOff = fc.tuple(fc.double({ min: 1, max: 3, noNaN: true }), fc.double({ min: 0, max: 6.2, noNaN: true }))
  fc.assert(
    fc.property(aPattern, aCut, aTieOff, (index, share, [mm, angle]) => {
      const found = verdict(index, withTieOff(withoutTail(design(index), share), mm, angle))
      expect(ALIKE).toContain(found.kind)
    }),
    RUNS,
  )
})

test('a design with a part more is not the same design', () => {
  fc.assert(
    fc.property(aPattern, fc.double({ min: 0.5, max: 1, noNaN: true }), (index, size) => {
      const lines = flattenDesign(design(index), 0.05)
      const bounds = boundsOf(design(index))!
      const radius = (size * Math.min(widthOf(bounds), heightOf(bounds))) / 4
      const [x, y] = [(bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2]
      const ring = Array.from({ length: 82 }, (_, at) =>
        at % 2 === 0
          ? x + radius * Math.cos((at / 80) * 2 * Math.PI)
          : y + radius * Math.sin(((at - 1) / 80) * 2 * Math.PI),
      )
      const total = lengthOfLines(lines)
      fc.pre((2 * Math.PI * radius) / total > 0.03)
      expect(['near', 'different']).toContain(verdict(index, polylines([...lines, ring])).kind)
    }),
    RUNS,
  )
})

test('a copy of which one side was stretched is a class of its own, as far as that can be seen on a narrow border', () => {
  const aStretch = fc.double({ min: 1.02, max: 1.08, noNaN: true })
  fc.assert(
    fc.property(aPattern, aStretch, (index, by) => {
      const found = verdict(index, transformDesign(design(index), scaling(by, 1)))
      expect(['same', 'stretched']).toContain(found.kind)
      if (found.kind === 'stretched') expect(found.stretch[0] / found.stretch[1]).toBeCloseTo(by, 2)
    }),
    RUNS,
  )
})

test('two designs of the starter are never the same, and the order of asking makes no difference', () => {
  fc.assert(
    fc.property(aPattern, aPattern, (one, other) => {
      fc.pre(one !== other)
      const [a, b] = [outline(design(one)), outline(design(other))]
      const found = sameDesign(a, b)
      expect(['near', 'different']).toContain(found.kind)
      expect(sameDesign(b, a).kind).toBe(found.kind)
    }),
    { numRuns: 150 },
  )
})

test('asked the other way round, a copy lies the other way round', () => {
  fc.assert(
    fc.property(aPattern, fc.integer({ min: 10, max: 80 }), (index, degrees) => {
      const copy = outline(transformDesign(design(index), compose(scaling(1.5), rotation((degrees * Math.PI) / 180))))
      const there = sameDesign(outline(design(index)), copy)
      const back = sameDesign(copy, outline(design(index)))
      expect(back.coverage).toBe(there.coverage)
      expect(there.scale * back.scale).toBeCloseTo(1, 6)
      expect(Math.cos(((there.turnDeg + (there.mirrored ? -1 : 1) * back.turnDeg) * Math.PI) / 180)).toBeCloseTo(1, 6)
    }),
    RUNS,
  )
})
