import type { Run } from '#shared/geometry/design.ts'
import { joinPauses } from '#shared/geometry/pause.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import type { ReadFailure } from '#shared/util/reading.ts'
import type { WarningList } from '#shared/util/warning-list.ts'
import { TOO_MANY_POINTS, TOO_MANY_RUNS } from './limits.ts'
import { MAX_POINTS, MAX_RUNS } from './types.ts'

/** An operator reads a line or two; pauses with nothing stitched between them stop adding text here. */
const MOST_PAUSE_TEXT = 500

/**
 * Turns needle motions, as machine files tell them, into runs. Millimetres.
 *
 * Moves that go nowhere are dropped and counted. A pause waits for the next run, since it is an order to the operator before
 * stitching goes on, wherever the file puts it on the way there.
 */
export class RunCollector {
  readonly #runs: Run[] = []
  #builder: RunBuilder | null = null
  #x = 0
  #y = 0
  #pause: string | undefined
  #thread: string | undefined
  #points = 0
  #started = 0
  #dropped = 0

  /** Why reading must stop: more points or more runs than a design may have. Null while there is room. */
  get overflow(): ReadFailure | null {
    if (this.#points > MAX_POINTS) return TOO_MANY_POINTS
    return this.#started > MAX_RUNS ? TOO_MANY_RUNS : null
  }

  /** Needle up to a place; what is stitched next begins a new run there. */
  moveTo(x: number, y: number): void {
    this.endRun()
    this.#x = x
    this.#y = y
  }

  lineTo(x: number, y: number): void {
    if (x === this.#x && y === this.#y) {
      this.#dropped++
      return
    }
    this.#run().line(x, y)
    this.#x = x
    this.#y = y
  }

  /** @param sweep radians, counter-clockwise positive, not zero; a full turn ends where it starts */
  arcTo(x: number, y: number, centreX: number, centreY: number, sweep: number): void {
    if (this.#x === centreX && this.#y === centreY) {
      this.lineTo(x, y)
      return
    }
    this.#run().arc(x, y, centreX, centreY, sweep)
    this.#x = x
    this.#y = y
  }

  cubicTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void {
    const still = x === this.#x && y === this.#y && c1x === x && c1y === y && c2x === x && c2y === y
    if (still) {
      this.#dropped++
      return
    }
    this.#run().cubic(c1x, c1y, c2x, c2y, x, y)
    this.#x = x
    this.#y = y
  }

  /** @param text what the operator is shown; empty when the machine just stops */
  pause(text: string): void {
    this.endRun()
    if ((this.#pause?.length ?? 0) < MOST_PAUSE_TEXT) this.#pause = joinPauses(this.#pause, text)
  }

  /** @param thread colour of what is stitched from here on, `#rrggbb`; undefined where the file does not say */
  useThread(thread: string | undefined): void {
    if (thread === this.#thread) return
    this.endRun()
    this.#thread = thread
  }

  endRun(): void {
    if (this.#builder === null) return
    const pause = this.#pause
    const thread = this.#thread
    this.#runs.push(
      this.#builder.build({
        ...(pause === undefined ? {} : { pauseBefore: pause }),
        ...(thread === undefined ? {} : { thread }),
      }),
    )
    this.#builder = null
    this.#pause = undefined
  }

  /** The runs, and a warning for each kind of thing that was left out. */
  finish(warnings: WarningList): Run[] {
    this.endRun()
    if (this.#dropped > 0) {
      warnings.add('zero-length-dropped', `Stitches of no length were left out: ${this.#dropped}.`)
    }
    if (this.#pause !== undefined) warnings.add('pause-at-end-dropped', 'A pause after the last stitch was left out.')
    return this.#runs
  }

  #run(): RunBuilder {
    if (this.#builder === null) {
      this.#builder = new RunBuilder(this.#x, this.#y)
      this.#points++
      this.#started++
    }
    this.#points++
    return this.#builder
  }
}
