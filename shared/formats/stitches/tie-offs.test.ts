import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { designOf } from '#shared/testing/arbitraries.ts'
import { told } from '#shared/testing/readings.ts'
import { withoutTieOffs } from './tie-offs.ts'

/** A run through places told in millimetres. */
function through(...xy: number[]) {
  const points = Array.from({ length: xy.length / 2 }, (_, i) => ({ x: xy[2 * i]!, y: xy[2 * i + 1]! }))
  return runFrom(
    points[0]!,
    points.slice(1).map(to => ({ kind: 'line', to })),
  )
}

test.each([
  ['at the start', [0, 0, 0.2, 0, 0, 0, 0.2, 0, 0, 0, 3, 0, 6, 0], '0,0 L3,0 L6,0'],
  ['at the end', [0, 0, 3, 0, 6, 0, 5.8, 0, 6, 0, 5.8, 0, 6, 0], '0,0 L3,0 L6,0'],
  ['at both ends', [0, 0, 0.2, 0, 0, 0, 3, 0, 6, 0, 5.8, 0, 6, 0], '0,0 L3,0 L6,0'],
  ['once forth and back', [0, 0, 0.2, 0, 0, 0, 0.2, 0, 3, 0], '0,0 L0.2,0 L3,0'],
])('stitches that lock the thread go: %s', (_, xy, left) => {
  expect(told(withoutTieOffs(through(...xy)))).toBe(left)
})

test.each([
  ['no stitch that turns back', [0, 0, 0.2, 0, 0.4, 0, 3, 0]],
  ['a single short stitch', [0, 0, 0.2, 0, -3, 0, -6, 0]],
  ['stitches of 0.3 mm', [0, 0, 0.3, 0, 0, 0, 3, 0]],
  ['stitches beside the seam', [0, 0, 0, 0.2, 0, 0, 3, 0]],
  ['a run of nothing else', [0, 0, 0.2, 0, 0, 0, 0.2, 0]],
])('they stay where there is %s', (_, xy) => {
  const run = through(...xy)
  expect(withoutTieOffs(run)).toBe(run)
})

test('whatever is left out lay on the seam: no line moves', () => {
  const step = fc.record({ x: fc.integer({ min: -4, max: 4 }), y: fc.integer({ min: -4, max: 4 }) })
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), steps => {
      let at = { x: 0, y: 0 }
      const points = steps.map(({ x, y }) => (at = { x: at.x + x / 10, y: at.y + y / 10 }))
      const run = through(0, 0, ...points.flatMap(({ x, y }) => [x, y]))
      const left = withoutTieOffs(run)
      expect(left.ops.length).toBeGreaterThan(0)
      expect(hausdorff(designOf(run), designOf(left), { stepMm: 0.01 }).distanceMm).toBeLessThan(0.06)
    }),
  )
})
