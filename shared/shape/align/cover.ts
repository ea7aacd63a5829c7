import type { Pose } from './fit.ts'
import type { Grid } from './grid.ts'
import { type Line, SAMPLES } from './line.ts'

/** Two lines nearer than this are one, in radii of gyration: about 0.3 % of the diagonal. */
export const TOGETHER = 0.008

export interface Cover {
  /** Share of the samples that lie on the other line. */
  readonly share: number
  /** Root mean square distance of those, in the frame of the other line. */
  readonly apart: number
}

/** Marks which samples lie on the other line. `within`: in the frame of that line. */
export function cover(samples: Float64Array, pose: Pose, grid: Grid, within: number, covered: Uint8Array): Cover {
  let count = 0
  let squares = 0
  for (let i = 0; i < SAMPLES; i++) {
    const x = samples[2 * i]!
    const y = samples[2 * i + 1]!
    const px = pose.xx * x + pose.xy * y + pose.x0
    const py = pose.yx * x + pose.yy * y + pose.y0
    const squared = grid.nearest(px, py, 1)
    const isCovered = squared <= within * within
    covered[i] = isCovered ? 1 : 0
    if (!isCovered) continue
    count++
    squares += squared
  }
  return { share: count / SAMPLES, apart: count === 0 ? 0 : Math.sqrt(squares / count) }
}

/** How much of a line may hang over at its ends, and in how many places: a tail that was cut, a tie-off that was added. */
export const MOST_ENDS = 0.08
const LONGEST_ENDS = MOST_ENDS * SAMPLES
const MOST_PLACES = 2
/** A tie-off of its own is shorter than this. */
const SMALLEST_PART = 0.01 * SAMPLES

/**
 * The share covered when what hangs over at the ends of runs is left out; null when too much would be left out. An end is a stretch
 * at the beginning or end of a run, at least half of which lies off the other line; where a run is closed, one such stretch anywhere.
 */
export function coverWithoutEnds({ runStarts, closed }: Line, covered: Uint8Array): number | null {
  let left = 0
  let ends = 0
  let missing = 0
  for (let run = 0; run + 1 < runStarts.length; run++) {
    const from = runStarts[run]!
    const to = runStarts[run + 1]!
    const head = overhang(covered, from, to, 1)
    const tail = head === to - from ? 0 : overhang(covered, to - 1, from + head - 1, -1)
    // A run of its own is a part of the design and no end of it: a flower with a centre is not the flower without.
    if (head + tail > (to - from) / 2 && to - from > SMALLEST_PART) return null
    let bare = 0
    for (let i = from + head; i < to - tail; i++) bare += 1 - covered[i]!
    const gap = closed[run] === 1 && head + tail === 0 ? longestGap(covered, from, to) : 0
    left += head + tail + gap
    ends += Number(head > 0) + Number(tail > 0) + Number(gap > 0)
    missing += bare - gap
  }
  if (left > LONGEST_ENDS || ends > MOST_PLACES) return null
  return 1 - missing / (SAMPLES - left)
}

/** How far from `from` on a stretch reaches that is mostly bare and ends bare. */
function overhang(covered: Uint8Array, from: number, to: number, step: number): number {
  let bare = 0
  let seen = 0
  let reached = 0
  for (let i = from; i !== to; i += step) {
    seen++
    if (covered[i] === 0) {
      bare++
      if (2 * bare >= seen) reached = seen
    } else if (seen > LONGEST_ENDS) break
  }
  return reached
}

function longestGap(covered: Uint8Array, from: number, to: number): number {
  let longest = 0
  let gap = 0
  for (let i = from; i < to; i++) {
    gap = covered[i] === 0 ? gap + 1 : 0
    if (gap > longest) longest = gap
  }
  return longest
}
