import { Refused } from '#shared/util/refused.ts'
import { TOO_MANY_POINTS } from '../limits.ts'
import { MAX_POINTS } from '../types.ts'
import type { DxfDrawing } from './drawing.ts'
import { Fields } from './fields.ts'
import { atBreak, skipToBreak, type Tags } from './tags.ts'

const CLOSED = 1
const IN_SPACE = 8
const MESH = 16 | 64
/** A vertex of the frame a spline was drawn from: it is not on the curve. */
const FRAME_VERTEX = 16

/** Vertices of one polyline: x, y and the bulge of the segment that starts there. */
class Vertices {
  #numbers = new Float64Array(3 * 64)
  #count = 0

  get count(): number {
    return this.#count
  }

  clear(): void {
    this.#count = 0
  }

  add(x: number, y: number, bulge: number): void {
    if (this.#count === MAX_POINTS) throw new Refused(TOO_MANY_POINTS)
    const at = 3 * this.#count++
    if (at === this.#numbers.length) {
      const grown = new Float64Array(2 * at)
      grown.set(this.#numbers)
      this.#numbers = grown
    }
    this.#numbers[at] = x
    this.#numbers[at + 1] = y
    this.#numbers[at + 2] = bulge
  }

  draw(drawing: DxfDrawing, group: number, closed: boolean): void {
    const numbers = this.#numbers
    const { pen } = drawing
    if (this.#count < 2) return
    pen.moveTo(numbers[0]!, numbers[1]!, group)
    const segments = closed ? this.#count : this.#count - 1
    for (let i = 0; i < segments; i++) {
      const from = 3 * i
      const to = i + 1 === this.#count ? 0 : from + 3
      const x = numbers[to]!
      const y = numbers[to + 1]!
      const bulge = numbers[from + 2]!
      if (bulge === 0) pen.lineTo(x, y)
      else drawBulge(drawing, numbers[from]!, numbers[from + 1]!, x, y, bulge)
    }
    pen.lift()
  }
}

/** sweep = 4 atan bulge; centre = middle + perp(chord) (1 - b^2) / (4 b), perp = (-dy, dx) (formats page GEOMETRY). */
function drawBulge(drawing: DxfDrawing, x0: number, y0: number, x1: number, y1: number, bulge: number): void {
  const dx = x1 - x0
  const dy = y1 - y0
  const toCentre = (1 - bulge * bulge) / (4 * bulge)
  const centreX = (x0 + x1) / 2 - dy * toCentre
  const centreY = (y0 + y1) / 2 + dx * toCentre
  const rx = x0 - centreX
  const ry = y0 - centreY
  // A bulge next to nothing has its centre so far away that no digits are left for the curve: it is a line.
  if ((dx === 0 && dy === 0) || !(rx * rx + ry * ry < 1e18 * (dx * dx + dy * dy))) {
    drawing.pen.lineTo(x1, y1)
    return
  }
  // Half axes through the start itself, so that no angle has to be taken and given back.
  drawing.pen.arcTo(x1, y1, centreX, centreY, rx, ry, -ry, rx, 0, 4 * Math.atan(bulge))
}

/** Reads LWPOLYLINE and POLYLINE entities. */
export class PolylineReader {
  readonly #fields = new Fields()
  readonly #vertices = new Vertices()

  /** Reads one LWPOLYLINE; `tags` ends on the next break. */
  readLight(tags: Tags, drawing: DxfDrawing): void {
    const fields = this.#fields
    const vertices = this.#vertices
    fields.begin()
    vertices.clear()
    let x = 0
    let y = 0
    let bulge = 0
    let pending = false
    for (tags.next(); !atBreak(tags); tags.next()) {
      switch (tags.code) {
        case 10:
          if (pending) vertices.add(x, y, bulge)
          x = tags.coordinate()
          y = 0
          bulge = 0
          pending = true
          break
        case 20:
          y = tags.coordinate()
          break
        case 42:
          bulge = tags.coordinate()
          break
        default:
          fields.read(tags)
      }
    }
    if (pending) vertices.add(x, y, bulge)
    const group = drawing.beginFlat(fields)
    if (group >= 0) vertices.draw(drawing, group, (fields.flags & CLOSED) !== 0)
  }

  /** Reads one POLYLINE with its VERTEX entities and SEQEND; `tags` ends on the next break. */
  readHeavy(tags: Tags, drawing: DxfDrawing): void {
    const fields = this.#fields
    const vertices = this.#vertices
    fields.readAll(tags)
    vertices.clear()
    const { flags } = fields
    const isMesh = (flags & MESH) !== 0
    while (!tags.done && tags.text() === 'VERTEX') {
      if (isMesh) skipToBreak(tags)
      else readVertex(tags, vertices)
    }
    if (!tags.done && tags.text() === 'SEQEND') skipToBreak(tags)
    if (isMesh) {
      drawing.report.count('mesh')
      return
    }
    const group = (flags & IN_SPACE) !== 0 ? drawing.beginInSpace(fields) : drawing.beginFlat(fields)
    if (group >= 0) vertices.draw(drawing, group, (flags & CLOSED) !== 0)
  }
}

function readVertex(tags: Tags, vertices: Vertices): void {
  let x = 0
  let y = 0
  let bulge = 0
  let flags = 0
  for (tags.next(); !atBreak(tags); tags.next()) {
    if (tags.code === 10) x = tags.coordinate()
    else if (tags.code === 20) y = tags.coordinate()
    else if (tags.code === 42) bulge = tags.coordinate()
    else if (tags.code === 70) flags = tags.flags()
  }
  if ((flags & FRAME_VERTEX) === 0) vertices.add(x, y, bulge)
}
