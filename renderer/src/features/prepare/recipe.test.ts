import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { preparation } from '#shared/contract/library/preparation.ts'
import type { Design } from '#shared/geometry/design.ts'
import { prepareDesign } from '#shared/preparing/prepare-design.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { mirrorSideways, mirrorUpDown, quarterTurn, withLines, withSide } from './recipe.ts'

const recipe = (some: object = {}) => preparation.parse(some)
const flag: Design = {
  runs: [
    runFrom({ x: 0, y: 0 }, [
      { kind: 'line', to: { x: 0, y: 30 } },
      { kind: 'line', to: { x: 20, y: 25 } },
    ]),
  ],
  metadata: { notes: [], size: 'stated' },
}
/** From the first stitch to the last, as it lies. */
const way = (of: ReturnType<typeof recipe>) => {
  const { start, end } = measureDesign(prepareDesign(flag, of).design)
  return { x: end!.x - start!.x, y: end!.y - start!.y }
}

describe('pressed on a pattern that is turned already', () => {
  const angle = fc.integer({ min: -179, max: 180 })
  test('mirroring swaps the sides she sees', () => {
    fc.assert(
      fc.property(angle, degrees => {
        const turned = recipe({ turnDegrees: degrees })
        const [before, sideways, upDown] = [way(turned), way(mirrorSideways(turned)), way(mirrorUpDown(turned))]
        expect(sideways.x).toBeCloseTo(-before.x, 6)
        expect(sideways.y).toBeCloseTo(before.y, 6)
        expect(upDown.x).toBeCloseTo(before.x, 6)
        expect(upDown.y).toBeCloseTo(-before.y, 6)
      }),
    )
  })

  test('pressed twice it is as it was, and four quarter turns are none', () => {
    fc.assert(
      fc.property(angle, degrees => {
        const turned = recipe({ turnDegrees: degrees })
        expect(mirrorSideways(mirrorSideways(turned))).toEqual(turned)
        expect([1, 1, 1, 1].reduce(one => quarterTurn(one, 1), turned)).toEqual(turned)
        expect(quarterTurn(quarterTurn(turned, 1), -1)).toEqual(turned)
      }),
    )
  })
})

test('a quarter turn takes the size along: what was 12 wide is 12 high', () => {
  expect(quarterTurn(recipe({ widthMm: 300 }), 1)).toMatchObject({ widthMm: null, heightMm: 300, turnDegrees: 90 })
})

test('with the proportions kept one side is said, else both', () => {
  const now = { widthMm: 100, heightMm: 50 }
  expect(withSide(recipe(), 'widthMm', 200, now, true)).toMatchObject({ widthMm: 200, heightMm: null })
  expect(withSide(recipe(), 'widthMm', 200, now, false)).toMatchObject({ widthMm: 200, heightMm: 50 })
})

test('joined otherwise, a start chosen along the old lines is forgotten', () => {
  expect(withLines(recipe({ startAt: 0.3 }), { oneLine: 'once' })).toMatchObject({ startAt: null, oneLine: 'once' })
})
