import type { Trace } from './trace.ts'

/** Mean chord over arc at which a line counts as bent once. */
const BENT = 0.8

/**
 * The drawing's own scale: the arc length at which a chord, on the average, is 0.8 of its arc. A motif has the same alone, in a
 * border and in a block, where every measure of the whole drawing differs.
 */
export function localScale(trace: Trace): number {
  let before = { lag: 0, mean: 1 }
  for (let size = 2; ; size *= Math.SQRT2) {
    const lag = Math.round(size)
    const mean = meanStraightness(trace, lag)
    // Runs too short for this window: the line is straighter than 0.8 for as long as it goes.
    if (mean === null) return Math.max(1, before.lag) * trace.step
    if (mean < BENT) {
      const share = (before.mean - BENT) / (before.mean - mean)
      return (before.lag + (lag - before.lag) * share) * trace.step
    }
    before = { lag, mean }
  }
}

function meanStraightness({ x, y, starts, closed, step }: Trace, lag: number): number | null {
  let sum = 0
  let count = 0
  for (let run = 0; run + 1 < starts.length; run++) {
    const from = starts[run]!
    const to = starts[run + 1]!
    const size = to - from
    const ring = closed[run] === 1
    if (ring ? lag > size / 2 : lag >= size) continue
    const last = ring ? to : to - lag
    for (let at = from; at < last; at++) {
      const other = at + lag < to ? at + lag : at + lag - size
      const dx = x[other]! - x[at]!
      const dy = y[other]! - y[at]!
      sum += Math.sqrt(dx * dx + dy * dy)
      count++
    }
  }
  return count === 0 ? null : sum / (count * lag * step)
}
