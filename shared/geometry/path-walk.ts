/** The stitching by its length: where the needle is after so many millimetres. Pure. */
import type { Run } from './design.ts'
import { flattenRun } from './flatten.ts'

export interface WalkedRun {
  /** x,y pairs along the run. */
  readonly xy: Float64Array
  /** Millimetres stitched since the start of the design when the needle reaches each point. */
  readonly along: Float64Array
  readonly from: number
  readonly to: number
}

export interface Walk {
  readonly runs: readonly WalkedRun[]
  /** Millimetres stitched in all. */
  readonly length: number
}

export interface Place {
  readonly x: number
  readonly y: number
  /** The run this place is on. */
  readonly run: number
  /** Index of the last point of the run the needle has reached. */
  readonly point: number
}

/** @param toleranceMm how far chords may stray from the curves */
export function walkAlong(runs: readonly Run[], toleranceMm: number): Walk {
  let length = 0
  const walked = runs.map(run => {
    const xy = flattenRun(run, toleranceMm)
    const count = xy.length >> 1
    const along = new Float64Array(count)
    const from = length
    along[0] = from
    for (let index = 1; index < count; index++) {
      const at = 2 * index
      length += Math.hypot(xy[at]! - xy[at - 2]!, xy[at + 1]! - xy[at - 1]!)
      along[index] = length
    }
    return { xy, along, from, to: length }
  })
  return { runs: walked, length }
}

/** The place after `stitched` millimetres; null for a design without a stitch. Between two runs: the end of the first. */
export function placeAt(walk: Walk, stitched: number): Place | null {
  const { runs } = walk
  if (runs.length === 0) return null
  const wanted = Math.min(walk.length, Math.max(0, stitched))
  const run = firstWhere(runs.length - 1, index => runs[index]!.to >= wanted)
  return placeOnRun(runs[run]!, run, wanted)
}

/** The place on one run after `stitched` millimetres of the whole design. */
export function placeOnRun({ xy, along }: WalkedRun, run: number, stitched: number): Place {
  const last = along.length - 1
  const next = firstWhere(last, index => along[index]! >= stitched)
  if (next === 0) return { x: xy[0]!, y: xy[1]!, run, point: 0 }
  const span = along[next]! - along[next - 1]!
  const part = span === 0 ? 1 : Math.min(1, (stitched - along[next - 1]!) / span)
  const at = 2 * next
  return {
    x: xy[at - 2]! + (xy[at]! - xy[at - 2]!) * part,
    y: xy[at - 1]! + (xy[at + 1]! - xy[at - 1]!) * part,
    run,
    point: part === 1 ? next : next - 1,
  }
}

/** Smallest index of 0..last for which `holds` (false up to some index, true from there); `last` when it never holds. */
function firstWhere(last: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = last
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
