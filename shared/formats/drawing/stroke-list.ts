import { ARC, CUBIC, LINE, STRIDE } from '#shared/geometry/design.ts'
import { Refused } from '#shared/util/refused.ts'
import { TOO_MANY_POINTS } from '../limits.ts'
import { MAX_POINTS } from '../types.ts'

/**
 * Strokes as a drawing file lists them, packed like a Run but all in one pair of arrays: a drawing may hold half a million
 * separate lines, and an object for each would not fit the memory a reader may take.
 *
 * Refuses with `file-too-large` past MAX_POINTS, counted as `countPoints` does. Segments of no length are left out, and a stroke
 * left without segments is forgotten.
 */
export class StrokeList {
  ops = new Uint8Array(256)
  coords = new Float64Array(1024)
  /** Where each stroke begins in `ops` and in `coords`, and the caller's number for what it belongs to (a layer, a style). */
  opStarts = new Uint32Array(64)
  coordStarts = new Uint32Array(64)
  groups = new Uint32Array(64)
  #strokes = 0
  #opCount = 0
  #coordCount = 0
  #x = 0
  #y = 0
  #open = false

  /** Finished strokes. */
  get length(): number {
    return this.#strokes
  }

  get points(): number {
    return this.#strokes + this.#opCount
  }

  /** Numbers used in `coords`. */
  get coordCount(): number {
    return this.#open ? this.coordStarts[this.#strokes]! : this.#coordCount
  }

  opEnd(stroke: number): number {
    return stroke + 1 < this.#strokes ? this.opStarts[stroke + 1]! : this.#opCount
  }

  coordEnd(stroke: number): number {
    return stroke + 1 < this.#strokes ? this.coordStarts[stroke + 1]! : this.coordCount
  }

  begin(x: number, y: number, group: number): void {
    this.end()
    if (this.#strokes === this.groups.length) this.#growStrokes()
    this.opStarts[this.#strokes] = this.#opCount
    this.coordStarts[this.#strokes] = this.#coordCount
    this.groups[this.#strokes] = group
    const at = this.#coordCount
    if (at + 2 > this.coords.length) this.#growCoords()
    this.coords[at] = x
    this.coords[at + 1] = y
    this.#coordCount = at + 2
    this.#x = x
    this.#y = y
    this.#open = true
  }

  line(x: number, y: number): void {
    if (x === this.#x && y === this.#y) return
    const at = this.#reserve(LINE, 2, x, y)
    this.coords[at] = x
    this.coords[at + 1] = y
  }

  arc(x: number, y: number, centreX: number, centreY: number, sweep: number): void {
    if (sweep === 0 || (centreX === x && centreY === y)) return this.line(x, y)
    const at = this.#reserve(ARC, 5, x, y)
    this.coords[at] = x
    this.coords[at + 1] = y
    this.coords[at + 2] = centreX
    this.coords[at + 3] = centreY
    this.coords[at + 4] = sweep
  }

  cubic(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void {
    if (x === this.#x && y === this.#y && c1x === x && c1y === y && c2x === x && c2y === y) return
    const at = this.#reserve(CUBIC, 6, x, y)
    this.coords[at] = c1x
    this.coords[at + 1] = c1y
    this.coords[at + 2] = c2x
    this.coords[at + 3] = c2y
    this.coords[at + 4] = x
    this.coords[at + 5] = y
  }

  /** Finishes the stroke under way, if there is one. */
  end(): void {
    if (!this.#open) return
    this.#open = false
    if (this.#opCount === this.opStarts[this.#strokes]) this.#coordCount = this.coordStarts[this.#strokes]!
    else this.#strokes++
  }

  /** Makes every length `factor` times as long; sweeps are angles and stay. */
  scale(factor: number): void {
    this.end()
    for (let stroke = 0; stroke < this.#strokes; stroke++) {
      let at = this.coordStarts[stroke]!
      this.#scaleNumbers(at, 2, factor)
      at += 2
      const end = this.opEnd(stroke)
      for (let op = this.opStarts[stroke]!; op < end; op++) {
        const kind = this.ops[op]!
        this.#scaleNumbers(at, kind === ARC ? 4 : STRIDE[kind]!, factor)
        at += STRIDE[kind]!
      }
    }
  }

  #scaleNumbers(at: number, count: number, factor: number): void {
    for (let i = at; i < at + count; i++) this.coords[i] = this.coords[i]! * factor
  }

  #reserve(op: number, numbers: number, x: number, y: number): number {
    if (this.#opCount === this.ops.length) {
      const grown = new Uint8Array(this.ops.length * 2)
      grown.set(this.ops)
      this.ops = grown
    }
    const at = this.#coordCount
    if (at + numbers > this.coords.length) this.#growCoords()
    this.ops[this.#opCount++] = op
    this.#coordCount = at + numbers
    this.#x = x
    this.#y = y
    if (this.#strokes + 1 + this.#opCount > MAX_POINTS) throw new Refused(TOO_MANY_POINTS)
    return at
  }

  #growCoords(): void {
    const grown = new Float64Array(this.coords.length * 2)
    grown.set(this.coords)
    this.coords = grown
  }

  #growStrokes(): void {
    this.opStarts = grownWords(this.opStarts)
    this.coordStarts = grownWords(this.coordStarts)
    this.groups = grownWords(this.groups)
  }
}

/** A thousand kilometres; what is further out is a broken number, and squaring it would overflow. */
const FAR_MM = 1e12

/** Refuses strokes with points no drawing has. Millimetres. */
export function refuseFarPoints({ coords, coordCount }: StrokeList): void {
  for (let i = 0; i < coordCount; i++) {
    if (Math.abs(coords[i]!) < FAR_MM) continue
    throw new Refused({
      code: 'position-out-of-range',
      message: 'This drawing has points impossibly far away. It may be damaged.',
    })
  }
}

function grownWords(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(words.length * 2)
  grown.set(words)
  return grown
}
