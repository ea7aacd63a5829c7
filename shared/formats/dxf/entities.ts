import { fromDegrees } from '#shared/geometry/units.ts'
import { Refused } from '#shared/util/refused.ts'
import type { DxfDrawing } from './drawing.ts'
import { Fields } from './fields.ts'
import { InsertReader, type Block } from './insert.ts'
import { PolylineReader } from './polyline.ts'
import { SplineReader } from './spline.ts'
import { lineOf, skipToBreak, type Tags } from './tags.ts'

/** Entities that belong to another one or draw nothing, and are not worth a word. */
const SILENT = new Set(['ATTRIB', 'ATTDEF', 'SEQEND', 'VERTEX', 'VIEWPORT'])

/** Names that end a list of entities. */
const ENDS = new Set(['ENDSEC', 'ENDBLK', 'SECTION', 'EOF', 'BLOCK'])

const TURN = 2 * Math.PI

/** Draws the entities of a section or block, in the order of the file. */
export class EntityReader {
  readonly #tags: Tags
  readonly #drawing: DxfDrawing
  readonly #fields = new Fields()
  readonly #polylines = new PolylineReader()
  readonly #splines = new SplineReader()
  readonly #inserts: InsertReader

  constructor(tags: Tags, drawing: DxfDrawing, blocks: ReadonlyMap<string, Block>) {
    this.#tags = tags
    this.#drawing = drawing
    this.#inserts = new InsertReader(blocks, () => this.readAll())
  }

  /** Reads entities up to the end of the list they are in; `tags` then stands at that end. */
  readAll(): void {
    const tags = this.#tags
    while (!tags.done) {
      if (tags.code !== 0) {
        tags.next()
        continue
      }
      const name = tags.text()
      if (ENDS.has(name)) return
      this.#readEntity(name)
    }
  }

  #readEntity(name: string): void {
    const tags = this.#tags
    switch (name) {
      case 'LINE':
        return this.#readLine()
      case 'LWPOLYLINE':
        return this.#polylines.readLight(tags, this.#drawing)
      case 'POLYLINE':
        return this.#polylines.readHeavy(tags, this.#drawing)
      case 'ARC':
        return this.#readArc()
      case 'CIRCLE':
        return this.#readCircle()
      case 'ELLIPSE':
        return this.#readEllipse()
      case 'SPLINE':
        return this.#splines.read(tags, this.#drawing)
      case 'INSERT':
        return this.#inserts.read(tags, this.#drawing)
    }
    if (!SILENT.has(name)) this.#drawing.report.leaveOut(name)
    skipToBreak(tags)
  }

  #readLine(): void {
    const fields = this.#fields
    fields.readAll(this.#tags)
    if (!this.#isComplete(11)) return
    const group = this.#drawing.beginInSpace(fields)
    if (group < 0) return
    const { pen } = this.#drawing
    pen.moveTo(fields.number(10, 0), fields.number(20, 0), group)
    pen.lineTo(fields.number(11, 0), fields.number(21, 0))
    pen.lift()
  }

  #readArc(): void {
    this.#fields.readAll(this.#tags)
    // Equal angles are a whole circle; DXF arcs always turn counter-clockwise.
    const from = fromDegrees(this.#fields.number(50, 0))
    this.#drawRound(from, turnOf(from, fromDegrees(this.#fields.number(51, 360))))
  }

  #readCircle(): void {
    this.#fields.readAll(this.#tags)
    this.#drawRound(0, TURN)
  }

  #drawRound(from: number, sweep: number): void {
    const fields = this.#fields
    if (!this.#isComplete(40)) return
    const radius = Math.abs(fields.number(40, 0))
    this.#drawEllipse(this.#drawing.beginFlat(fields), radius, 0, 0, radius, from, sweep)
  }

  /** P(t) = centre + cos t major + sin t ratio perp(major), in coordinates of space; from behind, perp points the other way. */
  #readEllipse(): void {
    const where = lineOf(this.#tags)
    const fields = this.#fields
    fields.readAll(this.#tags)
    if (!this.#isComplete(11)) return
    const ratio = fields.number(40, 1)
    if (ratio === 0) {
      throw new Refused({ code: 'bad-ellipse', message: 'An ellipse in this drawing has no width.', ...where })
    }
    if (fields.tilted) this.#drawing.report.count('tilted')
    const majorX = fields.number(11, 0)
    const majorY = fields.number(21, 0)
    const across = fields.seenFromBehind ? -ratio : ratio
    const from = fields.number(41, 0)
    const sweep = turnOf(from, fields.number(42, TURN))
    this.#drawEllipse(
      this.#drawing.beginInSpace(fields),
      majorX,
      majorY,
      -majorY * across,
      majorX * across,
      from,
      sweep,
    )
  }

  #drawEllipse(group: number, ux: number, uy: number, vx: number, vy: number, from: number, sweep: number): void {
    if (group < 0) return
    const { pen } = this.#drawing
    const cx = this.#fields.number(10, 0)
    const cy = this.#fields.number(20, 0)
    const startX = cx + Math.cos(from) * ux + Math.sin(from) * vx
    const startY = cy + Math.cos(from) * uy + Math.sin(from) * vy
    // A whole turn ends on the very point it began at, not a last bit beside it.
    const whole = sweep > TURN - 1e-5
    const until = from + sweep
    const endX = whole ? startX : cx + Math.cos(until) * ux + Math.sin(until) * vx
    const endY = whole ? startY : cy + Math.cos(until) * uy + Math.sin(until) * vy
    pen.moveTo(startX, startY, group)
    pen.arcTo(endX, endY, cx, cy, ux, uy, vx, vy, from, whole ? TURN : sweep)
    pen.lift()
  }

  /** Whether the entity says all it must. @param last group code of the size or second point */
  #isComplete(last: number): boolean {
    const fields = this.#fields
    const complete = fields.has(10) && fields.has(20) && fields.has(last) && (last !== 11 || fields.has(21))
    if (!complete) this.#drawing.report.count('incomplete')
    return complete
  }
}

/**
 * The counter-clockwise turn from one angle to another. Equal angles are a whole turn, and so are angles that are a whole turn
 * apart but for the digits the file was rounded to; angles just next to each other are next to nothing.
 */
function turnOf(from: number, until: number): number {
  const apart = until - from
  if (apart === 0) return TURN
  const turned = ((apart % TURN) + TURN) % TURN
  return turned < 1e-6 && Math.abs(apart) > 1 ? TURN : turned
}
