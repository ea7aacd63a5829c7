/** The marks of a ruler: as many as can be told apart at this size, with numbers where they have room. Pure. */
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import type { Units } from '#renderer/i18n/units.ts'

export const MM_PER_UNIT: Readonly<Record<Units, number>> = { in: MM_PER_INCH, cm: 10 }

export interface Tick {
  /** Units from the zero of the ruler. */
  readonly at: number
  /** 0: the longest, with its number; 2: the shortest. */
  readonly rank: 0 | 1 | 2
  readonly label: string | null
}

/** Distances between marks; each goes evenly into the next, so that long marks always stand on short ones. */
const STEPS: Readonly<Record<Units, readonly number[]>> = {
  in: [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 6, 12, 36, 72, 360, 720, 3600],
  cm: [0.1, 0.5, 1, 5, 10, 50, 100, 500, 1000, 5000, 10_000],
}

/** Finest step that gets numbers: below it they would be no words of a ruler. */
const FINEST_NUMBER: Readonly<Record<Units, number>> = { in: 1 / 8, cm: 0.1 }

/** Marks closer than this blur into grey. */
const CLOSEST_PX = 6

/**
 * @param from value of the ruler where the strip begins, `to` where it ends, both in `units`
 * @param pxPerUnit CSS pixels one unit takes
 * @param numberPx CSS pixels a number needs
 */
export function rulerTicks(units: Units, from: number, to: number, pxPerUnit: number, numberPx: number): Tick[] {
  const steps = STEPS[units]
  const largest = steps.at(-1)!
  const short = steps.find(step => step * pxPerUnit >= CLOSEST_PX) ?? largest
  const long =
    steps.find(step => step >= short && step >= FINEST_NUMBER[units] && step * pxPerUnit >= numberPx) ?? largest
  const middle = steps[Math.max(steps.indexOf(short), steps.indexOf(long) - 1)]!
  const ticks: Tick[] = []
  const last = Math.floor(to / short + 1e-9)
  for (let index = Math.ceil(from / short - 1e-9); index <= last; index++) {
    const at = index * short
    const rank = isMultiple(at, long) ? 0 : isMultiple(at, middle) ? 1 : 2
    ticks.push({ at, rank, label: rank === 0 ? tickWords(units, at) : null })
  }
  return ticks
}

function isMultiple(value: number, of: number): boolean {
  const times = value / of
  return Math.abs(times - Math.round(times)) < 1e-6
}

const EIGHTHS = ['', '⅛', '¼', '⅜', '½', '⅝', '¾', '⅞']

/** `2½`, as it is printed on a quilter's ruler; centimetres with a point. */
function tickWords(units: Units, at: number): string {
  const sign = at < -1e-9 ? '−' : ''
  const size = Math.abs(at)
  if (units === 'cm') return `${sign}${Number(size.toFixed(1))}`
  const eighths = Math.round(size * 8)
  const whole = Math.floor(eighths / 8)
  const part = EIGHTHS[eighths % 8]!
  return `${sign}${whole === 0 && part !== '' ? '' : whole}${part}`
}
