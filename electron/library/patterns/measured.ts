import type { FieldValue } from '../db/synced.ts'
import type { DesignFacts } from '../import/reading.ts'

/** What measuring its main file says of a pattern; of none, that nothing is known. */
export function measuredFields(facts: DesignFacts | null): Record<string, FieldValue> {
  return {
    stitched_mm: facts?.stitchedLengthMm ?? null,
    travel_mm: facts?.travelLengthMm ?? null,
    runs: facts?.runs ?? null,
    jumps: facts?.jumps ?? null,
    pauses: facts?.pauses ?? null,
    points: facts?.points ?? null,
    closed: facts === null ? null : Number(facts.closed),
    end_rise_mm: facts?.start && facts.end ? facts.end.y - facts.start.y : null,
  }
}
