import { arcDrift } from './arc.ts'
import type { Design, Run } from './design.ts'
import { RunBuilder } from './run-builder.ts'
import { endOf, walkRun } from './walk.ts'

/** The same line sewn from its end to its start; no place of it moves. A pause before the run stays before it. */
export function reverseRun(run: Run): Run {
  const backwards: ((builder: RunBuilder) => void)[] = []
  walkRun(run, {
    line: (x0, y0) => backwards.push(builder => builder.line(x0, y0)),
    arc: (x0, y0, x1, y1, centreX, centreY, sweep) => {
      // The rounding of the end (see arc.ts) is travelled the other way too, so the centre starts where it had come to.
      const drift = arcDrift(x0, y0, x1, y1, centreX, centreY, sweep)
      backwards.push(builder => builder.arc(x0, y0, centreX + drift.x, centreY + drift.y, -sweep))
    },
    cubic: (x0, y0, c1x, c1y, c2x, c2y) => backwards.push(builder => builder.cubic(c2x, c2y, c1x, c1y, x0, y0)),
  })
  const end = endOf(run)
  const builder = new RunBuilder(end.x, end.y)
  for (let index = backwards.length - 1; index >= 0; index--) backwards[index]!(builder)
  return { ...run, ...builder.build() }
}

/**
 * A whole design sewn from its end to its start. A pause between two runs stays between the same two; one before the first stitch
 * stays before the first stitch.
 */
export function reverseDesign(design: Design): Design {
  const { runs } = design
  const reversed = runs.map((_, index) => {
    const { pauseBefore: _own, ...run } = reverseRun(runs[runs.length - 1 - index]!)
    const pause = runs[(runs.length - index) % runs.length]!.pauseBefore
    return pause === undefined ? run : { ...run, pauseBefore: pause }
  })
  return { ...design, runs: reversed }
}
