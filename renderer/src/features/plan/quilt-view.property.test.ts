import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlannedLayout } from '#shared/planning/plan-layout.ts'
import { viewOf } from './quilt-view.ts'

const aTrim = fc.integer({ min: 0, max: 3_000 })

test('the whole quilt is in the picture, to scale, however much lies beyond its edges', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 4_000 }),
      fc.integer({ min: 200, max: 4_000 }),
      fc.record({ top: aTrim, right: aTrim, bottom: aTrim, left: aTrim }),
      (widthMm, heightMm, trim) => {
        const layout = { kind: 'rows', quilt: { widthMm, heightMm }, trim } as unknown as PlannedLayout
        const { scale, left, top } = viewOf(layout, 700, 500, 12)
        expect(left).toBeGreaterThanOrEqual(11.99)
        expect(top).toBeGreaterThanOrEqual(11.99)
        expect(left + widthMm * scale).toBeLessThanOrEqual(688.01)
        expect(top + heightMm * scale).toBeLessThanOrEqual(488.01)
      },
    ),
  )
})
