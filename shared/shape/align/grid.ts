import type { Line } from './line.ts'

/** Cells per radius of gyration: between the nearest lines of most designs lies more than one cell. */
const CELL = 0.06
const MOST_CELLS = 160

/**
 * Finds the nearest place of a line by looking only at the cells around the asked one. One piece of work at a time: the answer stands
 * in `x`, `y` (the nearest place) and `dx`, `dy` (the direction of the line there, unit length).
 */
export class Grid {
  x = 0
  y = 0
  dx = 1
  dy = 0
  readonly #xy: Float64Array
  readonly #cell: number
  readonly #minX: number
  readonly #minY: number
  readonly #columns: number
  readonly #rows: number
  /** Segments of cell c: #members[#starts[c]] to #members[#starts[c + 1]]. */
  readonly #starts: Int32Array
  readonly #members: Int32Array

  constructor({ xy, segments, box }: Line) {
    this.#xy = xy
    const width = box[2]! - box[0]!
    const height = box[3]! - box[1]!
    this.#cell = Math.max(CELL, Math.max(width, height) / MOST_CELLS)
    this.#minX = box[0]!
    this.#minY = box[1]!
    this.#columns = Math.floor(width / this.#cell) + 1
    this.#rows = Math.floor(height / this.#cell) + 1
    const counts = new Int32Array(this.#columns * this.#rows + 1)
    const cells: number[] = []
    const owners: number[] = []
    for (let segment = 0; segment < segments; segment++) this.#mark(segment, cells, owners, counts)
    let total = 0
    for (let cell = 0; cell < counts.length; cell++) {
      const here = counts[cell]!
      counts[cell] = total
      total += here
    }
    const next = counts.slice()
    this.#members = new Int32Array(total)
    for (let i = 0; i < cells.length; i++) this.#members[next[cells[i]!]!++] = owners[i]!
    this.#starts = counts
  }

  /** Squared distance to the nearest place within about `rings` cells; Infinity when there is none. */
  nearest(px: number, py: number, rings: number): number {
    const column = Math.floor((px - this.#minX) / this.#cell)
    const row = Math.floor((py - this.#minY) / this.#cell)
    let best = Infinity
    for (let ring = 0; ring <= rings; ring++) {
      // Everything in a ring further out is at least this far away.
      const reach = Math.max(0, ring - 1) * this.#cell
      if (best <= reach * reach) break
      const lowest = row - ring
      const highest = row + ring
      for (let r = Math.max(0, lowest); r <= Math.min(this.#rows - 1, highest); r++) {
        const step = r === lowest || r === highest ? 1 : Math.max(1, 2 * ring)
        for (let c = column - ring; c <= column + ring; c += step) {
          if (c < 0 || c >= this.#columns) continue
          best = this.#nearestIn(r * this.#columns + c, px, py, best)
        }
      }
    }
    return best
  }

  #nearestIn(cell: number, px: number, py: number, limit: number): number {
    const xy = this.#xy
    let best = limit
    for (let i = this.#starts[cell]!; i < this.#starts[cell + 1]!; i++) {
      const at = 4 * this.#members[i]!
      const ax = xy[at]!
      const ay = xy[at + 1]!
      const dx = xy[at + 2]! - ax
      const dy = xy[at + 3]! - ay
      const squared = dx * dx + dy * dy
      let t = squared === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / squared
      t = t < 0 ? 0 : t > 1 ? 1 : t
      const ex = px - ax - t * dx
      const ey = py - ay - t * dy
      const distance = ex * ex + ey * ey
      if (distance >= best) continue
      best = distance
      this.x = ax + t * dx
      this.y = ay + t * dy
      const long = squared === 0 ? 1 : Math.sqrt(squared)
      this.dx = dx / long
      this.dy = dy / long
    }
    return best
  }

  /** Notes a segment in the cells its pieces of at most one cell's length touch. */
  #mark(segment: number, cells: number[], owners: number[], counts: Int32Array): void {
    const at = 4 * segment
    const x0 = (this.#xy[at]! - this.#minX) / this.#cell
    const y0 = (this.#xy[at + 1]! - this.#minY) / this.#cell
    const x1 = (this.#xy[at + 2]! - this.#minX) / this.#cell
    const y1 = (this.#xy[at + 3]! - this.#minY) / this.#cell
    const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))))
    const first = cells.length
    for (let piece = 0; piece < pieces; piece++) {
      const fromX = x0 + ((x1 - x0) * piece) / pieces
      const toX = x0 + ((x1 - x0) * (piece + 1)) / pieces
      const fromY = y0 + ((y1 - y0) * piece) / pieces
      const toY = y0 + ((y1 - y0) * (piece + 1)) / pieces
      const lastColumn = Math.min(this.#columns - 1, Math.floor(Math.max(fromX, toX)))
      const lastRow = Math.min(this.#rows - 1, Math.floor(Math.max(fromY, toY)))
      for (let row = Math.max(0, Math.floor(Math.min(fromY, toY))); row <= lastRow; row++) {
        for (let column = Math.max(0, Math.floor(Math.min(fromX, toX))); column <= lastColumn; column++) {
          const cell = row * this.#columns + column
          if (noted(cells, cell, first)) continue
          cells.push(cell)
          owners.push(segment)
          counts[cell]!++
        }
      }
    }
  }
}

/** Whether the last few cells of this segment hold this one: pieces overlap with their neighbours only. */
function noted(cells: readonly number[], cell: number, first: number): boolean {
  for (let i = cells.length - 1; i >= Math.max(first, cells.length - 4); i--) if (cells[i] === cell) return true
  return false
}
