import { arcDrift } from './arc.ts'
import { ARC, CUBIC, LINE, STRIDE, type Design, type Run } from './design.ts'
import { RunBuilder } from './run-builder.ts'
import { endOf } from './walk.ts'

/**
 * The same stitches from the last to the first. A pause stays between the two runs it stands between; one before the first stitch
 * stays there, because it is said to the operator before anything is sewn.
 */
export function reverseDesign(design: Design): Design {
  const { runs } = design
  const pauses = runs.map(run => run.pauseBefore)
  const reversed = runs.toReversed().map((run, index) => {
    const { pauseBefore: _pause, ...turned } = reverseRun(run)
    const pause = index === 0 ? pauses[0] : pauses[runs.length - index]
    return pause === undefined ? turned : { ...turned, pauseBefore: pause }
  })
  return { ...design, runs: reversed }
}

/** One run from its end to its start. */
export function reverseRun(run: Run): Run {
  const { ops, coords } = run
  const end = endOf(run)
  const builder = new RunBuilder(end.x, end.y)
  let after = coords.length
  for (let segment = ops.length - 1; segment >= 0; segment--) {
    const op = ops[segment]!
    const at = after - STRIDE[op]!
    const from = segment === 0 ? 0 : endIndex(ops[segment - 1]!, at)
    const x = coords[from]!
    const y = coords[from + 1]!
    if (op === LINE) builder.line(x, y)
    else if (op === ARC) reverseArc(builder, coords, at, x, y)
    else builder.cubic(coords[at + 2]!, coords[at + 3]!, coords[at]!, coords[at + 1]!, x, y)
    after = at
  }
  return { ...run, ...builder.build() }
}

/** Where a segment of this kind, whose numbers end before `after`, has its end point. */
function endIndex(op: number, after: number): number {
  return op === CUBIC ? after - 2 : after - STRIDE[op]!
}

/** Told from its other end, an arc whose end was rounded has its centre where the rounding moved it (arc.ts). */
function reverseArc(builder: RunBuilder, coords: Float64Array, at: number, x: number, y: number): void {
  const [toX, toY, centreX, centreY, sweep] = [
    coords[at]!,
    coords[at + 1]!,
    coords[at + 2]!,
    coords[at + 3]!,
    coords[at + 4]!,
  ]
  const drift = arcDrift(x, y, toX, toY, centreX, centreY, sweep)
  builder.arc(x, y, centreX + drift.x, centreY + drift.y, -sweep)
}
