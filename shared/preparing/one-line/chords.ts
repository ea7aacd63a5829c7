import { arcParts } from '#shared/geometry/flatten.ts'
import type { Point, Run, Segment } from '#shared/geometry/design.ts'
import { segmentsOf } from '#shared/geometry/run-builder.ts'
import { startOf } from '#shared/geometry/walk.ts'
import { pointOn } from '../cut-run.ts'

/** Straight pieces of a run, each knowing which part of which segment it stands for. */
export interface Chord {
  readonly run: number
  readonly segment: number
  readonly t0: number
  readonly t1: number
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** How far a chord may stray from its curve: far below the thickness of a thread. */
const CHORD_MM = 0.01
const MOST_PARTS = 4096

/** The chords of a run, none longer than `longestMm`. */
export function chordsOf(run: Run, number: number, longestMm: number): Chord[] {
  const chords: Chord[] = []
  let from = startOf(run)
  let index = 0
  for (const segment of segmentsOf(run)) {
    const parts = partsOf(from, segment, longestMm)
    let at = from
    for (let i = 1; i <= parts; i++) {
      const to = pointOn(from, segment, i / parts)
      chords.push({
        run: number,
        segment: index,
        t0: (i - 1) / parts,
        t1: i / parts,
        x0: at.x,
        y0: at.y,
        x1: to.x,
        y1: to.y,
      })
      at = to
    }
    from = segment.to
    index++
  }
  return chords
}

function partsOf(from: Point, segment: Segment, longestMm: number): number {
  const bend = bendParts(from, segment)
  return Math.max(1, Math.min(MOST_PARTS, Math.max(bend, Math.ceil(reachOf(from, segment) / longestMm))))
}

/** Parts that follow the curve. A cubic in n parts strays at most its second differences times 6 / (8 n^2). */
function bendParts(from: Point, segment: Segment): number {
  if (segment.kind === 'line') return 1
  if (segment.kind === 'arc')
    return arcParts(Math.hypot(from.x - segment.centre.x, from.y - segment.centre.y), segment.sweep, CHORD_MM)
  const { c1, c2, to } = segment
  const bend = Math.max(
    Math.hypot(from.x - 2 * c1.x + c2.x, from.y - 2 * c1.y + c2.y),
    Math.hypot(c1.x - 2 * c2.x + to.x, c1.y - 2 * c2.y + to.y),
  )
  return Math.ceil(Math.sqrt((0.75 * bend) / CHORD_MM))
}

/** A length that the segment's own is not above. */
function reachOf(from: Point, segment: Segment): number {
  const { to } = segment
  if (segment.kind === 'line') return Math.hypot(to.x - from.x, to.y - from.y)
  if (segment.kind === 'arc')
    return Math.abs(segment.sweep) * Math.hypot(from.x - segment.centre.x, from.y - segment.centre.y)
  const { c1, c2 } = segment
  return (
    Math.hypot(c1.x - from.x, c1.y - from.y) +
    Math.hypot(c2.x - c1.x, c2.y - c1.y) +
    Math.hypot(to.x - c2.x, to.y - c2.y)
  )
}
