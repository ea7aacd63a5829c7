import type { Piece, SizeRange } from '#shared/search/language/types.ts'
import { DENSITIES, LINES } from '#shared/domain/pattern.ts'
import type { Columns } from '#library/columns/columns.ts'

/** An inch and a quarter beside what was asked is nearly it. */
const NEARLY_MM = 31.75
const NEARLY = 0.4
/** The right size counts the more the nearer it is to the one that was said. */
const EDGE = 0.9
/** The size was said of a side that nobody named, and is that of the shorter one; or the two sides are the other way round. */
const OTHER_SIDE = 0.6

/** How well a pattern fits what was measured, 0 to 1, by its row number. */
export type Fit = (seq: number) => number

/** Null for a piece that is answered by words alone. */
export function fitOf(piece: Piece, columns: () => Columns): Fit | null {
  if (piece.sizeMm)
    return piece.otherMm ? bothSides(piece.sizeMm, piece.otherMm, columns()) : oneSide(piece.sizeMm, columns())
  if (piece.line) return placeFit(columns().line, LINES.indexOf(piece.line) + 1)
  if (piece.density) return placeFit(columns().density, DENSITIES.indexOf(piece.density) + 1)
  return null
}

/** A size that is not stated is not a number, and fits nothing. */
function within({ min, max, about }: SizeRange, value: number): number {
  if (value >= min && value <= max) {
    const span = Math.max(1, value < about ? about - min : max - about)
    return 1 - ((1 - EDGE) * Math.abs(value - about)) / span
  }
  const beside = value < min ? min - value : value - max
  return beside <= NEARLY_MM ? NEARLY * (1 - beside / (2 * NEARLY_MM)) : 0
}

function oneSide(range: SizeRange, { widthMm, heightMm }: Columns): Fit {
  if (range.side) {
    const side = range.side === 'width' ? widthMm : heightMm
    return seq => within(range, side[seq] ?? Number.NaN)
  }
  return seq => {
    const width = widthMm[seq] ?? Number.NaN
    const height = heightMm[seq] ?? Number.NaN
    const longer = within(range, Math.max(width, height))
    return Math.max(longer, OTHER_SIDE * within(range, Math.min(width, height)))
  }
}

function bothSides(one: SizeRange, other: SizeRange, { widthMm, heightMm }: Columns): Fit {
  return seq => {
    const width = widthMm[seq] ?? Number.NaN
    const height = heightMm[seq] ?? Number.NaN
    const said = Math.min(within(one, width), within(other, height))
    return Math.max(said, OTHER_SIDE * Math.min(within(one, height), within(other, width)))
  }
}

function placeFit(column: Uint8Array, place: number): Fit {
  return seq => (column[seq] === place ? 1 : 0)
}
