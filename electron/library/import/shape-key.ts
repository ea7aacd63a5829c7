import { heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { flattenDesign } from '#shared/geometry/flatten.ts'
import type { Measures } from '#shared/geometry/measure.ts'

/**
 * What two files of one design have in common whatever their format and size: how much line lies where. The bounds are scaled to
 * a square of 16 by 16 cells and each cell holds its share of the stitched length; order, direction and number of runs do
 * not matter, nor do arcs against chords. Two more bytes hold the proportions of the bounds.
 */
const SHAPE_CELLS = 16
const SHAPE_BYTES = SHAPE_CELLS * SHAPE_CELLS + 2

/** Null where there is nothing to compare: no line, or a straight one. */
export function shapeKey(design: Design, { bounds, stitchedLengthMm }: Measures): Uint8Array | null {
  if (bounds === null || !(stitchedLengthMm > 0)) return null
  const width = widthOf(bounds)
  const height = heightOf(bounds)
  if (!(width > 0) || !(height > 0) || !Number.isFinite(width + height)) return null
  const cells = new Float64Array(SHAPE_CELLS * SHAPE_CELLS)
  for (const line of flattenDesign(design, Math.max(width, height) / 400)) {
    for (let index = 2; index < line.length; index += 2) {
      spread(
        cells,
        ((line[index - 2]! - bounds.minX) / width) * SHAPE_CELLS,
        ((line[index - 1]! - bounds.minY) / height) * SHAPE_CELLS,
        ((line[index]! - bounds.minX) / width) * SHAPE_CELLS,
        ((line[index + 1]! - bounds.minY) / height) * SHAPE_CELLS,
        Math.hypot(line[index]! - line[index - 2]!, line[index + 1]! - line[index - 1]!),
      )
    }
  }
  const key = new Uint8Array(SHAPE_BYTES)
  const total = cells.reduce((sum, cell) => sum + cell, 0)
  if (!(total > 0)) return null
  for (let index = 0; index < cells.length; index++) {
    key[index] = Math.min(255, Math.round((cells[index]! / total) * cells.length * LENGTH_SCALE))
  }
  // The logarithm of width over height: 64 steps to a doubling, good for a ratio of 4 either way per half.
  const ratio = Math.max(-32_000, Math.min(32_000, Math.round(Math.log2(width / height) * 1_000)))
  key[SHAPE_BYTES - 2] = (ratio + 32_768) & 0xff
  key[SHAPE_BYTES - 1] = (ratio + 32_768) >> 8
  return key
}

/** An evenly filled design has 32 in every cell; eight times that much line in one cell is told apart. */
const LENGTH_SCALE = 32

/** Gives the length of a chord to the cells it crosses, in steps of a quarter of a cell, each step to its four neighbours by nearness. */
function spread(cells: Float64Array, x0: number, y0: number, x1: number, y1: number, length: number): void {
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) * 4))
  const share = length / steps
  for (let step = 0; step < steps; step++) {
    const t = (step + 0.5) / steps
    const x = Math.min(Math.max(x0 + (x1 - x0) * t - 0.5, 0), SHAPE_CELLS - 1)
    const y = Math.min(Math.max(y0 + (y1 - y0) * t - 0.5, 0), SHAPE_CELLS - 1)
    const column = Math.min(Math.floor(x), SHAPE_CELLS - 2)
    const row = Math.min(Math.floor(y), SHAPE_CELLS - 2)
    const fx = x - column
    const fy = y - row
    const at = row * SHAPE_CELLS + column
    cells[at]! += share * (1 - fx) * (1 - fy)
    cells[at + 1]! += share * fx * (1 - fy)
    cells[at + SHAPE_CELLS]! += share * (1 - fx) * fy
    cells[at + SHAPE_CELLS + 1]! += share * fx * fy
  }
}

/** Share of the line that lies elsewhere, 0 to 1; 1 also when the proportions differ. */
export function shapeDistance(a: Uint8Array, b: Uint8Array): number {
  if (Math.abs(ratioOf(a) - ratioOf(b)) > RATIO_TOLERANCE) return 1
  let apart = 0
  let total = 0
  for (let index = 0; index < SHAPE_CELLS * SHAPE_CELLS; index++) {
    apart += Math.abs(a[index]! - b[index]!)
    total += a[index]! + b[index]!
  }
  return total === 0 ? 0 : apart / total
}

/** Thousandths of a doubling: bounds of 2 % other proportions are another design or another revision. */
const RATIO_TOLERANCE = 30

const ratioOf = (key: Uint8Array): number => key[SHAPE_BYTES - 2]! + key[SHAPE_BYTES - 1]! * 256

/** Measured on ten designs that come in two or more formats: one design stays below 0.013, two designs begin at 0.4. */
export const SAME_SHAPE = 0.05
