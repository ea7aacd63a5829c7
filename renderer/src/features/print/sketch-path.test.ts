import { expect, test } from 'vitest'
import { linesOf, threadUnits } from './sketch-path.ts'

const sketch = {
  width: 1000,
  height: 500,
  closed: false,
  runs: [Int16Array.from([0, 0, 10, 5, 8, 5]), Int16Array.from([100, 200])],
}

test('every run becomes a line of its own, a single stitch a dot', () => {
  expect(linesOf(sketch).d).toBe('M0 0l10 5 -2 0 M100 200l0 0')
})

test('the thread is as thick on a small picture as on a large one', () => {
  const lines = linesOf(sketch)
  expect(threadUnits(lines, { width: 50, height: 50 }, 0.3)).toBeCloseTo(6)
  expect(threadUnits(lines, { width: 100, height: 20 }, 0.3)).toBeCloseTo(7.5)
})
