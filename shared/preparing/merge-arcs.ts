import type { Run } from '#shared/geometry/design.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import { walkRun } from '#shared/geometry/walk.ts'

/** A whole turn and no more: an arc that overlaps itself is no arc of any file. Rounded arcs add up to a hair more. */
const TURN = 2 * Math.PI
/** Centre and radius may each differ by this share of the tolerance: together with the end they add up to less than it. */
const SHARE = 0.25

interface Gathered {
  readonly radius: number
  readonly centreX: number
  readonly centreY: number
  sweep: number
  x: number
  y: number
}

/** A run in which arcs that go on along one circle are one arc, nowhere further than `toleranceMm` from the given one. */
export function mergeArcs(run: Run, toleranceMm: number): Run {
  const builder = new RunBuilder(run.coords[0]!, run.coords[1]!)
  const slack = toleranceMm * SHARE
  let arc: Gathered | null = null
  const flush = (): void => {
    if (arc) builder.arc(arc.x, arc.y, arc.centreX, arc.centreY, arc.sweep)
    arc = null
  }
  walkRun(run, {
    line: (_x0, _y0, x1, y1) => {
      flush()
      builder.line(x1, y1)
    },
    arc: (x0, y0, x1, y1, centreX, centreY, sweep) => {
      const radius = Math.hypot(x0 - centreX, y0 - centreY)
      const goesOn =
        arc !== null &&
        Math.sign(arc.sweep) === Math.sign(sweep) &&
        (Math.abs(arc.sweep + sweep) - TURN) * radius <= slack &&
        Math.abs(arc.radius - radius) <= slack &&
        Math.hypot(arc.centreX - centreX, arc.centreY - centreY) <= slack
      if (arc !== null && goesOn) {
        arc.sweep = Math.max(-TURN, Math.min(TURN, arc.sweep + sweep))
        arc.x = x1
        arc.y = y1
        return
      }
      flush()
      arc = { radius, centreX, centreY, sweep, x: x1, y: y1 }
    },
    cubic: (_x0, _y0, c1x, c1y, c2x, c2y, x1, y1) => {
      flush()
      builder.cubic(c1x, c1y, c2x, c2y, x1, y1)
    },
  })
  flush()
  return builder.length === run.ops.length ? run : { ...run, ...builder.build() }
}
