import { expect, test } from 'vitest'
import { measureDesign } from '#shared/geometry/measure.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { SAME_SHAPE, shapeDistance, shapeKey } from './shape-key.ts'

test('no two starter designs have one shape, whatever their proportions', () => {
  const drawn = starterPatterns.map(pattern => {
    const design = pattern.draw()
    const key = shapeKey(design, measureDesign(design))
    if (key === null) throw new Error(`${pattern.slug} has no shape`)
    // The last two bytes hold the proportions: without them a stretched copy of a design would be found out too.
    return { slug: pattern.slug, key: key.fill(0, key.length - 2) }
  })
  const alike = drawn.flatMap((a, i) =>
    drawn.slice(0, i).flatMap(b => (shapeDistance(a.key, b.key) < SAME_SHAPE ? [`${a.slug} and ${b.slug}`] : [])),
  )
  expect(alike).toEqual([])
})
