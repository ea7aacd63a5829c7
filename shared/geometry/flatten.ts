import { arcDrift } from './arc.ts'
import type { Design, Run } from './design.ts'
import { walkRun, type SegmentVisitor } from './walk.ts'

/**
 * A run as straight chords: x,y pairs, the start and the end of every segment included. Neither the chords stray further than
 * `toleranceMm` from the curve nor the curve from the chords.
 *
 * @param toleranceMm greater than zero
 */
export function flattenRun(run: Run, toleranceMm: number): Float64Array {
  const flattener = new Flattener(toleranceMm, run.ops.length)
  flattener.add(run.coords[0]!, run.coords[1]!)
  walkRun(run, flattener)
  return flattener.points()
}

/** `flattenRun` for every run, in order. */
export function flattenDesign(design: Design, toleranceMm: number): Float64Array[] {
  return design.runs.map(run => flattenRun(run, toleranceMm))
}

/** A cubic is halved at most this often, which bounds the work for a curve of absurd size; 2^16 chords follow 1 km to 0.001 mm. */
const MAX_HALVINGS = 16

class Flattener implements SegmentVisitor {
  readonly #tolerance: number
  #xy: Float64Array
  #length = 0
  // Control points of the pieces still to do: at most one waits per level of halving.
  readonly #stack = new Float64Array(9 * (MAX_HALVINGS + 2))

  constructor(tolerance: number, segments: number) {
    if (!(tolerance > 0)) throw new RangeError('the tolerance of flattening must be greater than zero')
    this.#tolerance = tolerance
    this.#xy = new Float64Array(2 * segments + 16)
  }

  points(): Float64Array {
    return this.#xy.slice(0, this.#length)
  }

  add(x: number, y: number): void {
    if (this.#length + 2 > this.#xy.length) {
      const grown = new Float64Array(this.#xy.length * 2)
      grown.set(this.#xy)
      this.#xy = grown
    }
    this.#xy[this.#length++] = x
    this.#xy[this.#length++] = y
  }

  line(_x0: number, _y0: number, x1: number, y1: number): void {
    this.add(x1, y1)
  }

  arc(x0: number, y0: number, x1: number, y1: number, centreX: number, centreY: number, sweep: number): void {
    const rx = x0 - centreX
    const ry = y0 - centreY
    const radius = Math.hypot(rx, ry)
    const drift = arcDrift(x0, y0, x1, y1, centreX, centreY, sweep)
    const parts = arcParts(radius, sweep, this.#tolerance)
    for (let i = 1; i < parts; i++) {
      const t = i / parts
      const cos = Math.cos(sweep * t)
      const sin = Math.sin(sweep * t)
      this.add(centreX + cos * rx - sin * ry + drift.x * t, centreY + sin * rx + cos * ry + drift.y * t)
    }
    this.add(x1, y1)
  }

  /** Halves until both handles are within the tolerance of the chord: the curve lies in the hull of the four points. */
  cubic(x0: number, y0: number, c1x: number, c1y: number, c2x: number, c2y: number, x1: number, y1: number): void {
    const stack = this.#stack
    const limit = this.#tolerance * this.#tolerance
    let top = push(stack, 0, x0, y0, c1x, c1y, c2x, c2y, x1, y1, 0)
    while (top > 0) {
      top -= 9
      const ax = stack[top]!
      const ay = stack[top + 1]!
      const bx = stack[top + 2]!
      const by = stack[top + 3]!
      const cx = stack[top + 4]!
      const cy = stack[top + 5]!
      const dx = stack[top + 6]!
      const dy = stack[top + 7]!
      const level = stack[top + 8]!
      const flat =
        segmentDistanceSquared(bx, by, ax, ay, dx, dy) <= limit &&
        segmentDistanceSquared(cx, cy, ax, ay, dx, dy) <= limit
      if (flat || level === MAX_HALVINGS) {
        this.add(dx, dy)
        continue
      }
      const abx = (ax + bx) / 2
      const aby = (ay + by) / 2
      const bcx = (bx + cx) / 2
      const bcy = (by + cy) / 2
      const cdx = (cx + dx) / 2
      const cdy = (cy + dy) / 2
      const lx = (abx + bcx) / 2
      const ly = (aby + bcy) / 2
      const rx = (bcx + cdx) / 2
      const ry = (bcy + cdy) / 2
      const mx = (lx + rx) / 2
      const my = (ly + ry) / 2
      top = push(stack, top, mx, my, rx, ry, cdx, cdy, dx, dy, level + 1)
      top = push(stack, top, ax, ay, abx, aby, lx, ly, mx, my, level + 1)
    }
  }
}

/**
 * Equal chords an arc needs. A chord of angle a strays at most r a^2 / 8 from its arc, the bound for linear interpolation, which is
 * a hair stricter than the sagitta r (1 - cos(a/2)) and, unlike it, also holds for an arc whose end was rounded off its circle.
 */
export function arcParts(radius: number, sweep: number, tolerance: number): number {
  const angle = Math.min(Math.sqrt((8 * tolerance) / radius), Math.PI / 2)
  // A radius of kilometres would ask for more chords than memory has; 2^20 per arc is beyond any real tolerance.
  return Math.max(1, Math.min(Math.ceil(Math.abs(sweep) / angle), 2 ** 20))
}

/** Squared distance from a point to the segment between two others. */
export function segmentDistanceSquared(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax
  const dy = by - ay
  const length = dx * dx + dy * dy
  let t = length === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / length
  t = t < 0 ? 0 : t > 1 ? 1 : t
  const ex = px - ax - t * dx
  const ey = py - ay - t * dy
  return ex * ex + ey * ey
}

function push(
  stack: Float64Array,
  at: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  level: number,
): number {
  stack[at] = ax
  stack[at + 1] = ay
  stack[at + 2] = bx
  stack[at + 3] = by
  stack[at + 4] = cx
  stack[at + 5] = cy
  stack[at + 6] = dx
  stack[at + 7] = dy
  stack[at + 8] = level
  return at + 9
}
