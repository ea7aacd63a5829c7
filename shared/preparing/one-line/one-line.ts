import { boundsOf } from '#shared/geometry/bounds.ts'
import { CUBIC, STRIDE, type Design, type Point, type Run } from '#shared/geometry/design.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import { joinRuns } from '#shared/geometry/join-runs.ts'
import { MEETS_MM, rotateRun } from '../start-at.ts'
import { graphOf, partsOf } from './graph.ts'
import { EndFinder } from './meeting-places.ts'
import { orderRuns } from './order-runs.ts'
import { trailsOf } from './trails.ts'

export interface OneLineWish {
  /** Ends nearer than this meet. */
  readonly reachMm: number
  /** Whether lines may be stitched back over. */
  readonly twice: boolean
}

/**
 * Step 5: as few lines as the runs allow, and little needle-up travel between those that are left. Only what touches is joined: bare fabric
 * is never sewn across. Runs are put in another order and direction only between two pauses or changes of thread, because the
 * operator's words belong to what follows them. Never more needle-up ways than before, nor, for as many, longer ones.
 */
export function oneLine(design: Design, wish: OneLineWish): Design {
  return { ...design, runs: stretchesOf(design.runs).flatMap(runs => shorter(runs, lineOf(runs, wish))) }
}

/** Runs between which nothing is asked of the operator. */
function stretchesOf(runs: readonly Run[]): (readonly [Run, ...Run[]])[] {
  const stretches: [Run, ...Run[]][] = []
  for (const run of runs) {
    const stretch = stretches.at(-1)
    if (stretch && run.pauseBefore === undefined && run.thread === stretch[0].thread) stretch.push(run)
    else stretches.push([run])
  }
  return stretches
}

/** What was there before when the other is no better. */
function shorter(before: readonly [Run, ...Run[]], after: readonly Run[]): readonly Run[] {
  if (after.length !== before.length) return after.length < before.length ? after : before
  return travelOf(after) < travelOf(before) ? after : before
}

function travelOf(runs: readonly Run[]): number {
  let total = 0
  for (let i = 1; i < runs.length; i++) total += apart(endOf(runs[i - 1]!), startOf(runs[i]!))
  return total
}

function lineOf(runs: readonly [Run, ...Run[]], { reachMm, twice }: OneLineWish): Run[] {
  const [first] = runs
  const layered = runs.some(run => run.layer !== first.layer)
  const plain = runs.map(({ pauseBefore: _pause, layer, ...run }) =>
    layered || layer === undefined ? run : { ...run, layer },
  )
  const reach = Math.max(reachMm, MEETS_MM)
  const graph = graphOf(plain, reach, twice)
  const finder = new EndFinder(reach)
  for (const [index, place] of graph.places.entries()) finder.add(place, index)
  const from = startOf(first)
  const start = finder.find(from) ?? 0
  const end = isEdgeToEdge(runs) ? finder.find(endOf(runs.at(-1)!)) : null
  const trails = partsOf(graph).flatMap(places => trailsOf(graph, places, { twice, start, end }))
  const ordered = joinMeeting(turnRings(orderRuns(trails, from), from), reach)
  return ordered.map((run, index) =>
    index === 0 && first.pauseBefore !== undefined ? { ...run, pauseBefore: first.pauseBefore } : run,
  )
}

/** Share of the width within which a first or last stitch lies at the edge. */
const AT_EDGE = 0.02

/** From the left edge to the right one: the next repeat begins where this ends. */
function isEdgeToEdge(runs: readonly [Run, ...Run[]]): boolean {
  const bounds = boundsOf({ runs, metadata: { notes: [], size: 'unknown' } })
  if (bounds === null) return false
  const slack = (bounds.maxX - bounds.minX) * AT_EDGE
  return startOf(runs[0]).x <= bounds.minX + slack && endOf(runs.at(-1)!).x >= bounds.maxX - slack
}

/** A ring among other runs begins where the way to it and on from it is shortest. */
function turnRings(runs: readonly Run[], from: Point): Run[] {
  const turned: Run[] = []
  for (const [index, run] of runs.entries()) {
    const isRing = apart(startOf(run), endOf(run)) <= MEETS_MM
    const before = index === 0 ? from : endOf(turned[index - 1]!)
    turned.push(isRing && runs.length > 1 ? beginNear(run, before, runs[index + 1]) : run)
  }
  return turned
}

function beginNear(ring: Run, before: Point, next: Run | undefined): Run {
  const after = next === undefined ? null : startOf(next)
  const cost = (at: Point): number => apart(before, at) + (after === null ? 0 : apart(at, after))
  let least = cost(startOf(ring))
  let best = -1
  for (const [segment, at] of segmentEnds(ring).entries()) {
    const far = cost(at)
    if (far >= least - 1e-9) continue
    least = far
    best = segment
  }
  return best === -1 ? ring : rotateRun(ring, { segment: best, t: 1 })
}

function segmentEnds({ ops, coords }: Run): Point[] {
  const ends: Point[] = []
  let at = 2
  for (const op of ops) {
    const end = op === CUBIC ? at + 4 : at
    ends.push({ x: coords[end]!, y: coords[end + 1]! })
    at += STRIDE[op]!
  }
  return ends
}

/** Neighbours in the order whose ends meet are one run. */
function joinMeeting(runs: readonly Run[], reachMm: number): Run[] {
  const groups: [Run, ...Run[]][] = []
  for (const run of runs) {
    const group = groups.at(-1)
    if (group && apart(endOf(group.at(-1)!), startOf(run)) <= reachMm) group.push(run)
    else groups.push([run])
  }
  return groups.map(joinRuns)
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
