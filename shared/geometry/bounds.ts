import { arcDrift } from './arc.ts'
import { cubicAt } from './cubic.ts'
import type { Design, Run } from './design.ts'
import { quadraticRoots } from './quadratic.ts'
import { walkRun, type SegmentVisitor } from './walk.ts'

/** A box in millimetres. */
export interface Bounds {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** The exact box of everything stitched (needle travel not counted); null when there is no run. */
export function boundsOf(design: Design): Bounds | null {
  if (design.runs.length === 0) return null
  const box = new GrowingBox()
  for (const run of design.runs) {
    box.add(run.coords[0]!, run.coords[1]!)
    walkRun(run, box)
  }
  return box.bounds()
}

/** The exact box of one run. */
export function boundsOfRun(run: Run): Bounds {
  const box = new GrowingBox()
  box.add(run.coords[0]!, run.coords[1]!)
  walkRun(run, box)
  return box.bounds()
}

export function widthOf(bounds: Bounds): number {
  return bounds.maxX - bounds.minX
}

export function heightOf(bounds: Bounds): number {
  return bounds.maxY - bounds.minY
}

class GrowingBox implements SegmentVisitor {
  #minX = Number.POSITIVE_INFINITY
  #minY = Number.POSITIVE_INFINITY
  #maxX = Number.NEGATIVE_INFINITY
  #maxY = Number.NEGATIVE_INFINITY

  bounds(): Bounds {
    return { minX: this.#minX, minY: this.#minY, maxX: this.#maxX, maxY: this.#maxY }
  }

  add(x: number, y: number): void {
    this.#addX(x)
    this.#addY(y)
  }

  line(_x0: number, _y0: number, x1: number, y1: number): void {
    this.add(x1, y1)
  }

  arc(x0: number, y0: number, x1: number, y1: number, centreX: number, centreY: number, sweep: number): void {
    this.add(x1, y1)
    if (sweep === 0) return
    const drift = arcDrift(x0, y0, x1, y1, centreX, centreY, sweep)
    const radius = Math.hypot(x0 - centreX, y0 - centreY)
    const from = Math.atan2(y0 - centreY, x0 - centreX)
    // x(t) = centre + r cos(from + sweep t) + drift t is level where sin = drift / (r sweep); y likewise a quarter turn on.
    forLevelAngles(drift.x / (radius * sweep), from, sweep, angle => {
      this.#addX(centreX + radius * Math.cos(angle) + (drift.x * (angle - from)) / sweep)
    })
    forLevelAngles(drift.y / (radius * sweep), from - Math.PI / 2, sweep, angle => {
      const turned = angle + Math.PI / 2
      this.#addY(centreY + radius * Math.sin(turned) + (drift.y * (turned - from)) / sweep)
    })
  }

  cubic(x0: number, y0: number, c1x: number, c1y: number, c2x: number, c2y: number, x1: number, y1: number): void {
    this.add(x1, y1)
    for (const t of levelParameters(x0, c1x, c2x, x1)) this.#addX(cubicAt(x0, c1x, c2x, x1, t))
    for (const t of levelParameters(y0, c1y, c2y, y1)) this.#addY(cubicAt(y0, c1y, c2y, y1, t))
  }

  #addX(x: number): void {
    if (x < this.#minX) this.#minX = x
    if (x > this.#maxX) this.#maxX = x
  }

  #addY(y: number): void {
    if (y < this.#minY) this.#minY = y
    if (y > this.#maxY) this.#maxY = y
  }
}

/** Calls back with every angle in the sweep whose sine is `sine`. */
export function forLevelAngles(sine: number, from: number, sweep: number, found: (angle: number) => void): void {
  if (!(Math.abs(sine) <= 1)) return
  const low = Math.min(from, from + sweep)
  const high = Math.max(from, from + sweep)
  const first = Math.asin(sine)
  for (const base of [first, Math.PI - first]) {
    let angle = base + 2 * Math.PI * Math.ceil((low - base) / (2 * Math.PI))
    for (; angle <= high; angle += 2 * Math.PI) found(angle)
  }
}

const NONE: readonly number[] = []

/** Parameters inside 0..1 where one coordinate of a cubic stands still. */
export function levelParameters(p0: number, p1: number, p2: number, p3: number): readonly number[] {
  const low = Math.min(p0, p3)
  const high = Math.max(p0, p3)
  // Handles inside the span of the ends cannot push the curve out of it.
  if (p1 >= low && p1 <= high && p2 >= low && p2 <= high) return NONE
  return quadraticRoots(p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0).filter(t => t > 0 && t < 1)
}
