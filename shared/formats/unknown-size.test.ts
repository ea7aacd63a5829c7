import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { designOf } from '#shared/testing/arbitraries.ts'
import { FIXTURES } from '#shared/testing/files.ts'
import { valueOf } from '#shared/testing/readings.ts'
import { readDesign } from './registry.ts'
import { inUnits } from './unknown-size.ts'

const leaf = (extension: string) =>
  valueOf(readDesign(readFileSync(join(FIXTURES, `generated/leaf.${extension}`)), `leaf.${extension}`).reading)

test.each(['csv', 'cqp', 'tap', 'qdata'])(
  'the same curve as TXT and as %s is the same drawing, the same way up',
  extension => {
    const [txt, other] = [leaf('txt'), leaf(extension)]
    expect(other.runs).toHaveLength(1)
    expect(hausdorff(txt, other).distanceMm).toBeLessThan(0.001)
  },
)

test('a pattern whose file holds no size says so, and is shown ten inches long', () => {
  const design = leaf('txt')
  expect(design.metadata.size).toBe('unknown')
  const { minX, maxX } = boundsOf(design)!
  expect(maxX - minX).toBeCloseTo(254, 6)
})

const square = designOf(
  runFrom({ x: 100, y: 100 }, [
    { kind: 'line', to: { x: 100 + 12 * 25.4, y: 100 } },
    { kind: 'line', to: { x: 100 + 12 * 25.4, y: 100 + 8.5 * 25.4 } },
  ]),
)

test('what loses its size has it in words beside, in inches and millimetres', () => {
  const units = valueOf(inUnits(square))
  expect(units.beside[0]).toBe('True size: 12 inches wide and 8.5 inches high (304.8 mm by 215.9 mm).')
  expect(units.warnings.map(({ code }) => code)).toEqual(['size-lost'])
})

test('the longer side becomes 1,080 and the middle 0,0', () => {
  const { minX, minY, maxX, maxY } = boundsOf(valueOf(inUnits(square)).design)!
  expect(minX).toBeCloseTo(-540, 9)
  expect(maxX).toBeCloseTo(540, 9)
  expect(minY).toBeCloseTo(-382.5, 9)
  expect(maxY).toBeCloseTo(382.5, 9)
})

test('a pattern that never had a size is not given one in words', () => {
  const units = valueOf(inUnits({ ...square, metadata: { notes: [], size: 'unknown' } }))
  expect([units.beside, units.warnings]).toEqual([[], []])
})

test('a size that Bobbin took from a rule is told as that', () => {
  const units = valueOf(inUnits({ ...square, metadata: { notes: [], size: 'assumed' } }))
  expect(units.beside[0]).toMatch(/^Size as Bobbin takes it/)
})
