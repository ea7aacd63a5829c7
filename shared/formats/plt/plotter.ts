import { ellipseToCubics } from '#shared/geometry/ellipse.ts'
import type { Run } from '#shared/geometry/design.ts'
import { startOf, walkRun } from '#shared/geometry/walk.ts'
import type { ReadFailure } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { RunCollector } from '../run-collector.ts'
import { DEFAULT_TOLERANCE_MM } from '../types.ts'
import type { PackedSink } from './packed.ts'
import { colourOfPen } from './pens.ts'
import { type Corners, PLAIN, type Scaling, scalingOf } from './scaling.ts'

/** A plotter unit is a fortieth of a millimetre. */
export const UNITS_PER_MM = 40
/** Fifty metres: coordinates beyond it are refused on reading and never written. */
export const MAX_UNITS = 2_000_000

/** Drawing programs ask for 256 pens; colours of more are not kept, so that a hostile file takes no memory. */
const MOST_PENS = 256

const TURN = 2 * Math.PI
const RADIANS = Math.PI / 180

type Trouble = Pick<ReadFailure, 'code' | 'message'>

const TOO_FAR: Trouble = { code: 'number-out-of-range', message: 'a number is too large for a pattern' }
const NEEDS_PAPER: Trouble = {
  code: 'scaled-to-paper',
  message: 'this plot is scaled to the paper of a plotter. Save it again without scaling',
}

/** A pen plotter: where its pen is, whether it is down, and the runs it has drawn. Units of the file in, millimetres out. */
export class Plotter implements PackedSink {
  readonly #drawn = new RunCollector()
  /** What is drawn on: the paper, or the polygon being described. */
  #sheet = this.#drawn
  readonly #colours = new Map<number, string>()
  #pen = 1
  // Where the pen is, in plotter units.
  #x = 0
  #y = 0
  #down = false
  #scaling = PLAIN
  #scale: readonly number[] | null = null
  #corners: Corners | null = null
  #polygon: readonly Run[] = []
  #home = { x: 0, y: 0 }
  #corner = { x: 0, y: 0 }
  #trouble: Trouble | null = null
  /** `PR`: pairs of `PU`, `PD`, `PA` and `PR` are steps. */
  relative = false
  fills = 0

  constructor() {
    this.#drawn.useThread(colourOfPen(1))
  }

  /** Why reading must stop, in a few words, or null. */
  get trouble(): Trouble | null {
    return this.#trouble ?? this.#drawn.overflow ?? this.#sheet.overflow
  }

  get isStopped(): boolean {
    return this.trouble !== null
  }

  /** `IN`, and `DF`, which leaves the corners where they are. */
  reset(all: boolean): void {
    if (this.#sheet !== this.#drawn) this.endPolygon()
    this.relative = false
    if (all) {
      this.lift()
      this.#corners = null
    }
    this.scale([])
  }

  lift(): void {
    this.#down = false
    this.#sheet.endRun()
  }

  lower(): void {
    if (this.#down) return
    this.#down = true
    this.#sheet.moveTo(this.#x / UNITS_PER_MM, this.#y / UNITS_PER_MM)
  }

  /** A pair of `PU`, `PD`, `PA` or `PR`. */
  to(x: number, y: number): void {
    this.move(x, y, !this.relative, this.#down)
  }

  move(x: number, y: number, absolute: boolean, down: boolean): void {
    if (down !== this.#down) {
      if (down) this.lower()
      else this.lift()
    }
    const { factorX, offsetX, factorY, offsetY } = this.#scaling
    this.#goTo((absolute ? offsetX : this.#x) + factorX * x, (absolute ? offsetY : this.#y) + factorY * y)
  }

  selectPen(pen: number): void {
    this.#pen = pen
    this.#drawn.useThread(this.#colours.get(pen) ?? colourOfPen(pen))
  }

  /** @param colour `#rrggbb`; undefined for the one it had at first */
  paintPen(pen: number, colour: string | undefined): void {
    if (!(Number.isInteger(pen) && pen >= 0 && pen <= MOST_PENS)) return
    if (colour === undefined) this.#colours.delete(pen)
    else this.#colours.set(pen, colour)
    if (pen === this.#pen) this.selectPen(pen)
  }

  /** `IP`: two corners; the second keeps its distance where only the first is told; none at all are the paper's. */
  corners(numbers: readonly number[]): void {
    const [x1, y1, x2, y2] = numbers
    if (x1 === undefined || y1 === undefined) this.#corners = null
    else if (x2 !== undefined && y2 !== undefined) this.#corners = { x1, y1, x2, y2 }
    else if (this.#corners !== null) {
      const { x1: oldX, y1: oldY, x2: farX, y2: farY } = this.#corners
      this.#corners = { x1, y1, x2: x1 + farX - oldX, y2: y1 + farY - oldY }
    }
    this.#rescale()
  }

  /** @param numbers of `SC`; none turn scaling off */
  scale(numbers: readonly number[]): void {
    this.#scale = numbers.length < 4 ? null : numbers
    this.#rescale()
  }

  /** `AA`, `AR`: from here about a centre. @param degrees counter-clockwise positive in the units of the file */
  arc(x: number, y: number, absolute: boolean, degrees: number): void {
    const { factorX, offsetX, factorY, offsetY } = this.#scaling
    const centreX = (absolute ? offsetX : this.#x) + factorX * x
    const centreY = (absolute ? offsetY : this.#y) + factorY * y
    const whole = Math.abs(degrees) >= 360
    if (whole) this.#turn(centreX, centreY, Math.sign(degrees) * TURN)
    const rest = (degrees % 360) * RADIANS
    if (rest !== 0) this.#turn(centreX, centreY, rest)
  }

  /** `AT`, `RT`: through a place to an end, all on one circle; a line where no circle goes through them. */
  arcThrough(x: number, y: number, endX: number, endY: number, absolute: boolean): void {
    const { factorX, offsetX, factorY, offsetY } = this.#scaling
    // In units of the file seen from the pen, since there the circle is round.
    const bx = absolute ? (offsetX - this.#x) / factorX + x : x
    const by = absolute ? (offsetY - this.#y) / factorY + y : y
    const cx = absolute ? (offsetX - this.#x) / factorX + endX : endX
    const cy = absolute ? (offsetY - this.#y) / factorY + endY : endY
    const cross = bx * cy - by * cx
    const closed = cx === 0 && cy === 0
    if (closed) this.arc(bx / 2, by / 2, false, 360)
    else if (cross === 0 || (bx === cx && by === cy)) this.#goTo(this.#x + factorX * cx, this.#y + factorY * cy)
    else {
      const b = bx * bx + by * by
      const c = cx * cx + cy * cy
      const centreX = (cy * b - by * c) / (2 * cross)
      const centreY = (bx * c - cx * b) / (2 * cross)
      const from = Math.atan2(-centreY, -centreX)
      const until = Math.atan2(cy - centreY, cx - centreX)
      const left = (until - from + 2 * TURN) % TURN
      // The place lies left of the way to the end when the arc turns right.
      this.arc(centreX, centreY, false, (cross < 0 ? left - TURN : left) / RADIANS)
    }
  }

  /** A `BZ` or `BR` curve: two handles and its end. */
  curve(numbers: readonly number[], absolute: boolean): void {
    const { factorX, offsetX, factorY, offsetY } = this.#scaling
    const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = numbers.map(
      (number, index) =>
        (index % 2 === 0 ? factorX : factorY) * number +
        (index % 2 === 0 ? (absolute ? offsetX : this.#x) : absolute ? offsetY : this.#y),
    )
    if ([ax, ay, bx, by].some(number => Math.abs(number) > MAX_UNITS)) this.#trouble = TOO_FAR
    else this.#goTo(cx, cy, (x, y) => this.#sheet.cubicTo(mm(ax), mm(ay), mm(bx), mm(by), x, y))
  }

  /** `CI`: a circle about the pen, which comes back to its middle as it was. @param radius in units of the file */
  circle(radius: number): void {
    this.#aside(() => {
      const [x, y] = [this.#x, this.#y]
      this.#jump(x + this.#scaling.factorX * radius, y)
      if (this.#trouble === null) this.#turn(x, y, TURN)
    })
  }

  /** `EA`, `ER`: the outline of a rectangle from the pen to the corner across. */
  rectangle(x: number, y: number, absolute: boolean): void {
    this.#aside(() => {
      const { factorX, offsetX, factorY, offsetY } = this.#scaling
      const [x0, y0] = [this.#x, this.#y]
      const [x1, y1] = [(absolute ? offsetX : x0) + factorX * x, (absolute ? offsetY : y0) + factorY * y]
      this.#goTo(x1, y0)
      this.#goTo(x1, y1)
      this.#goTo(x0, y1)
      this.#goTo(x0, y0)
    })
  }

  /** `EW`: the outline of a wedge about the pen, in units and degrees of the file. */
  wedge(radius: number, fromDegrees: number, degrees: number): void {
    this.#aside(() => {
      const [x, y] = [this.#x, this.#y]
      const { factorX, factorY } = this.#scaling
      const from = fromDegrees * RADIANS
      this.#goTo(x + factorX * radius * Math.cos(from), y + factorY * radius * Math.sin(from))
      if (this.#trouble === null) this.#turn(x, y, Math.max(-360, Math.min(360, degrees)) * RADIANS)
      this.#goTo(x, y)
    })
  }

  /** `PM0`: what follows describes a polygon and is not drawn. */
  beginPolygon(): void {
    this.#sheet = new RunCollector()
    this.#home = { x: this.#x, y: this.#y }
    this.#corner = this.#home
    this.#sheet.moveTo(mm(this.#x), mm(this.#y))
  }

  /** `PM1`: closes a part of the polygon; the next place begins another. */
  closePolygon(): void {
    if (this.#sheet === this.#drawn) return
    this.#sheet.lineTo(mm(this.#corner.x), mm(this.#corner.y))
    this.#sheet.endRun()
    this.#corner = { x: Number.NaN, y: Number.NaN }
  }

  /** `PM2`: closes the polygon and goes back to where it began. */
  endPolygon(): void {
    if (this.#sheet === this.#drawn) return
    if (!Number.isNaN(this.#corner.x)) this.closePolygon()
    this.#polygon = this.#sheet.finish(new WarningList())
    this.#sheet = this.#drawn
    this.#jump(this.#home.x, this.#home.y)
  }

  /** `EP`: draws the edges of the polygon described last. */
  edgePolygon(): void {
    for (const run of this.#polygon) {
      if (this.isStopped) return
      const start = startOf(run)
      this.#drawn.moveTo(start.x, start.y)
      walkRun(run, {
        line: (_x0, _y0, x, y) => this.#drawn.lineTo(x, y),
        arc: (_x0, _y0, x, y, centreX, centreY, sweep) => this.#drawn.arcTo(x, y, centreX, centreY, sweep),
        cubic: (_x0, _y0, c1x, c1y, c2x, c2y, x, y) => this.#drawn.cubicTo(c1x, c1y, c2x, c2y, x, y),
      })
    }
    this.#drawn.moveTo(mm(this.#x), mm(this.#y))
  }

  finish(warnings: WarningList): Run[] {
    if (this.#sheet !== this.#drawn) this.endPolygon()
    const runs = this.#drawn.finish(warnings)
    if (runs.some(run => run.thread !== runs[0]?.thread)) return runs
    // One pen for everything says nothing about thread.
    return runs.map(({ ops, coords }) => ({ ops, coords }))
  }

  #rescale(): void {
    const scaling: Scaling | 'impossible' | 'paper' =
      this.#scale === null ? PLAIN : scalingOf(this.#scale, this.#corners)
    if (scaling === 'paper') this.#trouble = NEEDS_PAPER
    else if (scaling === 'impossible') this.#trouble = { code: 'bad-scale', message: 'the scale cannot be right' }
    else this.#scaling = scaling
  }

  /** Draws with the pen down whatever it was, then puts it back. */
  #aside(draw: () => void): void {
    const [x, y, down] = [this.#x, this.#y, this.#down]
    this.lower()
    draw()
    this.#jump(x, y)
    this.#down = down
  }

  #jump(x: number, y: number): void {
    const down = this.#down
    this.#down = false
    this.#goTo(x, y)
    this.#down = down
  }

  /** To a place in plotter units, straight unless told how. */
  #goTo(x: number, y: number, draw = (toX: number, toY: number) => this.#sheet.lineTo(toX, toY)): void {
    // Not a number is not within the range either.
    if (!(Math.abs(x) <= MAX_UNITS && Math.abs(y) <= MAX_UNITS)) {
      this.#trouble = TOO_FAR
      return
    }
    this.#x = x
    this.#y = y
    if (Number.isNaN(this.#corner.x) && this.#sheet !== this.#drawn) {
      this.#corner = { x, y }
      this.#sheet.moveTo(mm(x), mm(y))
    } else if (this.#down) draw(mm(x), mm(y))
    else this.#sheet.moveTo(mm(x), mm(y))
  }

  /** Along a circle of the file's units about a centre in plotter units; an ellipse where the axes are scaled apart. */
  #turn(centreX: number, centreY: number, sweep: number): void {
    const { factorX, factorY } = this.#scaling
    const [ux, uy] = [(this.#x - centreX) / factorX, (this.#y - centreY) / factorY]
    const whole = Math.abs(sweep) === TURN
    const [cos, sin] = [Math.cos(sweep), Math.sin(sweep)]
    const x = whole ? this.#x : centreX + factorX * (cos * ux - sin * uy)
    const y = whole ? this.#y : centreY + factorY * (sin * ux + cos * uy)
    if (Math.abs(centreX) > 10 * MAX_UNITS || Math.abs(centreY) > 10 * MAX_UNITS) this.#trouble = TOO_FAR
    else if (Math.abs(factorX) === Math.abs(factorY)) {
      const turned = factorX * factorY < 0 ? -sweep : sweep
      this.#goTo(x, y, (toX, toY) => this.#sheet.arcTo(toX, toY, mm(centreX), mm(centreY), turned))
    } else {
      const radius = Math.hypot(ux, uy)
      const [halfX, halfY] = [mm(factorX * radius), mm(factorY * radius)]
      const from = Math.atan2(uy, ux)
      this.#goTo(x, y, (toX, toY) =>
        ellipseToCubics(
          mm(centreX),
          mm(centreY),
          halfX,
          0,
          0,
          halfY,
          from,
          sweep,
          toX,
          toY,
          DEFAULT_TOLERANCE_MM,
          (ax, ay, bx, by, cx, cy) => this.#sheet.cubicTo(ax, ay, bx, by, cx, cy),
        ),
      )
    }
  }
}

function mm(units: number): number {
  return units / UNITS_PER_MM
}
