/** All checks of one source, over one start of it. */
import { afterAll, beforeAll } from 'vitest'
import { checkFaults } from './check-faults.ts'
import { checkReading } from './check-reading.ts'
import { checkWaiting } from './check-waiting.ts'
import type { PlaceKind, ShapePlace } from './shape-place.ts'

export function checkConformance(kind: PlaceKind): void {
  let place: ShapePlace
  beforeAll(async () => {
    place = await kind.start()
  })
  afterAll(() => place.close())
  for (const check of [checkReading, checkFaults, checkWaiting]) check(kind, () => place)
}
