import type { Design, Run } from '#shared/geometry/design.ts'
import { endOf } from '#shared/geometry/walk.ts'
import { chooseStitches, type Needle } from './choose-stitches.ts'
import { UNITS_PER_MM } from './units.ts'

/** What a record tells the machine. */
export const STITCH = 0
export const JUMP = 1
export const STOP = 2

/** A design as the records of an embroidery file, in its units, Y up, from 0,0 on. Packed: a design has a record for every stitch. */
export interface StitchPlan {
  readonly count: number
  /** `STITCH`, `JUMP` or `STOP`. */
  readonly kinds: Uint8Array
  readonly dx: Int16Array
  readonly dy: Int16Array
  /** Thread of each stretch between two stops: one more than there are stops. */
  readonly threads: readonly (string | undefined)[]
  /** Whether the thread changes at a stop, which otherwise is only a pause; one for each stop. */
  readonly changes: readonly boolean[]
  /** Where the needle ends. */
  readonly endX: number
  readonly endY: number
  readonly minX: number
  readonly maxX: number
  readonly minY: number
  readonly maxY: number
}

export interface PlanOptions {
  /** The longest jump one record holds, per axis. */
  readonly longestJump: number
  /** Length of the stitches that lines are cut into, in units. */
  readonly stitchLength: number
}

/**
 * Plans the records of a design that begins at 0,0. Every place is rounded from where it truly is, so that rounding never adds up.
 * Each run begins with a stitch of no length, where the needle goes in; between runs there are jumps, and a stop where the design
 * pauses or the thread changes.
 */
export function planStitches(design: Design, options: PlanOptions): StitchPlan {
  const planner = new Planner(options)
  let previous: Run | undefined
  for (const run of design.runs) {
    planner.run(run, previous)
    previous = run
  }
  return planner.plan()
}

class Planner implements Needle {
  readonly #longestJump: number
  readonly #stitchLength: number
  #kinds = new Uint8Array(1024)
  #dx = new Int16Array(1024)
  #dy = new Int16Array(1024)
  #count = 0
  #threads: (string | undefined)[] = []
  #changes: boolean[] = []
  #minX = 0
  #maxX = 0
  #minY = 0
  #maxY = 0
  x = 0
  y = 0

  constructor({ longestJump, stitchLength }: PlanOptions) {
    this.#longestJump = longestJump
    this.#stitchLength = stitchLength
  }

  run(run: Run, previous: Run | undefined): void {
    if (previous === undefined) this.#threads.push(run.thread)
    else if (run.pauseBefore !== undefined || run.thread !== previous.thread) {
      this.#add(STOP, 0, 0)
      this.#threads.push(run.thread)
      this.#changes.push(run.thread !== previous.thread)
    }
    this.#jumpTo(Math.round(run.coords[0]! * UNITS_PER_MM), Math.round(run.coords[1]! * UNITS_PER_MM))
    this.#add(STITCH, 0, 0)
    const body = this.#count
    chooseStitches(run, this.#stitchLength, this)
    // One smaller than the steps of the format becomes the shortest stitch there is: no piece is lost.
    if (this.#count === body) this.#shortestStitch(run)
  }

  /** One step to the side the piece lies on: so it is never a whole step off. */
  #shortestStitch(run: Run): void {
    const end = endOf(run)
    const dx = end.x * UNITS_PER_MM - this.x
    const dy = end.y * UNITS_PER_MM - this.y
    if (Math.abs(dx) >= Math.abs(dy)) this.stitchTo(this.x + (dx < 0 ? -1 : 1), this.y)
    else this.stitchTo(this.x, this.y + (dy < 0 ? -1 : 1))
  }

  stitchTo(x: number, y: number): void {
    if (x !== this.x || y !== this.y) this.#moveTo(STITCH, x, y)
  }

  plan(): StitchPlan {
    return {
      count: this.#count,
      kinds: this.#kinds,
      dx: this.#dx,
      dy: this.#dy,
      threads: this.#threads,
      changes: this.#changes,
      endX: this.x,
      endY: this.y,
      minX: this.#minX,
      maxX: this.#maxX,
      minY: this.#minY,
      maxY: this.#maxY,
    }
  }

  #jumpTo(x: number, y: number): void {
    const fromX = this.x
    const fromY = this.y
    const parts = Math.ceil(Math.max(Math.abs(x - fromX), Math.abs(y - fromY)) / this.#longestJump)
    for (let i = 1; i <= parts; i++) {
      this.#moveTo(JUMP, fromX + Math.round(((x - fromX) * i) / parts), fromY + Math.round(((y - fromY) * i) / parts))
    }
  }

  #moveTo(kind: number, x: number, y: number): void {
    this.#add(kind, x - this.x, y - this.y)
    this.x = x
    this.y = y
    if (x < this.#minX) this.#minX = x
    if (x > this.#maxX) this.#maxX = x
    if (y < this.#minY) this.#minY = y
    if (y > this.#maxY) this.#maxY = y
  }

  #add(kind: number, dx: number, dy: number): void {
    const at = this.#count++
    if (at === this.#kinds.length) this.#grow()
    this.#kinds[at] = kind
    this.#dx[at] = dx
    this.#dy[at] = dy
  }

  #grow(): void {
    const room = 2 * this.#kinds.length
    const [kinds, dx, dy] = [new Uint8Array(room), new Int16Array(room), new Int16Array(room)]
    kinds.set(this.#kinds)
    dx.set(this.#dx)
    dy.set(this.#dy)
    this.#kinds = kinds
    this.#dx = dx
    this.#dy = dy
  }
}
