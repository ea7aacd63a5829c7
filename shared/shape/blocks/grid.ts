import type { Frame } from '../frame.ts'
import type { Trace } from '../trace.ts'
import { angleOf, dropInto, rooted } from './histogram.ts'

const SQUARE = 7
const STRETCHED = 6
const WAYS = 6
const PICTURE = 12

export const GRID = [SQUARE * SQUARE * WAYS, STRETCHED * STRETCHED * WAYS, PICTURE * PICTURE, WAYS * 2] as const

/** The square grid reaches this far from the middle, in radii of gyration. */
const REACH = 2

/**
 * The drawing as it stands: how much line runs which of six ways in each cell of a square grid around its middle and of a grid
 * stretched over its box; a coarse picture; and the ways over all. The line's direction does not matter, its slant does.
 */
export function grid(
  trace: Trace,
  frame: Frame,
  out: Float64Array,
  from: number,
  present: Uint8Array,
  part: number,
): void {
  const { x, y, starts, closed } = trace
  const squareFrom = from
  const stretchedFrom = from + GRID[0]
  const pictureFrom = stretchedFrom + GRID[1]
  const waysFrom = pictureFrom + GRID[2]
  const unit = SQUARE / (2 * REACH * frame.gyration)
  const wide = STRETCHED / Math.max(frame.maxX - frame.minX, frame.gyration * 1e-3)
  const tall = STRETCHED / Math.max(frame.maxY - frame.minY, frame.gyration * 1e-3)
  for (let run = 0; run + 1 < starts.length; run++) {
    const first = starts[run]!
    const to = starts[run + 1]!
    const last = closed[run] ? to : to - 1
    for (let s = first; s < last; s++) {
      const next = s + 1 < to ? s + 1 : first
      const dx = x[next]! - x[s]!
      const dy = y[next]! - y[s]!
      const length = Math.sqrt(dx * dx + dy * dy)
      if (length === 0) continue
      const mx = (x[next]! + x[s]!) / 2
      const my = (y[next]! + y[s]!) / 2
      const way = (angleOf(dy, dx) / Math.PI + 1) * WAYS
      const w0 = way | 0
      const share = way - w0
      const one = w0 % WAYS
      const two = (w0 + 1) % WAYS
      const u = (mx - frame.x) * unit + SQUARE / 2 - 0.5
      const v = (my - frame.y) * unit + SQUARE / 2 - 0.5
      const a = (mx - frame.minX) * wide - 0.5
      const b = (my - frame.minY) * tall - 0.5
      cells(out, squareFrom + one * SQUARE * SQUARE, SQUARE, v, u, length * (1 - share))
      cells(out, squareFrom + two * SQUARE * SQUARE, SQUARE, v, u, length * share)
      cells(out, stretchedFrom + one * STRETCHED * STRETCHED, STRETCHED, b, a, length * (1 - share))
      cells(out, stretchedFrom + two * STRETCHED * STRETCHED, STRETCHED, b, a, length * share)
      cells(
        out,
        pictureFrom,
        PICTURE,
        ((v + 0.5) * PICTURE) / SQUARE - 0.5,
        ((u + 0.5) * PICTURE) / SQUARE - 0.5,
        length,
      )
      out[waysFrom + one]! += length * (1 - share)
      out[waysFrom + two]! += length * share
    }
  }
  waysOfArcs(trace, 8, out, waysFrom + WAYS)
  let at = from
  for (const [index, size] of GRID.entries()) {
    present[part + index] = rooted(out, at, size) ? 1 : 0
    at += size
  }
}

function cells(out: Float64Array, from: number, size: number, row: number, column: number, weight: number): void {
  dropInto(out, from, size, size, row, column, weight)
}

/** The ways of longer chords: what a wobble hides. */
function waysOfArcs({ x, y, starts }: Trace, lag: number, out: Float64Array, from: number): void {
  for (let run = 0; run + 1 < starts.length; run++) {
    for (let s = starts[run]!; s + lag < starts[run + 1]!; s++) {
      const dx = x[s + lag]! - x[s]!
      const dy = y[s + lag]! - y[s]!
      const way = (angleOf(dy, dx) / Math.PI + 1) * WAYS
      const w0 = way | 0
      const share = way - w0
      const length = Math.sqrt(dx * dx + dy * dy)
      out[from + (w0 % WAYS)]! += length * (1 - share)
      out[from + ((w0 + 1) % WAYS)]! += length * share
    }
  }
}
