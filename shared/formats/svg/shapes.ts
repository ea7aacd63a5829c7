import type { Point } from '#shared/geometry/design.ts'
import type { Pen } from '../drawing/pen.ts'
import { drawPath } from './path-data.ts'
import type { NumberCursor } from './number-cursor.ts'
import { diagonalOf, userLength, type Viewport } from './units.ts'

export type Attributes = Readonly<Record<string, string>>

/** What a shape is drawn with. */
interface Canvas {
  readonly pen: Pen
  /** Number of the shape's look among the strokes. */
  readonly group: number
  readonly viewport: Viewport
  /** Opens a list of numbers, which the document may keep elsewhere than in the attribute. */
  readonly cursorOf: (value: string) => NumberCursor
}

/** Everything that draws; false when the element has a mistake (what stands before it is drawn). */
export type Shape = (attributes: Attributes, canvas: Canvas) => boolean

/** The basic shapes, each drawn from where and in the direction the standard says. */
export const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['path', drawPathElement],
  ['line', drawLine],
  ['polyline', (attributes, canvas) => drawPoints(attributes, canvas, false)],
  ['polygon', (attributes, canvas) => drawPoints(attributes, canvas, true)],
  ['rect', drawRect],
  ['circle', drawCircle],
  ['ellipse', drawEllipse],
])

function drawPathElement(attributes: Attributes, { pen, group, cursorOf }: Canvas): boolean {
  return attributes.d === undefined || drawPath(cursorOf(attributes.d), pen, group)
}

function drawLine(attributes: Attributes, { pen, group, viewport }: Canvas): boolean {
  const { width, height } = viewport
  pen.moveTo(userLength(attributes.x1, width, viewport, 0), userLength(attributes.y1, height, viewport, 0), group)
  pen.lineTo(userLength(attributes.x2, width, viewport, 0), userLength(attributes.y2, height, viewport, 0))
  pen.lift()
  return true
}

/** Draws while it reads, so that a list of millions stops at the limit of points and not of memory. */
function drawPoints(attributes: Attributes, { pen, group, cursorOf }: Canvas, closed: boolean): boolean {
  const cursor = cursorOf(attributes.points ?? '')
  cursor.skipBlanks()
  let first: Point | null = null
  let isSound = true
  while (!cursor.done) {
    const x = cursor.number()
    cursor.skipSeparator()
    const y = cursor.number()
    cursor.skipSeparator()
    // Half a pair is a mistake like any other text; the points before it are drawn.
    if (Number.isNaN(x) || Number.isNaN(y)) {
      isSound = false
      break
    }
    if (first === null) {
      first = { x, y }
      pen.moveTo(x, y, group)
    } else pen.lineTo(x, y)
  }
  if (first !== null) {
    if (closed) pen.lineTo(first.x, first.y)
    pen.lift()
  }
  return isSound
}

function drawRect(attributes: Attributes, { pen, group, viewport }: Canvas): boolean {
  const width = userLength(attributes.width, viewport.width, viewport, 0)
  const height = userLength(attributes.height, viewport.height, viewport, 0)
  if (width < 0 || height < 0) return false
  if (width === 0 || height === 0) return true
  const x = userLength(attributes.x, viewport.width, viewport, 0)
  const y = userLength(attributes.y, viewport.height, viewport, 0)
  // A corner radius that is not given is the other one; neither may take more than half a side.
  const givenX = userLength(attributes.rx, viewport.width, viewport, Number.NaN)
  const givenY = userLength(attributes.ry, viewport.height, viewport, Number.NaN)
  const wantedX = givenX >= 0 ? givenX : givenY >= 0 ? givenY : 0
  const wantedY = givenY >= 0 ? givenY : wantedX
  const rx = Math.min(wantedX, width / 2)
  const ry = Math.min(wantedY, height / 2)
  const right = x + width
  const bottom = y + height
  const quarter = Math.PI / 2
  const isRound = rx > 0 && ry > 0
  const cornerX = isRound ? rx : 0
  const cornerY = isRound ? ry : 0
  const corner = (toX: number, toY: number, centreX: number, centreY: number, from: number): void => {
    if (isRound) pen.arcTo(toX, toY, centreX, centreY, rx, 0, 0, ry, from, quarter)
  }
  pen.moveTo(x + cornerX, y, group)
  pen.lineTo(right - cornerX, y)
  corner(right, y + ry, right - rx, y + ry, -quarter)
  pen.lineTo(right, bottom - cornerY)
  corner(right - rx, bottom, right - rx, bottom - ry, 0)
  pen.lineTo(x + cornerX, bottom)
  corner(x, bottom - ry, x + rx, bottom - ry, quarter)
  pen.lineTo(x, y + cornerY)
  corner(x + rx, y, x + rx, y + ry, 2 * quarter)
  if (!isRound) pen.lineTo(x, y)
  pen.lift()
  return true
}

function drawCircle(attributes: Attributes, canvas: Canvas): boolean {
  const { viewport } = canvas
  const radius = userLength(attributes.r, diagonalOf(viewport), viewport, 0)
  return drawRound(attributes, canvas, radius, radius)
}

function drawEllipse(attributes: Attributes, canvas: Canvas): boolean {
  const { viewport } = canvas
  const rx = userLength(attributes.rx, viewport.width, viewport, Number.NaN)
  const ry = userLength(attributes.ry, viewport.height, viewport, Number.NaN)
  // SVG 2: a half axis that is not given is as long as the other.
  return drawRound(attributes, canvas, Number.isNaN(rx) ? ry : rx, Number.isNaN(ry) ? rx : ry)
}

function drawRound(attributes: Attributes, { pen, group, viewport }: Canvas, rx: number, ry: number): boolean {
  if (rx < 0 || ry < 0) return false
  if (!(rx > 0 && ry > 0)) return true
  const cx = userLength(attributes.cx, viewport.width, viewport, 0)
  const cy = userLength(attributes.cy, viewport.height, viewport, 0)
  pen.moveTo(cx + rx, cy, group)
  pen.arcTo(cx + rx, cy, cx, cy, rx, 0, 0, ry, 0, 2 * Math.PI)
  pen.lift()
  return true
}
