import type { Run } from './design.ts'
import { segmentDistanceSquared } from './flatten.ts'
import { type FittedCircle, circleThroughBoth, circleThroughStart } from './fit-circle.ts'
import { RunBuilder } from './run-builder.ts'
import { walkRun } from './walk.ts'

/**
 * A run whose stretches of short lines, as programs without curves write them, are arcs and longer lines again. No place of either
 * is further than `toleranceMm` from the other. Arcs and cubics of the run stay as they are; so do its start, its end, the place
 * where lines meet a curve, and corners of more than 30 degrees.
 *
 * Greedy: from where the last piece ended, the line or the arc that reaches furthest, found by doubling and halving. Arcs join where
 * their circles pass the points, not on the points themselves, so that noise of single points does not tilt the next arc.
 *
 * @param toleranceMm greater than zero
 */
export function arcsThroughPoints(run: Run, toleranceMm: number): Run {
  if (!(toleranceMm > 0)) throw new RangeError('the tolerance of fitting arcs must be greater than zero')
  const builder = new RunBuilder(run.coords[0]!, run.coords[1]!)
  const stretch = new Stretch(builder, toleranceMm)
  walkRun(run, {
    line: (x0, y0, x1, y1) => stretch.line(x0, y0, x1, y1),
    arc: (_x0, _y0, x1, y1, centreX, centreY, sweep) => {
      stretch.finish()
      builder.arc(x1, y1, centreX, centreY, sweep)
    },
    cubic: (_x0, _y0, c1x, c1y, c2x, c2y, x1, y1) => {
      stretch.finish()
      builder.cubic(c1x, c1y, c2x, c2y, x1, y1)
    },
  })
  stretch.finish()
  return builder.length === run.ops.length && isAllLines(run, builder) ? run : { ...run, ...builder.build() }
}

/** Whether nothing was fitted: every line is its own piece. */
function isAllLines(run: Run, builder: RunBuilder): boolean {
  const { ops } = builder.build()
  return ops.every((op, i) => op === run.ops[i])
}

/** An arc through fewer lines says nothing that the lines did not. */
const LEAST_LINES = 3
/** Directions at a point are taken over this many tolerances, so that noise within the tolerance is no corner. */
const CORNER_REACH = 8
/** Points looked at for a direction: where they lie a hundredth of a millimetre apart, a few of them tell enough. */
const CORNER_POINTS = 32
/** Between points nearer than this many tolerances a few of them may fit no arc though all of them do. */
const NOISE_REACH = 16
const CORNER = Math.cos(Math.PI / 6)

/** Lines on end, as x,y pairs. */
class Stretch {
  readonly #builder: RunBuilder
  readonly #tolerance: number
  #xy: Float64Array = new Float64Array(64)
  #count = 0

  constructor(builder: RunBuilder, tolerance: number) {
    this.#builder = builder
    this.#tolerance = tolerance
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    if (this.#count === 0) this.#add(x0, y0)
    this.#add(x1, y1)
  }

  /** Fits what was gathered, and is empty again. */
  finish(): void {
    const last = this.#count - 1
    let first = 0
    while (first < last) {
      const corner = this.#nextCorner(first, last)
      this.#fit(first, corner)
      first = corner
    }
    this.#count = 0
  }

  #fit(first: number, last: number): void {
    const builder = this.#builder
    for (let at = first; at < last; ) {
      const { endX, endY } = builder
      const straight = farthest(at, last, 1, until => this.#isStraight(endX, endY, at, until) || null)
      // As long as a line still fits, points may lie too straight for any circle, and bend all the same further on.
      const clear = Math.max(this.#firstBeyond(at, last), straight.until)
      const bent = farthest(at, last, LEAST_LINES, until => this.#arc(endX, endY, at, until, last), clear)
      if (bent.found !== null && bent.until > straight.until && bent.until - at >= LEAST_LINES) {
        const { x, y, centreX, centreY, sweep } = bent.found
        builder.arc(x, y, centreX, centreY, sweep)
        at = bent.until
      } else {
        at = Math.max(straight.until, at + 1)
        builder.line(this.#xy[2 * at]!, this.#xy[2 * at + 1]!)
      }
    }
  }

  /** The first point so far from another that noise no longer decides what circle passes between them. */
  #firstBeyond(from: number, last: number): number {
    const xy = this.#xy
    const reach = NOISE_REACH * this.#tolerance
    let i = from + 1
    while (i < last && Math.hypot(xy[2 * i]! - xy[2 * from]!, xy[2 * i + 1]! - xy[2 * from + 1]!) < reach) i++
    return i
  }

  /** Whether the chord from a place near point `from` to point `until` keeps to all points between, in their order. */
  #isStraight(x0: number, y0: number, from: number, until: number): boolean {
    const xy = this.#xy
    const x1 = xy[2 * until]!
    const y1 = xy[2 * until + 1]!
    const dx = x1 - x0
    const dy = y1 - y0
    const slack = this.#tolerance * Math.hypot(dx, dy)
    const limit = this.#tolerance * this.#tolerance
    let farthestAlong = 0
    for (let i = from + 1; i < until; i++) {
      const x = xy[2 * i]!
      const y = xy[2 * i + 1]!
      if (segmentDistanceSquared(x, y, x0, y0, x1, y1) > limit) return false
      const along = (x - x0) * dx + (y - y0) * dy
      // A line that turns back on itself is stitched twice; one chord would lose that.
      if (along < farthestAlong - slack) return false
      farthestAlong = Math.max(farthestAlong, along)
    }
    return true
  }

  #arc(x0: number, y0: number, from: number, until: number, last: number): FittedCircle | null {
    const fit = until === last ? circleThroughBoth : circleThroughStart
    return fit(this.#xy, { x0, y0, from, until, tolerance: this.#tolerance })
  }

  /** The next point after `first` that has to stay in its place: the sharpest of a few corners close together, or the last. */
  #nextCorner(first: number, last: number): number {
    const xy = this.#xy
    const reach = CORNER_REACH * this.#tolerance
    let sharpest = CORNER
    let found = -1
    for (let i = first + 1; i < last; i++) {
      if (found > 0 && Math.hypot(xy[2 * i]! - xy[2 * found]!, xy[2 * i + 1]! - xy[2 * found + 1]!) > reach)
        return found
      const straightness = this.#straightnessAt(i, first, last, reach)
      if (straightness < sharpest) {
        sharpest = straightness
        found = i
      }
    }
    return found > 0 ? found : last
  }

  /** Cosine of the turn at a point. */
  #straightnessAt(i: number, first: number, last: number, reach: number): number {
    const xy = this.#xy
    const x = xy[2 * i]!
    const y = xy[2 * i + 1]!
    const isNear = (k: number): boolean => Math.hypot(xy[2 * k]! - x, xy[2 * k + 1]! - y) < reach
    let before = i - 1
    while (before > first && i - before < CORNER_POINTS && isNear(before)) before--
    let after = i + 1
    while (after < last && after - i < CORNER_POINTS && isNear(after)) after++
    // So near an end of the stretch, noise has the say; the fit keeps to whatever is there.
    if ((before === first && isNear(before)) || (after === last && isNear(after))) return 1
    const ax = x - xy[2 * before]!
    const ay = y - xy[2 * before + 1]!
    const bx = xy[2 * after]! - x
    const by = xy[2 * after + 1]! - y
    const lengths = Math.hypot(ax, ay) * Math.hypot(bx, by)
    return lengths === 0 ? 1 : (ax * bx + ay * by) / lengths
  }

  #add(x: number, y: number): void {
    if (2 * this.#count + 2 > this.#xy.length) {
      const grown = new Float64Array(this.#xy.length * 2)
      grown.set(this.#xy)
      this.#xy = grown
    }
    this.#xy[2 * this.#count] = x
    this.#xy[2 * this.#count + 1] = y
    this.#count++
  }
}

/**
 * The farthest point a piece that begins at `from` reaches, and that piece; `until` is `from` when none fits.
 *
 * @param clear no failure before this point ends the search
 */
function farthest<T>(
  from: number,
  last: number,
  step: number,
  fit: (until: number) => T | null,
  clear = from,
): Reach<T> {
  let until = from
  let found: T | null = null
  let beyond = last + 1
  for (let ahead = step; ; ahead *= 2) {
    const next = Math.min(from + ahead, last)
    const piece = fit(next)
    if (piece !== null) {
      until = next
      found = piece
    } else if (next > clear) {
      beyond = next
      break
    }
    if (next === last) break
  }
  while (beyond - until > 1 && found !== null) {
    const middle = (until + beyond) >> 1
    const piece = fit(middle)
    if (piece === null) beyond = middle
    else {
      until = middle
      found = piece
    }
  }
  return { until, found }
}

interface Reach<T> {
  readonly until: number
  readonly found: T | null
}
