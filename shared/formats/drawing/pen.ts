import { ellipseToCubics, type CubicSink } from '#shared/geometry/ellipse.ts'
import { IDENTITY, type Affine } from '#shared/geometry/transform.ts'
import type { StrokeList } from './stroke-list.ts'

/** How far the two half axes may differ, as a share, for an ellipse still to be a circle: 0.1 µm on a 100 mm radius. */
const ROUND = 1e-6

/** Draws in the coordinates of the file's element, through that element's transform, into strokes of the drawing. */
export class Pen {
  readonly #strokes: StrokeList
  readonly #tolerance: number
  #a = 1
  #b = 0
  #c = 0
  #d = 1
  #e = 0
  #f = 0
  #localTolerance: number
  readonly #cubic: CubicSink

  /** @param tolerance how far a curve that has to be replaced may stray, in units of the strokes */
  constructor(strokes: StrokeList, tolerance: number) {
    this.#strokes = strokes
    this.#tolerance = tolerance
    this.#localTolerance = tolerance
    this.#cubic = (c1x, c1y, c2x, c2y, x, y) => strokes.cubic(c1x, c1y, c2x, c2y, x, y)
    this.transform(IDENTITY)
  }

  /** Everything drawn from now on goes through `m`. */
  transform(m: Affine): void {
    this.#a = m.a
    this.#b = m.b
    this.#c = m.c
    this.#d = m.d
    this.#e = m.e
    this.#f = m.f
    const stretch = Math.sqrt(m.a * m.a + m.b * m.b + m.c * m.c + m.d * m.d)
    this.#localTolerance = stretch > 0 ? this.#tolerance / stretch : this.#tolerance
  }

  /** The tolerance in the coordinates now drawn in; never too generous. */
  get localTolerance(): number {
    return this.#localTolerance
  }

  /** @param group what the stroke belongs to, the StrokeList's number */
  moveTo(x: number, y: number, group: number): void {
    this.#strokes.begin(this.#a * x + this.#c * y + this.#e, this.#b * x + this.#d * y + this.#f, group)
  }

  lineTo(x: number, y: number): void {
    this.#strokes.line(this.#a * x + this.#c * y + this.#e, this.#b * x + this.#d * y + this.#f)
  }

  cubicTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void {
    this.#strokes.cubic(
      this.#a * c1x + this.#c * c1y + this.#e,
      this.#b * c1x + this.#d * c1y + this.#f,
      this.#a * c2x + this.#c * c2y + this.#e,
      this.#b * c2x + this.#d * c2y + this.#f,
      this.#a * x + this.#c * y + this.#e,
      this.#b * x + this.#d * y + this.#f,
    )
  }

  /**
   * An elliptic arc about a centre, from parameter `from` over `sweep` (see ellipse.ts), ending at x, y. It stays an arc where it
   * comes out round, and becomes cubics where it does not.
   */
  arcTo(
    x: number,
    y: number,
    centreX: number,
    centreY: number,
    ux: number,
    uy: number,
    vx: number,
    vy: number,
    from: number,
    sweep: number,
  ): void {
    const endX = this.#a * x + this.#c * y + this.#e
    const endY = this.#b * x + this.#d * y + this.#f
    const cx = this.#a * centreX + this.#c * centreY + this.#e
    const cy = this.#b * centreX + this.#d * centreY + this.#f
    const mux = this.#a * ux + this.#c * uy
    const muy = this.#b * ux + this.#d * uy
    const mvx = this.#a * vx + this.#c * vy
    const mvy = this.#b * vx + this.#d * vy
    const uu = mux * mux + muy * muy
    const vv = mvx * mvx + mvy * mvy
    const slack = ROUND * (uu + vv)
    if (Math.abs(uu - vv) <= slack && Math.abs(mux * mvx + muy * mvy) <= slack) {
      const turn = mux * mvy - muy * mvx < 0 ? -1 : 1
      this.#strokes.arc(endX, endY, cx, cy, turn * sweep)
    } else {
      ellipseToCubics(cx, cy, mux, muy, mvx, mvy, from, sweep, endX, endY, this.#tolerance, this.#cubic)
    }
  }

  /** Ends the stroke. */
  lift(): void {
    this.#strokes.end()
  }
}
