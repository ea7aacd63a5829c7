/** Hybrid logical clock (SYNC.md section 7, `stamp(field)`). Pure. */
import type { Stamp } from './record.ts'

/** Milliseconds, then counter, then device (by UTF-16 code units): a total order. Negative, 0 or positive. */
export function compareStamps(one: Stamp, other: Stamp): number {
  if (one[0] !== other[0]) return one[0] - other[0]
  if (one[1] !== other[1]) return one[1] - other[1]
  return one[2] < other[2] ? -1 : one[2] > other[2] ? 1 : 0
}

export interface StampWanted {
  /** The stamp the field has now; null: the field is new. */
  readonly field: Stamp | null
  /** This computer's clock, milliseconds. */
  readonly wall: number
  /** What the server's answers say has to be added to it, milliseconds. */
  readonly offset: number
  /** Greatest server time heard, milliseconds. */
  readonly heard: number
  readonly device: string
}

/** Never below the server time heard, and always above the field's own: what is typed is never older than what it is typed over. */
export function nextStamp({ field, wall, offset, heard, device }: StampWanted): Stamp {
  const now = wholeMs(Math.max(wall + offset, heard))
  return field !== null && now <= field[0] ? [field[0], field[1] + 1, device] : [now, 0, device]
}

/** Stamps are whole milliseconds since 1970 that JSON carries exactly, whatever a clock says. */
function wholeMs(ms: number): number {
  return Number.isFinite(ms) ? Math.min(Math.max(Math.round(ms), 0), Number.MAX_SAFE_INTEGER) : 0
}
