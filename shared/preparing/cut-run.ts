import { type Arc, arcDrift, arcPointAt } from '#shared/geometry/arc.ts'
import { type Cubic, cubicPointAt, subCubic } from '#shared/geometry/cubic.ts'
import type { Point, Run, Segment } from '#shared/geometry/design.ts'
import { RunBuilder, segmentsOf } from '#shared/geometry/run-builder.ts'
import { startOf } from '#shared/geometry/walk.ts'

/** A place on a run: which segment, and how far along its parameter, 0 to 1. */
export interface RunPlace {
  readonly segment: number
  readonly t: number
}

/** Nearer to an end of a segment than this, in its parameter, is the end. */
const AT_END = 1e-9

/** Cuts a run at places given in their order along it; pieces of nothing are left out. The pieces together are the run. */
export function cutRun(run: Run, places: readonly RunPlace[]): Run[] {
  const { ops: _ops, coords: _coords, ...attributes } = run
  const pieces: Run[] = []
  let from = startOf(run)
  let builder = new RunBuilder(from.x, from.y)
  let next = 0
  let index = 0
  const finish = (at: Point): void => {
    if (builder.length > 0) pieces.push(builder.build(attributes))
    builder = new RunBuilder(at.x, at.y)
  }
  for (const segment of segmentsOf(run)) {
    let done = 0
    for (; next < places.length && places[next]!.segment === index; next++) {
      const { t } = places[next]!
      if (t > done + AT_END && t < 1 - AT_END) {
        append(builder, from, segment, done, t)
        done = t
      }
      // A cut at the very end of a segment is made when that segment is written.
      if (t >= 1 - AT_END) break
      finish(pointOn(from, segment, done))
    }
    append(builder, from, segment, done, 1)
    for (; next < places.length && places[next]!.segment === index; next++) finish(segment.to)
    from = segment.to
    index++
  }
  finish(from)
  return pieces
}

/** The point of a segment that starts at `from`. */
export function pointOn(from: Point, segment: Segment, t: number): Point {
  if (t <= 0) return from
  if (t >= 1) return segment.to
  if (segment.kind === 'arc') return arcPointAt({ start: from, ...segment }, t)
  if (segment.kind === 'cubic') return cubicPointAt(cubicOf(from, segment), t)
  return { x: from.x + (segment.to.x - from.x) * t, y: from.y + (segment.to.y - from.y) * t }
}

function append(builder: RunBuilder, from: Point, segment: Segment, low: number, high: number): void {
  const to = high === 1 ? segment.to : pointOn(from, segment, high)
  if (segment.kind === 'line') {
    builder.line(to.x, to.y)
  } else if (segment.kind === 'arc') {
    const centre = centreFrom({ start: from, ...segment }, low)
    builder.arc(to.x, to.y, centre.x, centre.y, segment.sweep * (high - low))
  } else {
    const { p1, p2 } = low === 0 && high === 1 ? cubicOf(from, segment) : subCubic(cubicOf(from, segment), low, high)
    builder.cubic(p1.x, p1.y, p2.x, p2.y, to.x, to.y)
  }
}

/** The share of the rounding already travelled moves the centre of what is left (splitArc). */
function centreFrom(arc: Arc, t: number): Point {
  if (t === 0) return arc.centre
  const { start, to, centre, sweep } = arc
  const drift = arcDrift(start.x, start.y, to.x, to.y, centre.x, centre.y, sweep)
  return { x: centre.x + drift.x * t, y: centre.y + drift.y * t }
}

function cubicOf(from: Point, segment: Extract<Segment, { kind: 'cubic' }>): Cubic {
  return { p0: from, p1: segment.c1, p2: segment.c2, p3: segment.to }
}
