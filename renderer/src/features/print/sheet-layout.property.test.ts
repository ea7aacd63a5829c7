import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DIRECTIONS, PAPERS, paperOf } from './paper.ts'
import { CAPTION_LINES, FEWEST_ACROSS, layoutOf, MOST_ACROSS, onPage, pagesFor } from './sheet-layout.ts'

const choice = fc.record({
  paper: fc.constantFrom(...PAPERS),
  direction: fc.constantFrom(...DIRECTIONS),
  across: fc.integer({ min: FEWEST_ACROSS, max: MOST_ACROSS }),
  lines: fc.subarray([...CAPTION_LINES]),
})

test('everything stands inside the paper, so that no picture is ever cut', () => {
  fc.assert(
    fc.property(choice, asked => {
      const { page, margin, head, across, rows, cell, gap } = layoutOf(asked)
      expect(2 * margin + across * cell.width + (across - 1) * gap.x).toBeLessThanOrEqual(page.width + 1e-6)
      expect(2 * margin + head + rows * cell.height + (rows - 1) * gap.y).toBeLessThanOrEqual(page.height + 1e-6)
    }),
  )
})

test('pictures are as wide as asked, never flat as a ribbon nor tall as a tower, and names can be read', () => {
  fc.assert(
    fc.property(choice, asked => {
      const { across, picture, letters, rows } = layoutOf(asked)
      expect(across).toBe(asked.across)
      expect(rows).toBeGreaterThanOrEqual(1)
      expect(picture.height / picture.width).toBeGreaterThanOrEqual(0.5)
      expect(picture.height / picture.width).toBeLessThanOrEqual(1.15 + 1e-9)
      // 7.5 points, as small as a newspaper prints its tables.
      expect(letters.name).toBeGreaterThanOrEqual(2.6)
    }),
  )
})

test('every pattern is on exactly one page, in order, and no page is empty', () => {
  fc.assert(
    fc.property(choice, fc.integer({ min: 1, max: 2000 }), (asked, count) => {
      const layout = layoutOf(asked)
      const all = Array.from({ length: count }, (_, index) => index)
      const pages = Array.from({ length: pagesFor(count, layout) }, (_, page) => onPage(all, page, layout))
      expect(pages.flat()).toEqual(all)
      expect(pages.every(page => page.length > 0)).toBe(true)
    }),
  )
})

test('the paper is the one sold where she lives', () => {
  expect(paperOf('en-US')).toBe('letter')
  expect(paperOf('en')).toBe('letter')
  expect(paperOf('fr-CA')).toBe('letter')
  expect(paperOf('en-AU')).toBe('a4')
  expect(paperOf('de')).toBe('a4')
  expect(paperOf('?')).toBe('letter')
})
