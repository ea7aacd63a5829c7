/** How large an inch is on her screen. Browsers only guess; a bank card held against the glass tells. Pure. */
import { MM_PER_INCH } from '#shared/geometry/units.ts'

/** CSS pixels an inch has where nobody measured. */
const ASSUMED_PX = 96

/** What was measured, in the screen's own dots, so that it stays true when the window is zoomed. */
export interface Measured {
  readonly dotsPerInch: number
}

/** From a television across the room to the finest of small screens, in CSS pixels. */
export const COARSEST_PX = 50
export const FINEST_PX = 200

/** ISO 7810 ID-1, the size of every bank card. */
export const CARD_MM = { width: 85.6, height: 53.98, corner: 3.18 }

/** CSS pixels per inch; `ratio` is the window's devicePixelRatio. */
export function pxPerInch(measured: Measured | null, ratio: number): number {
  return measured ? measured.dotsPerInch / ratio : ASSUMED_PX
}

export function measuredAs(px: number, ratio: number): Measured {
  return { dotsPerInch: px * ratio }
}

/** CSS pixels per millimetre of cloth at real size. */
export function realScale(measured: Measured | null, ratio: number): number {
  return pxPerInch(measured, ratio) / MM_PER_INCH
}

/** Takes up what was remembered; anything else than a possible screen is forgotten. */
export function measuredFrom(kept: unknown): Measured | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { dotsPerInch } = kept as Record<string, unknown>
  return typeof dotsPerInch === 'number' && dotsPerInch >= COARSEST_PX / 4 && dotsPerInch <= FINEST_PX * 4
    ? { dotsPerInch }
    : null
}
