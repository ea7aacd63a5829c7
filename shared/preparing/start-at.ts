import type { Design, Point, Run } from '#shared/geometry/design.ts'
import { segmentsOf } from '#shared/geometry/run-builder.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import { cutRun, pointOn, type RunPlace } from './cut-run.ts'
import { joinRuns } from '#shared/geometry/join-runs.ts'

/** 0.005 inch, a twentieth of a stitch: ends nearer than this meet on cloth (measure.ts says so of whole designs). */
export const MEETS_MM = 0.127

export interface Started {
  readonly design: Design
  /** False: the place asked for lies on a line with two ends, which can only begin at one of them. */
  readonly moved: boolean
}

/**
 * Step 6. A design whose last stitch meets its first is a ring of all its runs and may begin anywhere on it; of any other, a run that
 * is a ring may. A place within a run that cannot be joined on over the old start (a pause, another thread) is moved to that run's start,
 * so that no needle-up way is gained.
 *
 * @param share of the stitched length, 0 to 1
 */
export function startAt(design: Design, share: number): Started {
  const { runs } = design
  const found = runAt(runs, share)
  if (found === null) return { design, moved: false }
  const { index, place } = found
  const first = runs[0]!
  const last = runs.at(-1)!
  if (meets(endOf(last), startOf(first)))
    return { design: { ...design, runs: turned(runs, index, place) }, moved: true }
  const run = runs[index]!
  if (!meets(endOf(run), startOf(run))) return { design, moved: false }
  return { design: { ...design, runs: runs.with(index, rotateRun(run, place)) }, moved: true }
}

/** A run that is a ring, from another place of it. */
export function rotateRun(run: Run, place: RunPlace): Run {
  const [before, after] = cutRun(run, [place])
  return before === undefined || after === undefined ? run : joinRuns([{ ...run, ...after }, before])
}

function turned(runs: readonly Run[], index: number, place: RunPlace): Run[] {
  const run = runs[index]!
  const first = runs[0]!
  const last = runs.at(-1)!
  if (runs.length === 1) return [rotateRun(run, place)]
  const joinable = first.pauseBefore === undefined && first.thread === last.thread && first.layer === last.layer
  const [before, after] = joinable ? cutRun(run, [place]) : [undefined, undefined]
  // The very end of a run is the start of the next.
  const isEnd = joinable && after === undefined && place.segment === run.ops.length - 1 && place.t > 0.5
  if (before === undefined || after === undefined)
    return inOrderFrom(runs, (index + Number(isEnd)) % runs.length, joinable)
  const { pauseBefore, ...plain } = after
  const finish = pauseBefore === undefined ? before : { ...before, pauseBefore }
  if (index === 0) return [plain, ...runs.slice(1, -1), joinRuns([last, finish])]
  if (index === runs.length - 1) return [joinRuns([plain, first]), ...runs.slice(1, -1), finish]
  return [plain, ...runs.slice(index + 1, -1), joinRuns([last, first]), ...runs.slice(1, index), finish]
}

/** From this run on, around the ring; where the old end meets the old start they are one run now. */
function inOrderFrom(runs: readonly Run[], index: number, joinable: boolean): Run[] {
  if (index === 0) return [...runs]
  if (!joinable) return [...runs.slice(index), ...runs.slice(0, index)]
  return [...runs.slice(index, -1), joinRuns([runs.at(-1)!, runs[0]!]), ...runs.slice(1, index)]
}

function meets(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) <= MEETS_MM
}

/** The place after a share of the stitched length; null for a design without a stitch. */
function runAt(runs: readonly Run[], share: number): { readonly index: number; readonly place: RunPlace } | null {
  const lengths = runs.map(lengthsOf)
  const total = lengths.reduce((sum, own) => sum + own.reduce((a, b) => a + b, 0), 0)
  if (!(total > 0)) return null
  // The end of a ring is its start.
  let left = (share >= 1 ? 0 : share) * total
  for (const [index, own] of lengths.entries()) {
    for (const [segment, length] of own.entries()) {
      if (left < length || (index === runs.length - 1 && segment === own.length - 1))
        return { index, place: { segment, t: length === 0 ? 0 : Math.min(1, left / length) } }
      left -= length
    }
  }
  return null
}

const CHORDS = 32

/** Length of each segment. Of a cubic, which is not walked evenly, by chords: a start is chosen by eye. */
function lengthsOf(run: Run): number[] {
  const lengths: number[] = []
  let from = startOf(run)
  for (const segment of segmentsOf(run)) {
    if (segment.kind === 'cubic') {
      let sum = 0
      let at = from
      for (let i = 1; i <= CHORDS; i++) {
        const next = pointOn(from, segment, i / CHORDS)
        sum += Math.hypot(next.x - at.x, next.y - at.y)
        at = next
      }
      lengths.push(sum)
    } else if (segment.kind === 'arc') {
      lengths.push(Math.abs(segment.sweep) * Math.hypot(from.x - segment.centre.x, from.y - segment.centre.y))
    } else lengths.push(Math.hypot(segment.to.x - from.x, segment.to.y - from.y))
    from = segment.to
  }
  return lengths
}
