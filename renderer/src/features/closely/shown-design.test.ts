import { expect, test } from 'vitest'
import { LINE, type Run } from '#shared/geometry/design.ts'
import { boundsShown, showDesign } from './shown-design.ts'
import { tilesOf } from './tiling.ts'
import { AS_IT_WAS, turnBy } from './turning.ts'

/** Ten inches from left to right, with a peak. */
const row: Run = { ops: Uint8Array.from([LINE, LINE]), coords: Float64Array.from([0, 0, 127, 60, 254, 0]) }

test('turning is for the eye: what was read stays untouched, and the way is as long as before', () => {
  const before = showDesign([row], AS_IT_WAS)
  const turned = showDesign([row], turnBy(AS_IT_WAS, 90))
  expect([...row.coords]).toEqual([0, 0, 127, 60, 254, 0])
  expect(before.runs[0]).toBe(row)
  expect(turned.bounds.maxX - turned.bounds.minX).toBeCloseTo(60)
  expect(turned.bounds.maxY - turned.bounds.minY).toBeCloseTo(254)
  expect(turned.journey.length).toBeCloseTo(before.journey.length)
})

test('a row that goes on repeats from where it ends', () => {
  const design = showDesign([row], AS_IT_WAS)
  const tiles = tilesOf({ rows: 1, columns: 3, gapX: 0, gapY: 0, offset: 0 }, design.stride)
  expect(tiles.map(tile => tile.dx)).toEqual([-254, 0, 254])
  expect(boundsShown(design, tiles)).toEqual({ minX: -254, minY: 0, maxX: 508, maxY: 60 })
})
