/** A pattern repeated in rows, as it will lie on the quilt. Pure. */
import type { Bounds } from '#shared/geometry/bounds.ts'
import type { Point } from '#shared/geometry/design.ts'

export interface Repeat {
  readonly rows: number
  readonly columns: number
  /** Millimetres between one repeat and the next, and between rows; below zero they reach into each other. */
  readonly gapX: number
  readonly gapY: number
  /** Millimetres by which every second row is moved to the right. */
  readonly offset: number
}

export const MOST_REPEATS = 12

export interface Tile {
  readonly dx: number
  readonly dy: number
  readonly row: number
  readonly column: number
  readonly isOriginal: boolean
}

/** What one repeat takes: its box, or, where a row is one line that goes on, the way from its start to its end. */
export interface Stride {
  readonly x: number
  readonly y: number
}

/** Ends at another height than this part of the design is tall do not make a row. */
const LEVEL = 0.05
/** A line that comes back to its beginning does not go on. */
const GOES_ON = 0.5

export function strideOf(bounds: Bounds, start: Point | null, end: Point | null): Stride {
  const width = bounds.maxX - bounds.minX
  const height = bounds.maxY - bounds.minY
  if (start && end) {
    const along = Math.abs(end.x - start.x)
    if (along >= GOES_ON * width && Math.abs(end.y - start.y) <= LEVEL * Math.max(height, 1)) {
      return { x: along, y: height }
    }
  }
  return { x: width, y: height }
}

/** Every repeat, row by row from the top; the original in the middle, where it does not move. */
export function tilesOf(repeat: Repeat, stride: Stride): Tile[] {
  const { rows, columns, gapX, gapY, offset } = repeat
  const own = { row: Math.floor((rows - 1) / 2), column: Math.floor((columns - 1) / 2) }
  return Array.from({ length: rows * columns }, (_, index) => {
    const row = Math.floor(index / columns)
    const column = index % columns
    const shift = (row - own.row) % 2 === 0 ? 0 : offset
    return {
      dx: noMinus((column - own.column) * (stride.x + gapX) + shift),
      dy: noMinus((own.row - row) * (stride.y + gapY)),
      row,
      column,
      isOriginal: row === own.row && column === own.column,
    }
  })
}

/** The box of all repeats together. */
export function boundsOfTiles(bounds: Bounds, tiles: readonly Tile[]): Bounds {
  const dx = tiles.map(tile => tile.dx)
  const dy = tiles.map(tile => tile.dy)
  return {
    minX: bounds.minX + Math.min(...dx),
    minY: bounds.minY + Math.min(...dy),
    maxX: bounds.maxX + Math.max(...dx),
    maxY: bounds.maxY + Math.max(...dy),
  }
}

function noMinus(value: number): number {
  return value === 0 ? 0 : value
}
