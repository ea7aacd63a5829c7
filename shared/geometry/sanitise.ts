import type { Warning } from '#shared/util/reading.ts'
import { ARC, CUBIC, LINE, STRIDE, type Design, type Run } from './design.ts'
import { joinPauses } from './pause.ts'
import { RunBuilder } from './run-builder.ts'
import { endOf, startOf, walkRun } from './walk.ts'

export interface Sanitised {
  readonly design: Design
  readonly warnings: readonly Warning[]
}

/**
 * The checks every import runs: numbers finite, segments of no length dropped, runs of nothing dropped.
 *
 * A pause is an order to the operator and never gets lost with an empty run: it moves to the next run that stays (texts of several
 * are joined). The zero-length run by which BQM marks a pause is turned into `pauseBefore` by its reader, because only there a
 * run of nothing has that meaning. A pause after the last stitch has no run to stand before and is reported.
 *
 * Null when a number is not finite: such a design must not be shown or sewn.
 */
export function sanitise(design: Design): Sanitised | null {
  const runs: Run[] = []
  let dropped = 0
  let pause: string | undefined
  for (const run of design.runs) {
    if (!isFiniteRun(run)) return null
    const clean = withoutEmptySegments(run)
    dropped += run.ops.length - clean.ops.length
    const before = joinPauses(pause, run.pauseBefore)
    pause = undefined
    if (clean.ops.length === 0) pause = before
    else runs.push(before === undefined ? clean : { ...clean, pauseBefore: before })
  }
  const warnings: Warning[] = []
  if (dropped > 0)
    warnings.push({ code: 'zero-length-dropped', message: `${dropped} stitches of no length were left out.` })
  if (pause !== undefined)
    warnings.push({ code: 'pause-at-end-dropped', message: 'A pause after the last stitch was left out.' })
  return { design: { ...design, runs }, warnings }
}

/**
 * Joins a run to the one before it where the gap is at most `withinMm`: done on request only, since a gap may be a thread cut the
 * designer meant. Runs before which the machine pauses stay apart, and so do runs of different thread or layer.
 */
export function joinGaps(design: Design, withinMm: number): Design {
  const groups: Run[][] = []
  for (const run of design.runs) {
    const group = groups.at(-1)
    const previous = group?.at(-1)
    if (group !== undefined && previous !== undefined && mayJoin(previous, run, withinMm)) group.push(run)
    else groups.push([run])
  }
  return { ...design, runs: groups.map(joined) }
}

/** Whether every number of a run is finite. */
export function isFiniteRun(run: Run): boolean {
  return run.coords.every(Number.isFinite)
}

function withoutEmptySegments(run: Run): Run {
  if (!hasEmptySegment(run)) return run
  const builder = new RunBuilder(run.coords[0]!, run.coords[1]!)
  walkRun(run, {
    line: (x0, y0, x1, y1) => {
      if (x0 !== x1 || y0 !== y1) builder.line(x1, y1)
    },
    // A full circle ends where it starts and is not empty; only its radius or sweep can make an arc nothing.
    arc: (x0, y0, x1, y1, centreX, centreY, sweep) => {
      const moves = x0 !== x1 || y0 !== y1
      const turns = sweep !== 0 && (x0 !== centreX || y0 !== centreY)
      if (turns) builder.arc(x1, y1, centreX, centreY, sweep)
      else if (moves) builder.line(x1, y1)
    },
    cubic: (x0, y0, c1x, c1y, c2x, c2y, x1, y1) => {
      const still = x0 === x1 && y0 === y1 && c1x === x0 && c1y === y0 && c2x === x0 && c2y === y0
      if (!still) builder.cubic(c1x, c1y, c2x, c2y, x1, y1)
    },
  })
  return { ...run, ...builder.build() }
}

function hasEmptySegment(run: Run): boolean {
  const { ops, coords } = run
  let x = coords[0]!
  let y = coords[1]!
  let at = 2
  for (const op of ops) {
    const end = op === CUBIC ? at + 4 : at
    const still = coords[end] === x && coords[end + 1] === y
    if (still && op === LINE) return true
    if (op === ARC && (coords[at + 4] === 0 || (coords[at + 2] === x && coords[at + 3] === y))) return true
    if (
      still &&
      op === CUBIC &&
      coords[at] === x &&
      coords[at + 1] === y &&
      coords[at + 2] === x &&
      coords[at + 3] === y
    )
      return true
    x = coords[end]!
    y = coords[end + 1]!
    at += STRIDE[op]!
  }
  return false
}

function mayJoin(previous: Run, next: Run, withinMm: number): boolean {
  if (next.pauseBefore !== undefined || next.thread !== previous.thread || next.layer !== previous.layer) return false
  const end = endOf(previous)
  const start = startOf(next)
  return Math.hypot(start.x - end.x, start.y - end.y) <= withinMm
}

/** Runs as one; a gap between them, however small, becomes a stitched line, so no later segment moves. */
function joined(runs: readonly Run[]): Run {
  const [first, ...rest] = runs
  if (first === undefined || rest.length === 0) return runs[0]!
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
