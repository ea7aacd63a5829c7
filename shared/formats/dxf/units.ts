import { MM_PER_INCH } from '#shared/geometry/units.ts'
import type { DxfHeader } from './header.ts'

/** Millimetres per drawing unit for the values of $INSUNITS (DXF reference); 0 and unlisted values state no size. */
const MM_PER_UNIT: Readonly<Record<number, number>> = {
  1: MM_PER_INCH,
  2: 12 * MM_PER_INCH,
  3: 63_360 * MM_PER_INCH,
  4: 1,
  5: 10,
  6: 1000,
  7: 1_000_000,
  8: MM_PER_INCH / 1_000_000,
  9: MM_PER_INCH / 1000,
  10: 36 * MM_PER_INCH,
  11: 1e-7,
  12: 1e-6,
  13: 1e-3,
  14: 100,
  15: 10_000,
  16: 100_000,
}

/** How Bobbin says the unit in versions without $INSUNITS; also the sign that it wrote the file, a polyline for each run. */
export const UNIT_COMMENT = 'Units: inches'

/** Millimetres per unit for a value of $INSUNITS; undefined for 0 and unlisted ones, which state no size. */
export function mmPerUnitNumbered(units: number): number | undefined {
  return MM_PER_UNIT[units]
}

/** Millimetres per unit of the drawing as its header, or else a comment, states them; null where neither does. */
export function statedMmPerUnit(header: DxfHeader, comments: readonly string[]): number | null {
  return MM_PER_UNIT[header.units] ?? (comments.includes(UNIT_COMMENT) ? MM_PER_INCH : null)
}
