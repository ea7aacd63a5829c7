import type { Warning } from '#shared/util/reading.ts'
import { ARC, CUBIC, LINE, STRIDE, type Design, type Run } from './design.ts'
import { joinPauses } from './pause.ts'
import { RunBuilder } from './run-builder.ts'
import { walkRun } from './walk.ts'

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

/** Whether every number of a run is finite. */
export function isFiniteRun(run: Run): boolean {
  const { coords } = run
  for (let i = 0; i < coords.length; i++) if (!Number.isFinite(coords[i])) return false
  return true
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
