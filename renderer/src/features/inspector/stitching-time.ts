import { MM_PER_INCH } from '#shared/geometry/units.ts'

/** What the estimate takes for granted: a usual pace of a longarm in the hands of its regulator. Named wherever the estimate is. */
export const PACE = { stitchesPerMinute: 1_500, stitchesPerInch: 10 } as const

/**
 * Seconds a machine needs for this much line: `mm / 25.4 × stitches per inch / stitches per minute × 60`. Without the moves between the
 * lines, tie-offs and thread changes, which depend on her and not on the pattern.
 */
export function stitchingSeconds(
  stitchedMm: number,
  pace: { stitchesPerMinute: number; stitchesPerInch: number } = PACE,
): number {
  const stitches = (stitchedMm / MM_PER_INCH) * pace.stitchesPerInch
  return (stitches / pace.stitchesPerMinute) * 60
}
