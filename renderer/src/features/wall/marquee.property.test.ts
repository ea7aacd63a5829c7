import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridShape, type GridShape } from './grid-shape.ts'
import { type Box, edgePace, indexesOf, isTouched, touchedBy } from './marquee.ts'

const shapes = fc
  .record({
    width: fc.integer({ min: 150, max: 2_400 }),
    rem: fc.integer({ min: 16, max: 36 }),
    card: fc.double({ min: 5.5, max: 20, noNaN: true }),
  })
  .map(({ width, rem, card }) => gridShape(width, rem, card))
const length = fc.integer({ min: -300, max: 6_000 })
const boxes = fc.record({ fromX: length, fromY: length, toX: length, toY: length })
const TOP = 9

/** The slow way: every card's own rectangle against the box. */
function oracle(box: Box, shape: GridShape, total: number): number[] {
  const [left, right] = [Math.min(box.fromX, box.toX), Math.max(box.fromX, box.toX)]
  const [top, bottom] = [Math.min(box.fromY, box.toY), Math.max(box.fromY, box.toY)]
  return Array.from({ length: total }, (_, index) => index).filter(index => {
    const x = (index % shape.columns) * (shape.card + shape.gap)
    const y = TOP + Math.floor(index / shape.columns) * shape.rowHeight
    return x <= right && x + shape.card >= left && y <= bottom && y + shape.cardHeight >= top
  })
}

describe('a box drawn over the wall', () => {
  test('chooses exactly the pictures it touches, however it is drawn', () => {
    fc.assert(
      fc.property(shapes, boxes, fc.integer({ min: 0, max: 120 }), (shape, box, total) => {
        const touched = touchedBy(box, shape, TOP, total)
        const chosen = touched ? indexesOf(touched, shape.columns, total) : []
        expect(chosen).toEqual(oracle(box, shape, total))
      }),
    )
  })

  test('lights up the same pictures while it is drawn', () => {
    fc.assert(
      fc.property(shapes, boxes, (shape, box) => {
        const touched = touchedBy(box, shape, TOP, 60)
        fc.pre(touched !== null)
        const lit = Array.from({ length: 60 }, (_, index) => index).filter(
          index => touched !== null && isTouched(touched, index, shape.columns),
        )
        expect(lit).toEqual(touched && indexesOf(touched, shape.columns, 60))
      }),
    )
  })

  test('the larger box chooses everything the smaller one in it does', () => {
    fc.assert(
      fc.property(shapes, boxes, fc.integer({ min: 0, max: 900 }), (shape, box, more) => {
        const small = touchedBy(box, shape, TOP, 80)
        const toX = box.toX + (box.toX >= box.fromX ? more : -more)
        const toY = box.toY + (box.toY >= box.fromY ? more : -more)
        const large = touchedBy({ ...box, toX, toY }, shape, TOP, 80)
        const inLarge = new Set(large ? indexesOf(large, shape.columns, 80) : [])
        for (const index of small ? indexesOf(small, shape.columns, 80) : []) expect(inLarge.has(index)).toBe(true)
      }),
    )
  })

  test('drawn only in the gap between two pictures it chooses nothing', () => {
    const shape = gridShape(900, 18, 9.5)
    const x = shape.card + shape.gap / 2
    expect(touchedBy({ fromX: x, toX: x + 2, fromY: 20, toY: 60 }, shape, TOP, 60)).toBeNull()
  })
})

describe('at the edges', () => {
  test('the wall rests while the pointer is well inside, and moves towards the edge it is at', () => {
    expect(edgePace(400, 800)).toBe(0)
    expect(edgePace(10, 800)).toBeLessThan(0)
    expect(edgePace(790, 800)).toBeGreaterThan(0)
    expect(edgePace(2_000, 800)).toBeGreaterThan(edgePace(805, 800))
  })
})
