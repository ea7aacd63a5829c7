import type { Run } from '#shared/geometry/design.ts'
import type { ReadFailure } from '#shared/util/reading.ts'
import type { WarningList } from '#shared/util/warning-list.ts'
import { RunCollector } from '../run-collector.ts'
import { arcMotion, MM_PER_COUNT } from './motion.ts'

/** The needle as a QLI program moves it: its place and the origin of its sequence in counts, and whether it is down. */
export class Needle {
  readonly #runs = new RunCollector()
  #x = 0
  #y = 0
  #originX = 0
  #originY = 0
  #down = true
  /** With `VMYX` the two numbers of VP change places. */
  swapped = false

  constructor() {
    this.#runs.moveTo(0, 0)
  }

  get overflow(): ReadFailure | null {
    return this.#runs.overflow
  }

  down(): void {
    this.#down = true
  }

  up(): void {
    this.#down = false
    this.#runs.endRun()
  }

  pause(text: string): void {
    this.#runs.pause(text)
  }

  /** `VE`, `CS`: what follows is told from here. */
  newOrigin(): void {
    this.#originX = this.#x
    this.#originY = this.#y
  }

  /** `VP`: straight to a place told from the origin of the sequence. */
  position(a: number, b: number): void {
    this.#x = this.#originX + (this.swapped ? b : a)
    this.#y = this.#originY + (this.swapped ? a : b)
    if (this.#down) this.#runs.lineTo(this.#x * MM_PER_COUNT, this.#y * MM_PER_COUNT)
    else this.#runs.moveTo(this.#x * MM_PER_COUNT, this.#y * MM_PER_COUNT)
  }

  /** `CR`: an arc from here, in counts and degrees; nothing about it is snapped. */
  circle(radius: number, start: number, sweep: number): void {
    const arc = arcMotion(this.#x, this.#y, radius, start, sweep)
    this.#x = arc.endX
    this.#y = arc.endY
    const x = arc.endX * MM_PER_COUNT
    const y = arc.endY * MM_PER_COUNT
    if (!this.#down) this.#runs.moveTo(x, y)
    else this.#runs.arcTo(x, y, arc.centreX * MM_PER_COUNT, arc.centreY * MM_PER_COUNT, (sweep * Math.PI) / 180)
  }

  finish(warnings: WarningList): Run[] {
    return this.#runs.finish(warnings)
  }
}
