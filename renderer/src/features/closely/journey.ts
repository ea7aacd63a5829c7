/**
 * The needle's whole way, stitches and travel in turn, for playing it at an even pace. Measured in millimetres of stitching; travel
 * counts for less, because it is only shown to be understood. Pure.
 */
import { type Place, placeOnRun, type Walk } from '#shared/geometry/path-walk.ts'

/** Travel goes this many times as fast as stitching. */
const TRAVEL_HASTE = 5

export interface Journey {
  readonly walk: Walk
  /** How far along the way each run begins. */
  readonly starts: readonly number[]
  readonly length: number
}

export interface Needle extends Place {
  /** Millimetres stitched so far. */
  readonly stitched: number
  /** On the way from the end of `run` to the start of the next, needle up. */
  readonly isTravelling: boolean
}

export const SPEEDS = ['slow', 'normal', 'fast'] as const
export type Speed = (typeof SPEEDS)[number]
const HASTE: Readonly<Record<Speed, number>> = { slow: 1 / 3, normal: 1, fast: 3 }

/** Millimetres a second that are comfortable to follow, and the seconds a whole design may take at normal speed. */
const EASY_PACE = 220
const SHORTEST_S = 8
const LONGEST_S = 45

export function journeyAlong(walk: Walk): Journey {
  const starts: number[] = []
  let gone = 0
  walk.runs.forEach((run, index) => {
    const before = walk.runs[index - 1]
    if (before) gone += gap(before.xy, run.xy) / TRAVEL_HASTE
    starts.push(gone)
    gone += run.to - run.from
  })
  return { walk, starts, length: gone }
}

/** Where the needle is after `gone` of the way; null for a design without a stitch. */
export function needleAt({ walk, starts }: Journey, gone: number): Needle | null {
  let run = starts.length - 1
  while (run > 0 && starts[run]! > gone) run--
  const walked = walk.runs[run]
  if (!walked) return null
  const stitched = Math.min(walked.to, walked.from + Math.max(0, gone - starts[run]!))
  const place = placeOnRun(walked, run, stitched)
  const next = walk.runs[run + 1]
  const left = starts[run]! + walked.to - walked.from
  if (!next || gone <= left) return { ...place, stitched, isTravelling: false }
  const part = (gone - left) / (starts[run + 1]! - left)
  return {
    ...place,
    x: place.x + (next.xy[0]! - place.x) * part,
    y: place.y + (next.xy[1]! - place.y) * part,
    stitched,
    isTravelling: true,
  }
}

/** How far along the way the needle is when it has stitched this much. */
export function goneAt({ walk, starts }: Journey, stitched: number): number {
  let run = starts.length - 1
  // At the border of two runs the first is done and the travel is still to come.
  while (run > 0 && walk.runs[run]!.from >= stitched) run--
  const walked = walk.runs[run]
  return walked ? starts[run]! + Math.min(walked.to - walked.from, Math.max(0, stitched - walked.from)) : 0
}

/** Where the run that is being stitched ends, or, when it is at its end already, the next: a step for who wants no motion. */
export function nextStop({ walk, starts, length }: Journey, gone: number): number {
  for (const [index, run] of walk.runs.entries()) {
    const end = starts[index]! + run.to - run.from
    if (end > gone + 1e-9) return end
  }
  return length
}

/** Of the way, a second. */
export function paceOf({ length }: Journey, speed: Speed): number {
  const seconds = Math.min(LONGEST_S, Math.max(SHORTEST_S, length / EASY_PACE))
  return (length / seconds) * HASTE[speed]
}

function gap(from: Float64Array, to: Float64Array): number {
  return Math.hypot(to[0]! - from[from.length - 2]!, to[1]! - from[from.length - 1]!)
}
