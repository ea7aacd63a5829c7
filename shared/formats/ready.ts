import { boundsOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { sanitise } from '#shared/geometry/sanitise.ts'
import { moveStartTo } from '#shared/geometry/transform.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { type Holds, lossesOf } from './losses.ts'

export interface MachineNeeds {
  readonly holds: Holds
  /** How far the written line may stray from a curve the format cannot hold, in millimetres. */
  readonly toleranceMm: number
  /** No place may lie further than this from the first stitch, in millimetres. */
  readonly farthestMm: number
}

export interface Ready {
  /** Starts at 0,0, as machine formats do; no empty runs or segments. */
  readonly design: Design
  readonly warnings: WarningList
}

/**
 * Makes a design ready for a machine format: cleans it, moves its first stitch to 0,0, and says what the format will lose. Refuses
 * what must not reach a machine: nothing to stitch, numbers that are not finite, a place too far from the start.
 */
export function readyForMachine(design: Design, { holds, toleranceMm, farthestMm }: MachineNeeds): Reading<Ready> {
  const clean = sanitise(design)
  if (clean === null) {
    return refusal({ code: 'not-finite', message: 'This pattern has a number that is not finite. It cannot be saved.' })
  }
  const moved = moveStartTo(clean.design, 0, 0)
  const bounds = boundsOf(moved)
  if (bounds === null) return refusal({ code: 'nothing-to-write', message: 'There is no stitching in this pattern.' })
  if (Math.max(-bounds.minX, -bounds.minY, bounds.maxX, bounds.maxY) > farthestMm) {
    return refusal({ code: 'design-too-large', message: 'This pattern is too large for this format.' })
  }
  const warnings = new WarningList()
  for (const { code, message } of [...clean.warnings, ...lossesOf(design, holds, toleranceMm)])
    warnings.add(code, message)
  return readingOf({ design: moved, warnings })
}
