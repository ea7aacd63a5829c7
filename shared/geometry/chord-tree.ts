import { segmentDistanceSquared } from './flatten.ts'
import type { Samples } from './sampling.ts'

/** Chords in one leaf. */
const LEAF = 8

/**
 * Finds the chord nearest to a point, among the chords between neighbouring samples of each run. Boxes around ever longer stretches
 * of the path, halved down to a few chords: the path is its own order, so nothing is sorted, and a point far away costs no more
 * than a near one.
 */
export class ChordTree {
  readonly #samples: Samples
  /** First sample of every chord; the second is the next one, or the same for a run of one point. */
  readonly #from: Int32Array
  readonly #single: Uint8Array
  /** minX, minY, maxX, maxY of every node; node 1 is the root, its children are 2 and 3. */
  readonly #boxes: Float64Array
  readonly #leaves: number
  readonly #stack = new Int32Array(64)
  #last = 0

  constructor(samples: Samples) {
    this.#samples = samples
    const count = samples.xy.length >> 1
    const from = new Int32Array(count)
    const single = new Uint8Array(count)
    let chords = 0
    for (let run = 0; run + 1 < samples.runStarts.length; run++) {
      const first = samples.runStarts[run]!
      const end = samples.runStarts[run + 1]!
      if (end - first === 1) {
        single[chords] = 1
        from[chords++] = first
      }
      for (let i = first; i + 1 < end; i++) from[chords++] = i
    }
    this.#from = from.slice(0, chords)
    this.#single = single.slice(0, chords)
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, Math.ceil(chords / LEAF))))
    this.#boxes = this.#makeBoxes()
  }

  /**
   * Distance from a point to the nearest chord. The search ends early with any distance not above `goodEnough`, since whoever looks
   * for the greatest of the least distances has no use for it.
   */
  distance(x: number, y: number, goodEnough: number): number {
    const enough = goodEnough * goodEnough
    let best = this.#walkFromLast(x, y)
    if (best <= enough) return Math.sqrt(best)
    const stack = this.#stack
    let top = 0
    stack[top++] = 1
    while (top > 0) {
      const node = stack[--top]!
      if (this.#boxDistance(node, x, y) >= best) continue
      if (node >= this.#leaves) {
        best = this.#searchLeaf(node, x, y, best)
        if (best <= enough) break
        continue
      }
      const left = 2 * node
      const right = left + 1
      const leftFirst = this.#boxDistance(left, x, y) <= this.#boxDistance(right, x, y)
      stack[top++] = leftFirst ? right : left
      stack[top++] = leftFirst ? left : right
    }
    return Math.sqrt(best)
  }

  /** The next point asked for mostly lies beside the last one: follow the chords downhill from its answer. */
  #walkFromLast(x: number, y: number): number {
    const chords = this.#from.length
    if (chords === 0) return Number.POSITIVE_INFINITY
    let best = this.#chordDistance(this.#last, x, y)
    for (const direction of [1, -1]) {
      for (let next = this.#last + direction; next >= 0 && next < chords; next += direction) {
        const squared = this.#chordDistance(next, x, y)
        if (squared >= best) break
        best = squared
        this.#last = next
      }
    }
    return best
  }

  #searchLeaf(node: number, x: number, y: number, limit: number): number {
    const first = (node - this.#leaves) * LEAF
    const end = Math.min(first + LEAF, this.#from.length)
    let best = limit
    for (let chord = first; chord < end; chord++) {
      const squared = this.#chordDistance(chord, x, y)
      if (squared < best) {
        best = squared
        this.#last = chord
      }
    }
    return best
  }

  #chordDistance(chord: number, x: number, y: number): number {
    const { xy } = this.#samples
    const a = 2 * this.#from[chord]!
    const b = this.#single[chord] === 1 ? a : a + 2
    return segmentDistanceSquared(x, y, xy[a]!, xy[a + 1]!, xy[b]!, xy[b + 1]!)
  }

  #boxDistance(node: number, x: number, y: number): number {
    const boxes = this.#boxes
    const at = 4 * node
    const dx = Math.max(boxes[at]! - x, 0, x - boxes[at + 2]!)
    const dy = Math.max(boxes[at + 1]! - y, 0, y - boxes[at + 3]!)
    return dx * dx + dy * dy
  }

  #makeBoxes(): Float64Array {
    const leaves = this.#leaves
    const boxes = new Float64Array(8 * leaves)
    for (let node = 2 * leaves - 1; node >= 1; node--) {
      const at = 4 * node
      boxes[at] = boxes[at + 1] = Number.POSITIVE_INFINITY
      boxes[at + 2] = boxes[at + 3] = Number.NEGATIVE_INFINITY
      if (node < leaves) {
        for (const child of [8 * node, 8 * node + 4])
          grow(boxes, at, boxes[child]!, boxes[child + 1]!, boxes[child + 2]!, boxes[child + 3]!)
        continue
      }
      const first = (node - leaves) * LEAF
      for (let chord = first; chord < Math.min(first + LEAF, this.#from.length); chord++) {
        const { xy } = this.#samples
        const a = 2 * this.#from[chord]!
        const b = this.#single[chord] === 1 ? a : a + 2
        grow(boxes, at, xy[a]!, xy[a + 1]!, xy[a]!, xy[a + 1]!)
        grow(boxes, at, xy[b]!, xy[b + 1]!, xy[b]!, xy[b + 1]!)
      }
    }
    return boxes
  }
}

function grow(boxes: Float64Array, at: number, minX: number, minY: number, maxX: number, maxY: number): void {
  boxes[at] = Math.min(boxes[at]!, minX)
  boxes[at + 1] = Math.min(boxes[at + 1]!, minY)
  boxes[at + 2] = Math.max(boxes[at + 2]!, maxX)
  boxes[at + 3] = Math.max(boxes[at + 3]!, maxY)
}
