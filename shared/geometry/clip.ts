import { arcDrift, arcPointAt } from './arc.ts'
import { type Bounds, boundsOfRun, forLevelAngles, levelParameters } from './bounds.ts'
import { type Cubic, cubicAt, subCubic } from './cubic.ts'
import type { Point, Run } from './design.ts'
import { RunBuilder } from './run-builder.ts'
import { type SegmentVisitor, walkRun } from './walk.ts'

/** One side of a straight edge: inside is where `x * nx + y * ny <= limit`. The normal (nx, ny) has length 1 and points out. */
export interface HalfPlane {
  readonly nx: number
  readonly ny: number
  readonly limit: number
}

/** The four edges of a box. */
export function edgesOf({ minX, minY, maxX, maxY }: Bounds): readonly HalfPlane[] {
  return [
    { nx: 1, ny: 0, limit: maxX },
    { nx: -1, ny: 0, limit: -minX },
    { nx: 0, ny: 1, limit: maxY },
    { nx: 0, ny: -1, limit: -minY },
  ]
}

/** Further out than this is outside: the last bits of a metre, so that what lies on an edge is not cut to shreds. */
const ON_EDGE_MM = 1e-9

/** Whether a box lies inside all edges. */
export function isInside({ minX, minY, maxX, maxY }: Bounds, edges: readonly HalfPlane[]): boolean {
  return edges.every(({ nx, ny, limit }) => {
    const furthest = nx * (nx > 0 ? maxX : minX) + ny * (ny > 0 ? maxY : minY)
    return furthest <= limit + ON_EDGE_MM
  })
}

/**
 * The parts of a run inside a convex outline, in stitching order; the run itself when nothing of it is outside. Lines, arcs and
 * cubics are split where they cross, so what stays lies exactly where it lay; the ends lie on the edge. A pause before the run
 * stays before its first part.
 */
export function clipRun(run: Run, edges: readonly HalfPlane[]): readonly Run[] {
  let pieces: readonly Run[] = [run]
  for (const edge of edges) pieces = pieces.flatMap(piece => clipToEdge(piece, edge))
  if (pieces.length === 1 && pieces[0] === run) return pieces
  const { pauseBefore, ...rest } = run
  return pieces.map(({ ops, coords }, index) => ({
    ...rest,
    ops,
    coords,
    ...(index === 0 && pauseBefore !== undefined ? { pauseBefore } : {}),
  }))
}

function clipToEdge(run: Run, edge: HalfPlane): readonly Run[] {
  if (isInside(boundsOfRun(run), [edge])) return [run]
  const scissors = new Scissors(edge)
  walkRun(run, scissors)
  return scissors.pieces()
}

class Scissors implements SegmentVisitor {
  readonly #edge: HalfPlane
  readonly #done: RunBuilder[] = []
  /** The part that goes on; null while outside. */
  #open: RunBuilder | null = null

  constructor(edge: HalfPlane) {
    this.#edge = edge
  }

  pieces(): Run[] {
    return this.#done.filter(builder => builder.length > 0).map(builder => builder.build())
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    const from = this.#out(x0, y0)
    const to = this.#out(x1, y1)
    const crossing = from <= ON_EDGE_MM === to <= ON_EDGE_MM ? [] : [from / (from - to)]
    const at = (t: number) => ({ x: x0 + (x1 - x0) * t, y: y0 + (y1 - y0) * t })
    this.#sew(crossing, at, (builder, _from, _to, end) => builder.line(end.x, end.y))
  }

  arc(x0: number, y0: number, x1: number, y1: number, centreX: number, centreY: number, sweep: number): void {
    const arc = { start: { x: x0, y: y0 }, to: { x: x1, y: y1 }, centre: { x: centreX, y: centreY }, sweep }
    const drift = arcDrift(x0, y0, x1, y1, centreX, centreY, sweep)
    const radius = Math.hypot(x0 - centreX, y0 - centreY)
    const { nx, ny } = this.#edge
    const from = Math.atan2(y0 - centreY, x0 - centreX) - Math.atan2(ny, nx)
    const levels: number[] = []
    // Seen along the normal the arc is radius * cos(angle) + drift * t, which is level where the sine is drift / (radius * sweep).
    if (sweep !== 0 && radius > 0) {
      const sine = (nx * drift.x + ny * drift.y) / (radius * sweep)
      forLevelAngles(sine, from, sweep, angle => levels.push((angle - from) / sweep))
    }
    const at = (t: number) => arcPointAt(arc, t)
    this.#sew(this.#crossings(levels, at), at, (builder, t0, t1, end) => {
      builder.arc(end.x, end.y, centreX + drift.x * t0, centreY + drift.y * t0, sweep * (t1 - t0))
    })
  }

  cubic(x0: number, y0: number, c1x: number, c1y: number, c2x: number, c2y: number, x1: number, y1: number): void {
    const { nx, ny } = this.#edge
    const along = (x: number, y: number) => nx * x + ny * y
    const levels = levelParameters(along(x0, y0), along(c1x, c1y), along(c2x, c2y), along(x1, y1))
    const at = (t: number) => ({ x: cubicAt(x0, c1x, c2x, x1, t), y: cubicAt(y0, c1y, c2y, y1, t) })
    const whole: Cubic = {
      p0: { x: x0, y: y0 },
      p1: { x: c1x, y: c1y },
      p2: { x: c2x, y: c2y },
      p3: { x: x1, y: y1 },
    }
    this.#sew(this.#crossings(levels, at), at, (builder, t0, t1, end) => {
      const { p1, p2 } = subCubic(whole, t0, t1)
      builder.cubic(p1.x, p1.y, p2.x, p2.y, end.x, end.y)
    })
  }

  /** Millimetres outside; below zero inside. */
  #out(x: number, y: number): number {
    return this.#edge.nx * x + this.#edge.ny * y - this.#edge.limit
  }

  /** Where a curve crosses the edge: between two level places it goes one way only, so there is one crossing or none. */
  #crossings(levels: readonly number[], at: (t: number) => Point): number[] {
    const outAt = (t: number) => {
      const { x, y } = at(t)
      return this.#out(x, y)
    }
    const stops = [0, ...levels.filter(t => t > 0 && t < 1).toSorted((a, b) => a - b), 1]
    const found: number[] = []
    for (let index = 1; index < stops.length; index++) {
      let low = stops[index - 1]!
      let high = stops[index]!
      const isInAtLow = outAt(low) <= ON_EDGE_MM
      if (isInAtLow === outAt(high) <= ON_EDGE_MM) continue
      for (;;) {
        const middle = (low + high) / 2
        if (middle <= low || middle >= high) break
        if (outAt(middle) <= ON_EDGE_MM === isInAtLow) low = middle
        else high = middle
      }
      // The side that is in: what is kept ends at the edge or a hair before it.
      found.push(isInAtLow ? low : high)
    }
    return found
  }

  /** Takes the parts between the crossings that are inside. */
  #sew(
    crossings: readonly number[],
    at: (t: number) => Point,
    append: (builder: RunBuilder, from: number, to: number, end: Point) => void,
  ): void {
    const stops = [0, ...crossings, 1]
    for (let index = 1; index < stops.length; index++) {
      const from = stops[index - 1]!
      const to = stops[index]!
      if (to <= from) continue
      const middle = at((from + to) / 2)
      if (this.#out(middle.x, middle.y) > ON_EDGE_MM) {
        this.#open = null
        continue
      }
      if (this.#open === null) {
        const start = this.#onto(at(from))
        this.#open = new RunBuilder(start.x, start.y)
        this.#done.push(this.#open)
      }
      append(this.#open, from, to, this.#onto(at(to)))
    }
  }

  /** A place a hair outside, moved onto the edge. */
  #onto(place: Point): Point {
    const out = this.#out(place.x, place.y)
    if (out <= 0) return place
    return { x: place.x - this.#edge.nx * out, y: place.y - this.#edge.ny * out }
  }
}
