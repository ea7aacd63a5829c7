import type { Run } from '#shared/geometry/design.ts'
import type { ReadFailure } from '#shared/util/reading.ts'
import type { WarningList } from '#shared/util/warning-list.ts'
import { RunCollector } from '../run-collector.ts'
import { withoutTieOffs } from './tie-offs.ts'
import { UNITS_PER_MM } from './units.ts'

/**
 * Turns the records of an embroidery file, in its units and Y up, into runs.
 *
 * The needle goes in where a stitch record ends, so after a jump, a trim or a colour change a run begins where the first stitch
 * ends, not where the jump did. One thing looks like a jump and is none: a stitch longer than a record is told by some programs as
 * even jumps and one stitch record, all of the same step. NOTES.md tells which files show it.
 */
export class StitchRuns {
  readonly #runs = new RunCollector()
  readonly #longest: number
  #x = 0
  #y = 0
  #isUp = true
  // The jumps since the needle was last in, while they may still be one long stitch.
  #jumps = 0
  #mayBeStitch = false
  #minX = 0
  #maxX = 0
  #minY = 0
  #maxY = 0
  #sumX = 0
  #sumY = 0

  /** @param longest the longest move one record of the format holds, per axis */
  constructor(longest: number) {
    this.#longest = longest
  }

  /** Why reading must stop; null while there is room. */
  get overflow(): ReadFailure | null {
    return this.#runs.overflow
  }

  stitch(dx: number, dy: number): void {
    this.#x += dx
    this.#y += dy
    const x = this.#x / UNITS_PER_MM
    const y = this.#y / UNITS_PER_MM
    const joins = this.#jumps === 0 ? !this.#isUp : this.#mayBeStitch && this.#isLongStitch(dx, dy)
    if (joins) this.#runs.lineTo(x, y)
    else this.#runs.moveTo(x, y)
    this.#isUp = false
    this.#jumps = 0
  }

  jump(dx: number, dy: number): void {
    this.#x += dx
    this.#y += dy
    if (this.#jumps === 0) {
      this.#mayBeStitch = !this.#isUp
      this.#minX = this.#maxX = this.#sumX = dx
      this.#minY = this.#maxY = this.#sumY = dy
    } else if (this.#mayBeStitch) this.#widen(dx, dy)
    this.#jumps++
    this.#isUp = true
  }

  /** The thread is cut; what follows is a run of its own. */
  trim(): void {
    this.#isUp = true
    this.#mayBeStitch = false
  }

  /** The machine stops for another thread, or because it was told to. @param colour `#rrggbb`, undefined where the file has none */
  stop(colour: string | undefined): void {
    this.trim()
    this.#runs.pause('')
    this.#runs.useThread(colour)
  }

  /** The thread the design begins with. */
  begin(colour: string | undefined): void {
    this.#runs.useThread(colour)
  }

  /** The runs without the small stitches that lock the thread, and a warning for what was left out. */
  finish(warnings: WarningList): Run[] {
    let dropped = 0
    const runs = this.#runs.finish(warnings).map(run => {
      const open = withoutTieOffs(run)
      dropped += run.ops.length - open.ops.length
      return open
    })
    if (dropped > 0) {
      warnings.add('tie-offs-dropped', `Small stitches that lock the thread were left out: ${dropped}.`)
    }
    return runs
  }

  #isLongStitch(dx: number, dy: number): boolean {
    this.#widen(dx, dy)
    const isEven = this.#maxX - this.#minX <= 1 && this.#maxY - this.#minY <= 1
    return isEven && Math.max(Math.abs(this.#sumX), Math.abs(this.#sumY)) > this.#longest
  }

  #widen(dx: number, dy: number): void {
    if (dx < this.#minX) this.#minX = dx
    if (dx > this.#maxX) this.#maxX = dx
    if (dy < this.#minY) this.#minY = dy
    if (dy > this.#maxY) this.#maxY = dy
    this.#sumX += dx
    this.#sumY += dy
  }
}
