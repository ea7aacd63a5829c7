import { arcDrift } from './arc.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { countPoints, type Design, type Point, type Run } from './design.ts'
import { endOf, startOf, walkRun, type SegmentVisitor } from './walk.ts'

export interface Measures {
  readonly stitchedLengthMm: number
  /** Straight needle-up way from the end of each run to the start of the next. */
  readonly travelLengthMm: number
  /** Needle-up moves: one less than the runs. */
  readonly jumps: number
  readonly pauses: number
  readonly runs: number
  /** One per run start and one per segment, as the limits count. */
  readonly points: number
  /** The design ends where it begins, within `CLOSED_WITHIN_MM`. */
  readonly closed: boolean
  /** First and last stitch; null when there is none. */
  readonly start: Point | null
  readonly end: Point | null
  readonly bounds: Bounds | null
}

/** 0.005 inch, a twentieth of a stitch: ends nearer than this meet on cloth. */
const CLOSED_WITHIN_MM = 0.127

export function measureDesign(design: Design): Measures {
  const { runs } = design
  const first = runs[0]
  const last = runs.at(-1)
  const start = first === undefined ? null : startOf(first)
  const end = last === undefined ? null : endOf(last)
  const stitched = runs.reduce((sum, run) => sum + lengthOf(run), 0)
  return {
    stitchedLengthMm: stitched,
    travelLengthMm: travelLength(runs),
    jumps: Math.max(0, runs.length - 1),
    pauses: runs.filter(run => run.pauseBefore !== undefined).length,
    runs: runs.length,
    points: countPoints(design),
    closed: start !== null && end !== null && stitched > 0 && distance(start, end) <= CLOSED_WITHIN_MM,
    start,
    end,
    bounds: boundsOf(design),
  }
}

/** Stitched length of a run in millimetres; lines and true arcs to the last bits, other curves to a millionth. */
export function lengthOf(run: Run): number {
  const ruler = new Ruler()
  walkRun(run, ruler)
  return ruler.length
}

function travelLength(runs: readonly Run[]): number {
  let total = 0
  for (let i = 1; i < runs.length; i++) total += distance(endOf(runs[i - 1]!), startOf(runs[i]!))
  return total
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}

class Ruler implements SegmentVisitor {
  length = 0

  line(x0: number, y0: number, x1: number, y1: number): void {
    this.length += Math.hypot(x1 - x0, y1 - y0)
  }

  arc(x0: number, y0: number, x1: number, y1: number, centreX: number, centreY: number, sweep: number): void {
    const radius = Math.hypot(x0 - centreX, y0 - centreY)
    const along = radius * Math.abs(sweep)
    const drift = arcDrift(x0, y0, x1, y1, centreX, centreY, sweep)
    if (Math.hypot(drift.x, drift.y) <= 1e-12 * along) {
      this.length += along
      return
    }
    const from = Math.atan2(y0 - centreY, x0 - centreX)
    const push = radius * sweep
    this.length += integrate(t => {
      const angle = from + sweep * t
      return Math.hypot(drift.x - push * Math.sin(angle), drift.y + push * Math.cos(angle))
    }, along)
  }

  cubic(x0: number, y0: number, c1x: number, c1y: number, c2x: number, c2y: number, x1: number, y1: number): void {
    const ax = 3 * (c1x - x0)
    const ay = 3 * (c1y - y0)
    const bx = 3 * (c2x - c1x)
    const by = 3 * (c2y - c1y)
    const cx = 3 * (x1 - c2x)
    const cy = 3 * (y1 - c2y)
    const size = (Math.hypot(ax, ay) + Math.hypot(bx, by) + Math.hypot(cx, cy)) / 3
    if (size === 0) return
    this.length += integrate(t => {
      const s = 1 - t
      const u = s * s
      const v = 2 * s * t
      const w = t * t
      return Math.hypot(u * ax + v * bx + w * cx, u * ay + v * by + w * cy)
    }, size)
  }
}

// Abscissas and weights of the eight-point Gauss-Legendre rule on -1..1 (Abramowitz and Stegun, table 25.4).
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363]
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763]

/** Halvings of an interval at most; a cusp needs about 12, the rest is reserve. */
const MAX_DEPTH = 24
/** Relative error one interval may add; a hundred times stricter than what is promised, for the sum of many. */
const ENOUGH = 1e-8

/** Integral of `f` over 0..1: halves an interval until one rule over it and two over its halves agree. */
function integrate(f: (t: number) => number, scale: number): number {
  return refine(f, 0, 1, gauss(f, 0, 1), ENOUGH * scale, MAX_DEPTH)
}

function refine(
  f: (t: number) => number,
  from: number,
  to: number,
  whole: number,
  allowed: number,
  depth: number,
): number {
  const middle = (from + to) / 2
  const left = gauss(f, from, middle)
  const right = gauss(f, middle, to)
  if (depth === 0 || Math.abs(left + right - whole) <= allowed) return left + right
  return refine(f, from, middle, left, allowed, depth - 1) + refine(f, middle, to, right, allowed, depth - 1)
}

function gauss(f: (t: number) => number, from: number, to: number): number {
  const half = (to - from) / 2
  const middle = (from + to) / 2
  let sum = 0
  for (let i = 0; i < NODES.length; i++) {
    const offset = half * NODES[i]!
    sum += WEIGHTS[i]! * (f(middle - offset) + f(middle + offset))
  }
  return sum * half
}
