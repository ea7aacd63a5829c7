import { boundsOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { sanitise } from '#shared/geometry/sanitise.ts'
import { moveStartTo } from '#shared/geometry/transform.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'

/** What a machine format can carry beside the stitches. */
export interface Carries {
  readonly notes: boolean
  readonly pauseText: boolean
}

export interface Prepared {
  /** Starts at 0,0, as machine formats do; no empty runs or segments. */
  readonly design: Design
  readonly warnings: WarningList
}

/**
 * Makes a design ready for a machine format: cleans it, moves its first stitch to 0,0, and says what the format will lose. Refuses
 * what must not reach a machine: nothing to stitch, numbers that are not finite, a place further than `farthestMm` from the start.
 */
export function prepare(design: Design, carries: Carries, farthestMm: number): Reading<Prepared> {
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
  for (const { code, message } of clean.warnings) warnings.add(code, message)
  tellLosses(design, carries, warnings)
  return readingOf({ design: moved, warnings })
}

function tellLosses(design: Design, carries: Carries, warnings: WarningList): void {
  const { runs, metadata } = design
  if (!carries.notes && (metadata.notes.length > 0 || metadata.name !== undefined)) {
    warnings.add('notes-lost', 'This format holds no notes. Keep the first file for the copyright.')
  }
  if (!carries.pauseText && runs.some(run => run.pauseBefore !== undefined && run.pauseBefore !== '')) {
    warnings.add('pause-text-lost', 'The machine will pause, but this format cannot show the words.')
  }
  // One colour for everything says nothing worth keeping.
  if (new Set(runs.map(run => run.thread)).size > 1) {
    warnings.add('thread-lost', 'This format holds no thread colours.')
  }
  if (new Set(runs.map(run => run.layer)).size > 1) warnings.add('layers-lost', 'This format holds no layers.')
}
