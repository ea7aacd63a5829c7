import { arcDrift } from './arc.ts'
import { cubicAt } from './cubic.ts'
import type { Design } from './design.ts'
import { walkRun, type SegmentVisitor } from './walk.ts'

/** Points of the true curves, run after run. */
export interface Samples {
  /** x,y pairs. */
  readonly xy: Float64Array
  /** Index (of points) at which each run begins; one more at the end. */
  readonly runStarts: readonly number[]
  /** No place of the design is further than this from the chord between two neighbouring samples of its run. */
  readonly chordErrorMm: number
  /** Greatest distance along the curve between two neighbouring samples. */
  readonly stepMm: number
}

/**
 * Samples every curve by its own formula, at parameters close enough that neighbours are at most `stepMm` apart along the curve.
 * Independent of `flattenRun`, so that the two can check each other.
 */
export function sampleDesign(design: Design, stepMm: number): Samples {
  const sampler = new Sampler(stepMm)
  const runStarts: number[] = []
  for (const run of design.runs) {
    runStarts.push(sampler.count)
    sampler.add(run.coords[0]!, run.coords[1]!)
    walkRun(run, sampler)
  }
  runStarts.push(sampler.count)
  return { xy: sampler.points(), runStarts, chordErrorMm: sampler.chordError, stepMm: sampler.step }
}

/** Samples per segment at most: a curve of absurd size must not take all memory; `stepMm` of the answer then tells the truth. */
const MAX_PER_SEGMENT = 1_000_000

class Sampler implements SegmentVisitor {
  readonly #step: number
  #xy = new Float64Array(1024)
  #length = 0
  chordError = 0
  step = 0

  constructor(step: number) {
    if (!(step > 0)) throw new RangeError('the step of sampling must be greater than zero')
    this.#step = step
  }

  get count(): number {
    return this.#length >> 1
  }

  points(): Float64Array {
    return this.#xy.slice(0, this.#length)
  }

  add(x: number, y: number): void {
    if (this.#length === this.#xy.length) {
      const grown = new Float64Array(this.#xy.length * 2)
      grown.set(this.#xy)
      this.#xy = grown
    }
    this.#xy[this.#length++] = x
    this.#xy[this.#length++] = y
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    const parts = this.#parts(Math.hypot(x1 - x0, y1 - y0), 0)
    for (let i = 1; i < parts; i++) {
      const t = i / parts
      this.add(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t)
    }
    this.add(x1, y1)
  }

  arc(x0: number, y0: number, x1: number, y1: number, centreX: number, centreY: number, sweep: number): void {
    const drift = arcDrift(x0, y0, x1, y1, centreX, centreY, sweep)
    const rx = x0 - centreX
    const ry = y0 - centreY
    const radius = Math.hypot(rx, ry)
    const speed = radius * Math.abs(sweep) + Math.hypot(drift.x, drift.y)
    const parts = this.#parts(speed, radius * sweep * sweep)
    for (let i = 1; i < parts; i++) {
      const t = i / parts
      const cos = Math.cos(sweep * t)
      const sin = Math.sin(sweep * t)
      this.add(centreX + cos * rx - sin * ry + drift.x * t, centreY + sin * rx + cos * ry + drift.y * t)
    }
    this.add(x1, y1)
  }

  cubic(x0: number, y0: number, c1x: number, c1y: number, c2x: number, c2y: number, x1: number, y1: number): void {
    // The derivative of a Bezier lies in the hull of three times its control differences: an upper bound of the speed.
    const speed =
      3 * Math.max(Math.hypot(c1x - x0, c1y - y0), Math.hypot(c2x - c1x, c2y - c1y), Math.hypot(x1 - c2x, y1 - c2y))
    const bend =
      6 *
      Math.max(Math.hypot(x0 - 2 * c1x + c2x, y0 - 2 * c1y + c2y), Math.hypot(c1x - 2 * c2x + x1, c1y - 2 * c2y + y1))
    const parts = this.#parts(speed, bend)
    for (let i = 1; i < parts; i++) {
      const t = i / parts
      this.add(cubicAt(x0, c1x, c2x, x1, t), cubicAt(y0, c1y, c2y, y1, t))
    }
    this.add(x1, y1)
  }

  /** Equal parameter steps for a curve of at most this speed; `bend` bounds the second derivative. */
  #parts(speed: number, bend: number): number {
    const parts = Math.max(1, Math.min(Math.ceil(speed / this.#step), MAX_PER_SEGMENT))
    this.step = Math.max(this.step, speed / parts)
    this.chordError = Math.max(this.chordError, bend / (8 * parts * parts))
    return parts
  }
}
