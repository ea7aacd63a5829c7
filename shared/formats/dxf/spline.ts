import type { Point } from '#shared/geometry/design.ts'
import { fitPointsToCubics } from '#shared/geometry/fit-points.ts'
import { isSoundNurbs, nurbsToCubics, startOfNurbs, workOfNurbs, type Nurbs } from '#shared/geometry/nurbs.ts'
import { TOO_MANY_POINTS } from '../limits.ts'
import { MAX_POINTS } from '../types.ts'
import { Refused } from '#shared/util/refused.ts'
import type { DxfDrawing } from './drawing.ts'
import { Fields } from './fields.ts'
import { atBreak, lineOf, type Tags } from './tags.ts'

const CLOSED = 1
/** Degrees above this are unheard of, and their arithmetic means nothing in floating point. */
const MAX_DEGREE = 25
/** A curve through its points is solved as a whole, in a dozen numbers for each. */
const MAX_FIT_POINTS = 100_000
/** Arithmetic steps all splines of a drawing may take; a real drawing needs a thousandth. */
const MAX_WORK = 300_000_000

/** Reads SPLINE entities; counts their arithmetic over the whole drawing. */
export class SplineReader {
  readonly #fields = new Fields()
  #work = 0

  /** Reads one SPLINE; `tags` ends on the next break. */
  read(tags: Tags, drawing: DxfDrawing): void {
    const where = lineOf(tags)
    const knots: number[] = []
    const weights: number[] = []
    const points: number[] = []
    const fitPoints: number[] = []
    const fields = this.#fields
    fields.begin()
    for (tags.next(); !atBreak(tags); tags.next()) {
      switch (tags.code) {
        case 40:
          knots.push(tags.coordinate())
          break
        case 41:
          weights.push(tags.coordinate())
          break
        case 10:
        case 20:
          points.push(tags.coordinate())
          break
        case 11:
        case 21:
          fitPoints.push(tags.coordinate())
          break
        default:
          fields.read(tags)
      }
      if (points.length > 2 * MAX_POINTS || knots.length > 2 * MAX_POINTS || fitPoints.length > 2 * MAX_FIT_POINTS) {
        throw new Refused(TOO_MANY_POINTS)
      }
    }
    const closed = (fields.flags & CLOSED) !== 0
    if (points.length === 0 && fitPoints.length >= 4) {
      this.#drawFitPoints(drawing, fitPoints, closed)
      return
    }
    const degree = fields.number(71, 3)
    const nurbs: Nurbs = { degree, knots, points, ...(isWeighted(weights) ? { weights } : {}) }
    if (degree > MAX_DEGREE || !isSoundNurbs(nurbs) || (weights.length > 0 && weights.length * 2 !== points.length)) {
      throw new Refused({ code: 'bad-spline', message: splineComplaint(nurbs), ...where })
    }
    const group = drawing.beginInSpace(fields)
    if (group < 0) return
    this.#work += workOfNurbs(nurbs) * (nurbs.weights !== undefined || degree > 3 ? 8 : 1)
    if (this.#work > MAX_WORK) throw new Refused(TOO_MANY_POINTS)
    const start = startOfNurbs(nurbs)
    const { pen } = drawing
    pen.moveTo(start.x, start.y, group)
    if (degree === 1) nurbsToCubics(nurbs, pen.localTolerance, (_c1x, _c1y, _c2x, _c2y, x, y) => pen.lineTo(x, y))
    else nurbsToCubics(nurbs, pen.localTolerance, (c1x, c1y, c2x, c2y, x, y) => pen.cubicTo(c1x, c1y, c2x, c2y, x, y))
    pen.lift()
  }

  #drawFitPoints(drawing: DxfDrawing, points: readonly number[], closed: boolean): void {
    const fields = this.#fields
    const group = drawing.beginInSpace(fields)
    if (group < 0) return
    const { pen } = drawing
    pen.moveTo(points[0]!, points[1]!, group)
    const startDirection = directionOf(fields, 12)
    const endDirection = directionOf(fields, 13)
    fitPointsToCubics(
      { points, closed, ...(startDirection && { startDirection }), ...(endDirection && { endDirection }) },
      (c1x, c1y, c2x, c2y, x, y) => pen.cubicTo(c1x, c1y, c2x, c2y, x, y),
    )
    pen.lift()
  }
}

/** Equal weights are no weights: the spline is then exact as cubics. */
function isWeighted(weights: readonly number[]): boolean {
  return weights.some(weight => weight !== weights[0])
}

function directionOf(fields: Fields, code: number): Point | undefined {
  return fields.has(code) ? { x: fields.number(code, 0), y: fields.number(code + 10, 0) } : undefined
}

function splineComplaint({ degree, knots, points }: Nurbs): string {
  const count = Math.floor(points.length / 2)
  return (
    `A curve in this drawing is broken: degree ${degree}, ${count} control points, ${knots.length} knots ` +
    `(there should be ${count + degree + 1}, in rising order).`
  )
}
