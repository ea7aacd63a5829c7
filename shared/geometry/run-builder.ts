import { ARC, CUBIC, LINE, STRIDE, type Point, type Run, type Segment } from './design.ts'

export type RunAttributes = Pick<Run, 'pauseBefore' | 'thread' | 'layer'>

/** Appends segments to one run; grows its buffers by doubling, so a million lines cost no objects. */
export class RunBuilder {
  #ops = new Uint8Array(64)
  #coords = new Float64Array(130)
  #opCount = 0
  #coordCount = 2

  constructor(startX: number, startY: number) {
    this.#coords[0] = startX
    this.#coords[1] = startY
  }

  /** Segments so far. */
  get length(): number {
    return this.#opCount
  }

  /** Where the needle is: the end of the last segment, or the start. */
  get endX(): number {
    return this.#coords[this.#endIndex()]!
  }

  get endY(): number {
    return this.#coords[this.#endIndex() + 1]!
  }

  line(x: number, y: number): void {
    const at = this.#reserve(LINE, 2)
    this.#coords[at] = x
    this.#coords[at + 1] = y
  }

  /** @param sweep radians, counter-clockwise positive, at most a full turn. */
  arc(x: number, y: number, centreX: number, centreY: number, sweep: number): void {
    const at = this.#reserve(ARC, 5)
    const coords = this.#coords
    coords[at] = x
    coords[at + 1] = y
    coords[at + 2] = centreX
    coords[at + 3] = centreY
    coords[at + 4] = sweep
  }

  cubic(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void {
    const at = this.#reserve(CUBIC, 6)
    const coords = this.#coords
    coords[at] = c1x
    coords[at + 1] = c1y
    coords[at + 2] = c2x
    coords[at + 3] = c2y
    coords[at + 4] = x
    coords[at + 5] = y
  }

  build(attributes: RunAttributes = {}): Run {
    return {
      ops: this.#ops.slice(0, this.#opCount),
      coords: this.#coords.slice(0, this.#coordCount),
      ...attributes,
    }
  }

  #endIndex(): number {
    if (this.#opCount === 0) return 0
    const last = this.#ops[this.#opCount - 1]!
    return last === CUBIC ? this.#coordCount - 2 : this.#coordCount - STRIDE[last]!
  }

  #reserve(op: number, numbers: number): number {
    if (this.#opCount === this.#ops.length) {
      const grown = new Uint8Array(this.#ops.length * 2)
      grown.set(this.#ops)
      this.#ops = grown
    }
    if (this.#coordCount + numbers > this.#coords.length) {
      const grown = new Float64Array(this.#coords.length * 2 + numbers)
      grown.set(this.#coords)
      this.#coords = grown
    }
    this.#ops[this.#opCount++] = op
    const at = this.#coordCount
    this.#coordCount += numbers
    return at
  }
}

/** A run from readable segments, for small designs and tests. */
export function runFrom(start: Point, segments: Iterable<Segment>, attributes: RunAttributes = {}): Run {
  const builder = new RunBuilder(start.x, start.y)
  for (const segment of segments) {
    if (segment.kind === 'line') builder.line(segment.to.x, segment.to.y)
    else if (segment.kind === 'arc')
      builder.arc(segment.to.x, segment.to.y, segment.centre.x, segment.centre.y, segment.sweep)
    else builder.cubic(segment.c1.x, segment.c1.y, segment.c2.x, segment.c2.y, segment.to.x, segment.to.y)
  }
  return builder.build(attributes)
}

/** The readable view of a packed run; makes an object per segment, so not for hot loops. */
export function* segmentsOf(run: Run): Generator<Segment> {
  let at = 2
  const { ops, coords } = run
  for (const op of ops) {
    if (op === LINE) yield { kind: 'line', to: { x: coords[at]!, y: coords[at + 1]! } }
    else if (op === ARC)
      yield {
        kind: 'arc',
        to: { x: coords[at]!, y: coords[at + 1]! },
        centre: { x: coords[at + 2]!, y: coords[at + 3]! },
        sweep: coords[at + 4]!,
      }
    else
      yield {
        kind: 'cubic',
        c1: { x: coords[at]!, y: coords[at + 1]! },
        c2: { x: coords[at + 2]!, y: coords[at + 3]! },
        to: { x: coords[at + 4]!, y: coords[at + 5]! },
      }
    at += STRIDE[op]!
  }
}
