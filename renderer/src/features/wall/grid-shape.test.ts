import { describe, expect, test } from 'vitest'
import { gridShape, moveBy } from './grid-shape.ts'

describe('the shape of the wall', () => {
  test('larger letters make larger cards, so fewer of them stand in a row', () => {
    expect(gridShape(800, 18, 9.5).columns).toBe(4)
    expect(gridShape(800, 32, 9.5).columns).toBe(2)
  })

  test('cards and the gaps between them never add up to more than the wall is wide', () => {
    for (let width = 100; width < 2000; width += 37) {
      const { columns, card, gap } = gridShape(width, 18, 7.25)
      expect(columns * card + (columns - 1) * gap).toBeLessThanOrEqual(Math.max(width, card))
    }
  })

  test('however large she likes them, a picture is seen whole in the window', () => {
    for (let card = 5.5; card <= 20; card += 0.5) {
      const { picture } = gridShape(1_000, 32, card, 560)
      expect(picture.inset + picture.height).toBeLessThanOrEqual(560)
    }
    expect(gridShape(1_000, 32, 20, 100)).toEqual(gridShape(1_000, 32, 9.5))
  })

  test('a wall without any room still has one column', () => {
    expect(gridShape(0, 18, 14).columns).toBe(1)
  })
})

describe('keys on the wall', () => {
  const wall = { columns: 4, total: 10, rowsInView: 2, far: false }

  test('arrows move one card, and stop at the ends', () => {
    expect(moveBy('ArrowRight', 0, wall)).toBe(1)
    expect(moveBy('ArrowLeft', 0, wall)).toBe(0)
    expect(moveBy('ArrowRight', 9, wall)).toBe(9)
    expect(moveBy('ArrowUp', 2, wall)).toBe(2)
    expect(moveBy('ArrowDown', 1, wall)).toBe(5)
  })

  test('down from a full row into a shorter last one lands on its last card', () => {
    expect(moveBy('ArrowDown', 7, wall)).toBe(9)
    expect(moveBy('ArrowDown', 9, wall)).toBe(9)
  })

  test('Home and End mean the row, with Control the whole wall', () => {
    expect(moveBy('Home', 6, wall)).toBe(4)
    expect(moveBy('End', 5, wall)).toBe(7)
    expect(moveBy('End', 8, wall)).toBe(9)
    expect(moveBy('Home', 6, { ...wall, far: true })).toBe(0)
    expect(moveBy('End', 0, { ...wall, far: true })).toBe(9)
  })

  test('pages keep the column while there is a row to go to', () => {
    expect(moveBy('PageDown', 1, wall)).toBe(9)
    expect(moveBy('PageUp', 9, wall)).toBe(1)
    expect(moveBy('PageUp', 5, wall)).toBe(1)
  })
})
