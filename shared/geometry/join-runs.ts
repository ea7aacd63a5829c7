import type { Design, Run } from './design.ts'
import { RunBuilder } from './run-builder.ts'
import { endOf, startOf, walkRun } from './walk.ts'

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

/**
 * Joins a run to the one before it where the gap is at most `withinMm`: done on request only, since a gap may be a thread cut the
 * designer meant. Runs before which the machine pauses stay apart, and so do runs of different thread or layer.
 */
export function joinGaps(design: Design, withinMm: number): Design {
  const groups: [Run, ...Run[]][] = []
  for (const run of design.runs) {
    const group = groups.at(-1)
    const previous = group?.at(-1)
    if (group !== undefined && previous !== undefined && mayJoin(previous, run, withinMm)) group.push(run)
    else groups.push([run])
  }
  return { ...design, runs: groups.map(joinRuns) }
}

function mayJoin(previous: Run, next: Run, withinMm: number): boolean {
  if (next.pauseBefore !== undefined || next.thread !== previous.thread || next.layer !== previous.layer) return false
  const end = endOf(previous)
  const start = startOf(next)
  return Math.hypot(start.x - end.x, start.y - end.y) <= withinMm
}
