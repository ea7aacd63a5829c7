/** A box drawn over the wall: which pictures it touches. Pure, in pixels of the whole wall, so that it may reach far out of sight. */
import type { GridShape } from './grid-shape.ts'

/** Corners in any order; x from the left edge of the first column, y from the top of the whole wall. */
export interface Box {
  readonly fromX: number
  readonly fromY: number
  readonly toX: number
  readonly toY: number
}

/** A block of the wall, ends included. */
export interface Touched {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** @param top space above the first row */
export function touchedBy(box: Box, shape: GridShape, top: number, total: number): Touched | null {
  const rows = cellsBetween(box.fromY - top, box.toY - top, shape.cardHeight, shape.rowHeight - shape.cardHeight)
  const columns = cellsBetween(box.fromX, box.toX, shape.card, shape.gap)
  const firstRow = Math.max(0, rows.first)
  const lastRow = Math.min(Math.ceil(total / shape.columns) - 1, rows.last)
  const firstColumn = Math.max(0, columns.first)
  const lastColumn = Math.min(shape.columns - 1, columns.last)
  if (firstRow > lastRow || firstColumn > lastColumn) return null
  // The last row may end before the box begins.
  if (firstRow === lastRow && firstRow * shape.columns + firstColumn >= total) return null
  return { firstRow, lastRow, firstColumn, lastColumn }
}

/** First and last of cells of `size`, `gap` apart, that the stretch from `a` to `b` reaches. */
function cellsBetween(a: number, b: number, size: number, gap: number): { first: number; last: number } {
  const low = Math.min(a, b)
  const high = Math.max(a, b)
  const step = size + gap
  return { first: Math.ceil((low - size) / step), last: Math.floor(high / step) }
}

export function isTouched(touched: Touched, index: number, columns: number): boolean {
  const row = Math.floor(index / columns)
  const column = index % columns
  return (
    row >= touched.firstRow && row <= touched.lastRow && column >= touched.firstColumn && column <= touched.lastColumn
  )
}

/** The places of the wall in the block, in their order. */
export function indexesOf(touched: Touched, columns: number, total: number): number[] {
  const indexes: number[] = []
  for (let row = touched.firstRow; row <= touched.lastRow; row++) {
    for (let column = touched.firstColumn; column <= touched.lastColumn; column++) {
      const index = row * columns + column
      if (index < total) indexes.push(index)
    }
  }
  return indexes
}

/** Nearer to an edge than this, the wall begins to move by itself. */
const EDGE_PX = 44
const FASTEST_PX_A_MS = 2.4

/** Pixels the wall moves in a millisecond while the pointer is held at `y` of a view this high: faster, the further out. */
export function edgePace(y: number, view: number): number {
  const over = y < EDGE_PX ? y - EDGE_PX : y > view - EDGE_PX ? y - (view - EDGE_PX) : 0
  return Math.max(-1, Math.min(1, over / (3 * EDGE_PX))) * FASTEST_PX_A_MS
}
