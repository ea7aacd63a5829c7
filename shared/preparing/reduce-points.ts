import { partsFor } from '#shared/geometry/arc.ts'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { ARC, LINE, type Design, type Run } from '#shared/geometry/design.ts'
import { arcsThroughPoints } from '#shared/geometry/arcs-through-points.ts'
import { fitArcs } from '#shared/geometry/fit-arcs.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import { simplifyPolyline } from '#shared/geometry/simplify.ts'
import { walkRun } from '#shared/geometry/walk.ts'
import { cornersOf } from './corners.ts'
import { mergeArcs } from './merge-arcs.ts'
import type { Preparation } from '#shared/contract/library/preparation.ts'

/** Far below the width of a thread: what arcs or lines instead of the curves may stray when nothing else is said. */
export const CURVES_MM = 0.02
/** A file tells an arc wider than this as several (svg/write.ts), so it counts as several. */
const WIDEST_ARC = (2 / 3) * Math.PI
/** The finest tolerance tried; halvings of the step between one that is too fine and one that is enough. */
const FINEST_MM = 0.001
const HALVINGS = 8
/** How much coarser the next try is while none was coarse enough. */
const COARSER = 6

/** Points of a design as its file will hold them. */
export function pointsInFile(design: Design): number {
  return design.runs.reduce((sum, run) => sum + pointsOf(run), 0)
}

function pointsOf(run: Run): number {
  let points = 1 + run.ops.length
  if (!run.ops.includes(ARC)) return points
  walkRun(run, {
    line: () => undefined,
    arc: (_x0, _y0, _x1, _y1, _cx, _cy, sweep) => {
      points += partsFor(sweep, WIDEST_ARC) - 1
    },
    cubic: () => undefined,
  })
  return points
}

/** Step 9 alone: arcs for free curves, or lines for all of them. */
export function withCurves(design: Design, curves: Preparation['curves']): Design {
  if (curves === 'as-they-are') return design
  const change = curves === 'arcs' ? (run: Run) => arced(run, CURVES_MM) : (run: Run) => lined(run, CURVES_MM)
  return { ...design, runs: design.runs.map(change) }
}

export interface Reduced {
  readonly design: Design
  /** Corners had to be rounded to come so far down. */
  readonly cornersLost: boolean
  /** The design has more points than asked for all the same: each run needs its two ends. */
  readonly isAbove: boolean
}

/**
 * Steps 8 and 9: at most so many points, by the smallest tolerance that allows it, found by halving. Starts and ends of runs stay in place,
 * and corners as long as there are fewer of them than points.
 *
 * @param alive called now and then: a large design takes seconds
 */
export function reducePoints(
  design: Design,
  mostPoints: number,
  curves: Preparation['curves'],
  alive: () => void,
): Reduced {
  const plain = withCurves(design, curves)
  if (pointsInFile(plain) <= mostPoints) return { design: plain, cornersLost: false, isAbove: false }
  const largest = spanOf(design)
  for (const keepCorners of [true, false]) {
    const at = (toleranceMm: number): Design => {
      alive()
      return { ...design, runs: design.runs.map(run => simplest(run, { toleranceMm, curves, keepCorners })) }
    }
    const found = leastTolerance(at, mostPoints, largest)
    if (found !== null) return { design: found, cornersLost: !keepCorners, isAbove: false }
  }
  const barest = { ...design, runs: design.runs.map(bare) }
  return { design: barest, cornersLost: true, isAbove: pointsInFile(barest) > mostPoints }
}

function leastTolerance(at: (toleranceMm: number) => Design, mostPoints: number, largest: number): Design | null {
  let low = FINEST_MM
  let high = FINEST_MM
  let found: Design | null = null
  for (; ; high *= COARSER) {
    const tried = at(Math.min(high, largest))
    if (pointsInFile(tried) <= mostPoints) {
      found = tried
      break
    }
    if (high >= largest) return null
    low = high
  }
  for (let halving = 0; halving < HALVINGS && high > low; halving++) {
    // Tolerances are felt by their ratio, not by their difference.
    const middle = Math.sqrt(low * high)
    const tried = at(middle)
    if (pointsInFile(tried) <= mostPoints) {
      high = middle
      found = tried
    } else low = middle
  }
  return found
}

interface Wish {
  readonly toleranceMm: number
  readonly curves: Preparation['curves']
  readonly keepCorners: boolean
}

/**
 * The candidate of fewest points within the tolerance; of equals the first, which is nearest to what was drawn. Where curves are to stay
 * as they are, a run of straight lines gets no arcs.
 */
function simplest(run: Run, wish: Wish): Run {
  const ways = run.ops.every(op => op === LINE) ? simplerLines(run, wish) : simplerCurves(run, wish)
  return ways.reduce((best, way) => (pointsOf(way) < pointsOf(best) ? way : best))
}

function simplerLines(run: Run, wish: Wish): Run[] {
  const thin = lineStretches(run, wish)
  return wish.curves === 'arcs' ? [thin, arcsThroughPoints(run, wish.toleranceMm)] : [thin]
}

function simplerCurves(run: Run, wish: Wish): Run[] {
  const { toleranceMm, curves } = wish
  if (curves === 'lines') return [polyline(run, wish)]
  const points = runOf(run, flattenRun(run, toleranceMm * FINE_SHARE))
  return [
    lineStretches(mergeArcs(run, toleranceMm), wish),
    polyline(run, wish),
    arced(run, toleranceMm),
    arcsThroughPoints(points, toleranceMm * (1 - FINE_SHARE)),
  ]
}

/** Share of the tolerance for points that arcs are laid through: many, so that the arcs are good ones. */
const FINE_SHARE = 0.1

/** Arcs for free curves and for the short lines that once were some. */
function arced(run: Run, toleranceMm: number): Run {
  return mergeArcs(arcsThroughPoints(fitArcs(run, toleranceMm / 2), toleranceMm / 2), toleranceMm / 2)
}

/** Share of the tolerance for the chords of curves; the rest is for leaving points out. */
const CHORD_SHARE = 0.3

function polyline(run: Run, { toleranceMm, keepCorners }: Wish): Run {
  const points = flattenRun(run, toleranceMm * CHORD_SHARE)
  return runOf(run, thinned(points, toleranceMm * (1 - CHORD_SHARE), keepCorners))
}

/** Arcs and curves as they are; the straight stitches between them thinned out. */
function lineStretches(run: Run, { toleranceMm, keepCorners }: Wish): Run {
  const builder = new RunBuilder(run.coords[0]!, run.coords[1]!)
  let stretch: number[] = []
  const flush = (): void => {
    const thin = thinned(Float64Array.from(stretch), toleranceMm, keepCorners)
    for (let at = 2; at < thin.length; at += 2) builder.line(thin[at]!, thin[at + 1]!)
    stretch = []
  }
  walkRun(run, {
    line: (x0, y0, x1, y1) => {
      if (stretch.length === 0) stretch.push(x0, y0)
      stretch.push(x1, y1)
    },
    arc: (_x0, _y0, x1, y1, centreX, centreY, sweep) => {
      flush()
      builder.arc(x1, y1, centreX, centreY, sweep)
    },
    cubic: (_x0, _y0, c1x, c1y, c2x, c2y, x1, y1) => {
      flush()
      builder.cubic(c1x, c1y, c2x, c2y, x1, y1)
    },
  })
  flush()
  return { ...run, ...builder.build() }
}

function thinned(points: Float64Array, toleranceMm: number, keepCorners: boolean): Float64Array {
  const corners = keepCorners ? cornersOf(points) : []
  const kept: number[] = []
  let from = 0
  for (const corner of [...corners, (points.length >> 1) - 1]) {
    const part = simplifyPolyline(points.subarray(2 * from, 2 * corner + 2), toleranceMm)
    for (let at = kept.length === 0 ? 0 : 2; at < part.length; at++) kept.push(part[at]!)
    from = corner
  }
  return Float64Array.from(kept)
}

function lined(run: Run, toleranceMm: number): Run {
  return run.ops.every(op => op === LINE) ? run : runOf(run, flattenRun(run, toleranceMm))
}

/** A run's two ends and, of a ring, its far side: less says nothing. */
function bare(run: Run): Run {
  const points = flattenRun(run, spanOf({ runs: [run], metadata: { notes: [], size: 'unknown' } }))
  const ring = points[0] === points.at(-2) && points[1] === points.at(-1)
  const middle = ring ? [...points.subarray(2 * (points.length >> 2), 2 * (points.length >> 2) + 2)] : []
  return runOf(run, Float64Array.of(points[0]!, points[1]!, ...middle, points.at(-2)!, points.at(-1)!))
}

function runOf(like: Run, points: Float64Array): Run {
  const builder = new RunBuilder(points[0]!, points[1]!)
  for (let at = 2; at < points.length; at += 2) builder.line(points[at]!, points[at + 1]!)
  return { ...like, ...builder.build() }
}

function spanOf(design: Design): number {
  const bounds = boundsOf(design)
  return bounds === null ? 1 : Math.max(1, bounds.maxX - bounds.minX, bounds.maxY - bounds.minY)
}
