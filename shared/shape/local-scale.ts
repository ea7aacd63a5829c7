import { Scratch } from './scratch.ts'
import type { Strands } from './strands.ts'
import { type Trace, traced } from './trace.ts'

/** Mean chord over arc at which a line counts as bent once. */
const BENT = 0.8

/** Steps to a local scale below which samples cut the corners they should tell of, and the scale comes out too long. */
const FEWEST_STEPS = 14
const STEPS = 20
const MOST = 6000
const ROOM = { x: new Scratch(), y: new Scratch() }

/**
 * The drawing's own scale: the arc length at which a chord, on the average, is 0.8 of its arc. A motif has the same alone, in a
 * border and in a block, where every measure of the whole drawing differs.
 *
 * @param first a trace of the strands, which is refined until it is fine enough for what it tells of
 */
export function localScale(strands: Strands, first: Trace): number {
  let trace = first
  for (;;) {
    const scale = scaleOf(trace)
    const step = Math.max(scale / STEPS, strands.length / MOST)
    if (scale >= FEWEST_STEPS * trace.step || step > 0.9 * trace.step) return scale
    trace = traced(strands, step, 2 * MOST, ROOM)
  }
}

function scaleOf(trace: Trace): number {
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
