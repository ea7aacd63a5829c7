/** What the nightly run may take away (SYNC.md section 7, "purge"; section 1, history). Nights are counted by runs, not by any clock. */
import { isDerived } from '../ids.ts'
import type { Json } from '../record.ts'

/** Nightly runs a record stays in the trash unchanged before it is purged. */
export const NIGHTS_IN_TRASH = 30
/** Nightly runs a value that lost stays in the history. */
export const NIGHTS_IN_HISTORY = 90

export interface TrashedRecord {
  readonly id: string
  /** The field's value; null or undefined: not in the trash. */
  readonly fieldsTrashedAt: Json | undefined
  /** Number of the night in which the record was last changed, or the database restored. */
  readonly changedNight: number
  readonly tonight: number
}

export function mayPurge({ id, fieldsTrashedAt, changedNight, tonight }: TrashedRecord): boolean {
  const isTrashed = fieldsTrashedAt !== null && fieldsTrashedAt !== undefined
  return isTrashed && !isDerived(id) && tonight - changedNight >= NIGHTS_IN_TRASH
}

/** Counted from its arrival, whatever its stamp says: a value stamped by a clock that is years behind has its nights too. */
export function staysInHistory(arrivedNight: number, tonight: number): boolean {
  return tonight - arrivedNight < NIGHTS_IN_HISTORY
}

/** A request that knows of a greater seq than there is: the database was put back without telling anybody. */
export function wasPutBack(known: number, feedCounter: number): boolean {
  return known > feedCounter
}
