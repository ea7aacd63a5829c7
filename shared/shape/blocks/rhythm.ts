import { Scratch } from '../scratch.ts'
import type { Trace } from '../trace.ts'

export const RHYTHM = 24

const TURNS = new Scratch()
const SUMS = new Scratch()
const COUNTS = new Scratch()

/**
 * How turns come back along the line: the autocorrelation of the turn over `lag` samples at 1 to 24 times `hop` samples. The first turns of a
 * wave come back changed in sign, those of a row of loops as they were. False when the line is too short for one hop.
 */
export function rhythm(
  { x, y, starts, closed }: Trace,
  lag: number,
  hop: number,
  out: Float64Array,
  at: number,
): boolean {
  let power = 0
  let counted = 0
  const sums = SUMS.take(RHYTHM).fill(0)
  const counts = COUNTS.take(RHYTHM).fill(0)
  for (let run = 0; run + 1 < starts.length; run++) {
    const from = starts[run]!
    const size = starts[run + 1]! - from
    const ring = closed[run] === 1 && size > 2 * lag
    const turns = turnsOf(x, y, from, size, lag, ring)
    const known = turns.length
    for (let s = 0; s < known; s++) power += turns[s]! * turns[s]!
    counted += known
    for (let k = 0; k < RHYTHM; k++) {
      const apart = (k + 1) * hop
      const last = ring ? (apart < size ? known : 0) : known - apart
      let sum = 0
      for (let s = 0; s < last; s++) sum += turns[s]! * turns[s + apart < known ? s + apart : s + apart - known]!
      if (last > 0) {
        sums[k]! += sum
        counts[k]! += last
      }
    }
  }
  if (counted === 0 || !(power > 0) || counts[0] === 0) return false
  const mean = power / counted
  // Few pairs say little: they are drawn towards nothing.
  for (let k = 0; k < RHYTHM; k++) out[at + k] = sums[k]! / mean / (counts[k]! + 4 * hop)
  return true
}

/** Sine of half the turn, signed: cheap, and a hairpin does not drown all else. */
function turnsOf(x: Float64Array, y: Float64Array, from: number, size: number, lag: number, ring: boolean) {
  const known = ring ? size : Math.max(0, size - 2 * lag)
  const turns = TURNS.take(known).fill(0)
  for (let s = 0; s < known; s++) {
    const middle = from + ((s + lag) % size)
    const before = from + s
    const after = from + ((s + 2 * lag) % size)
    const ax = x[middle]! - x[before]!
    const ay = y[middle]! - y[before]!
    const bx = x[after]! - x[middle]!
    const by = y[after]! - y[middle]!
    const cross = ax * by - ay * bx
    const size2 = Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by))
    if (size2 === 0) continue
    const half = Math.sqrt(Math.max(0, (1 - (ax * bx + ay * by) / size2) / 2))
    turns[s] = cross < 0 ? -half : half
  }
  return turns
}
