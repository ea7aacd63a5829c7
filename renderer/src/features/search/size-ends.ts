/**
 * The ends of a size as she types them, and as they are asked for. A pattern that reads "8 in" is among those "up to 8 in", though it may be
 * a hair wider: each end is asked for half a tenth of her unit further out than it says.
 */
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { unitsNow } from '#renderer/i18n/units.ts'
import type { ValueRange } from './choices.ts'

/** Millimetres as shown; null: open. */
export interface Ends {
  readonly from: number | null
  readonly to: number | null
}

/** One inch or one centimetre, in millimetres. */
export function unitMm(): number {
  return unitsNow() === 'in' ? MM_PER_INCH : 10
}

/** A twentieth of her unit. */
const slackMm = (): number => unitMm() / 20

/** Null where both ends are open. */
export function askedEnds({ from, to }: Ends): ValueRange | null {
  if (from === null && to === null) return null
  return {
    ...(from === null ? {} : { min: exact(from - slackMm()) }),
    ...(to === null ? {} : { max: exact(to + slackMm()) }),
  }
}

export function shownEnds({ min, max }: ValueRange): Ends {
  return {
    from: min === undefined ? null : Math.max(0, tenth(min + slackMm())),
    to: max === undefined ? null : Math.max(0, tenth(max - slackMm())),
  }
}

/** To a thousandth of a millimetre: no trace of a sum. */
const exact = (mm: number): number => Number(mm.toFixed(3))

const tenth = (mm: number): number => exact((Math.round((mm / unitMm()) * 10) / 10) * unitMm())
