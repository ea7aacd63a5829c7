import type { Trace } from '../trace.ts'
import { Scratch } from '../scratch.ts'
import { angleOf, drop, dropInto, rooted } from './histogram.ts'

/** How a line bends, seen through windows of several arc lengths. Free of turn, mirror, direction and place. */
export interface BendingSizes {
  readonly windows: number
  readonly joint: readonly number[]
}

const TURNS = 12
const STRAIGHT = 10
const FIRST = 5
const SECOND = 9
const TURNS_ROOM = new Scratch()
/** Lengths of the parts of one window. */
const PER_WINDOW = [TURNS, STRAIGHT] as const

export function bendingParts(windows: number, joint: readonly number[]): number[] {
  return [...Array.from({ length: windows }, () => PER_WINDOW).flat(), ...joint.map(() => FIRST * SECOND)]
}

/**
 * For each lag: the turn between the chords before and after a sample (0 to a half turn), and chord over arc across both; then, for the
 * lags named in `joint` by their place, how a turn goes together with the next one: a spiral keeps its sense, a wave changes it.
 * Writes into `out` from `from`; a part with nothing to count is marked 0 in `present`.
 */
export function bending(
  trace: Trace,
  lags: readonly number[],
  joint: readonly number[],
  out: Float64Array,
  from: number,
  present: Uint8Array,
  part: number,
): void {
  let at = from
  let place = part
  const turns = TURNS_ROOM.take(trace.x.length)
  const jointFrom = from + lags.length * (TURNS + STRAIGHT)
  const jointPart = part + lags.length * 2
  for (const [which, lag] of lags.entries()) {
    turnsAt(trace, lag, turns, out, at)
    present[place++] = rooted(out, at, TURNS) ? 1 : 0
    present[place++] = rooted(out, at + TURNS, STRAIGHT) ? 1 : 0
    at += TURNS + STRAIGHT
    const slot = joint.indexOf(which)
    if (slot < 0) continue
    const cells = jointFrom + slot * FIRST * SECOND
    pairsAt(trace, lag, turns, out, cells)
    present[jointPart + slot] = rooted(out, cells, FIRST * SECOND) ? 1 : 0
  }
}

/** Marks samples whose window leaves the run. */
const NONE = 9

function turnsAt(
  { x, y, starts, closed, step }: Trace,
  lag: number,
  turns: Float64Array,
  out: Float64Array,
  at: number,
) {
  const arc = 2 * lag * step
  for (let run = 0; run + 1 < starts.length; run++) {
    const from = starts[run]!
    const to = starts[run + 1]!
    const size = to - from
    const ring = closed[run] === 1 && size > 2 * lag
    for (let s = from; s < to; s++) {
      let before = s - lag
      let after = s + lag
      if (ring) {
        if (before < from) before += size
        if (after >= to) after -= size
      } else if (before < from || after >= to) {
        turns[s] = NONE
        continue
      }
      const ax = x[s]! - x[before]!
      const ay = y[s]! - y[before]!
      const bx = x[after]! - x[s]!
      const by = y[after]! - y[s]!
      const turn = angleOf(ax * by - ay * bx, ax * bx + ay * by)
      turns[s] = turn
      drop(out, at, TURNS, (turn < 0 ? -turn : turn) * ((TURNS - 1) / Math.PI), 1)
      const cx = ax + bx
      const cy = ay + by
      drop(out, at + TURNS, STRAIGHT, (Math.sqrt(cx * cx + cy * cy) / arc) * (STRAIGHT - 1), 1)
    }
  }
}

function pairsAt({ starts, closed }: Trace, lag: number, turns: Float64Array, out: Float64Array, cells: number) {
  for (let run = 0; run + 1 < starts.length; run++) {
    const from = starts[run]!
    const to = starts[run + 1]!
    const size = to - from
    const ring = closed[run] === 1 && size > 2 * lag
    const last = ring ? to : to - lag
    for (let s = from; s < last; s++) {
      const next = s + lag < to ? s + lag : s + lag - size
      const here = turns[s]!
      const there = turns[next]!
      if (here === NONE || there === NONE) continue
      // Read backwards or in a mirror a pair is the same pair.
      const isGreater = (here < 0 ? -here : here) >= (there < 0 ? -there : there)
      const greater = isGreater ? here : there
      const lesser = isGreater ? there : here
      const a = greater < 0 ? -greater : greater
      const b = greater < 0 ? -lesser : lesser
      dropInto(out, cells, FIRST, SECOND, a * ((FIRST - 1) / Math.PI), (b / Math.PI + 1) * ((SECOND - 1) / 2), 1)
    }
  }
}
