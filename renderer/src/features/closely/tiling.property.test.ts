import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOfTiles, MOST_REPEATS, strideOf, tilesOf } from './tiling.ts'

const many = fc.integer({ min: 1, max: MOST_REPEATS })
const mm = fc.integer({ min: -50, max: 200 })
const repeat = fc.record({ rows: many, columns: many, gapX: mm, gapY: mm, offset: mm })
const stride = { x: 200, y: 100 }
const bounds = { minX: 0, minY: 0, maxX: 200, maxY: 100 }

test('there is a repeat for every place of every row, and the original is one of them, unmoved', () => {
  fc.assert(
    fc.property(repeat, asked => {
      const tiles = tilesOf(asked, stride)
      expect(new Set(tiles.map(tile => `${tile.row}/${tile.column}`)).size).toBe(asked.rows * asked.columns)
      const originals = tiles.filter(tile => tile.isOriginal)
      expect(originals).toHaveLength(1)
      expect(originals[0]).toMatchObject({ dx: 0, dy: 0 })
    }),
  )
})

test('neighbours are one stride and the spacing apart; every second row is moved', () => {
  fc.assert(
    fc.property(repeat, asked => {
      const tiles = tilesOf(asked, stride)
      for (const tile of tiles) {
        const right = tiles.find(one => one.row === tile.row && one.column === tile.column + 1)
        const below = tiles.find(one => one.row === tile.row + 1 && one.column === tile.column)
        if (right) expect(right.dx - tile.dx).toBeCloseTo(200 + asked.gapX)
        if (below) expect(tile.dy - below.dy).toBeCloseTo(100 + asked.gapY)
        if (below) expect(Math.abs(below.dx - tile.dx)).toBeCloseTo(Math.abs(asked.offset))
      }
    }),
  )
})

test('without spacing the repeats cover the asked rows whole', () => {
  fc.assert(
    fc.property(many, many, (rows, columns) => {
      const all = boundsOfTiles(bounds, tilesOf({ rows, columns, gapX: 0, gapY: 0, offset: 0 }, stride))
      expect(all.maxX - all.minX).toBeCloseTo(columns * 200)
      expect(all.maxY - all.minY).toBeCloseTo(rows * 100)
    }),
  )
})

test('a line that goes on repeats from its end; one that comes back repeats by its box', () => {
  expect(strideOf(bounds, { x: 10, y: 50 }, { x: 190, y: 50 })).toEqual({ x: 180, y: 100 })
  expect(strideOf(bounds, { x: 10, y: 50 }, { x: 20, y: 50 })).toEqual(stride)
  expect(strideOf(bounds, { x: 10, y: 0 }, { x: 190, y: 90 })).toEqual(stride)
  expect(strideOf(bounds, null, null)).toEqual(stride)
})
