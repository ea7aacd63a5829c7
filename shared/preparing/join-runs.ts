import type { Run } from '#shared/geometry/design.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import { startOf, walkRun } from '#shared/geometry/walk.ts'

/** Runs told as one, in this order; what lies between an end and the next start becomes a stitched line, so nothing else moves. */
export function joinRuns(runs: readonly [Run, ...Run[]]): Run {
  const [first] = runs
  if (runs.length === 1) return first
  const builder = new RunBuilder(first.coords[0]!, first.coords[1]!)
  for (const run of runs) {
    const start = startOf(run)
    if (start.x !== builder.endX || start.y !== builder.endY) builder.line(start.x, start.y)
    walkRun(run, {
      line: (_x0, _y0, x1, y1) => builder.line(x1, y1),
      arc: (_x0, _y0, x1, y1, centreX, centreY, sweep) => builder.arc(x1, y1, centreX, centreY, sweep),
      cubic: (_x0, _y0, c1x, c1y, c2x, c2y, x1, y1) => builder.cubic(c1x, c1y, c2x, c2y, x1, y1),
    })
  }
  return { ...first, ...builder.build() }
}
