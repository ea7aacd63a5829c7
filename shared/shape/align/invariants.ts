import type { Line } from './line.ts'

/**
 * What no move, turn, mirroring or scaling changes, and a cut tail of a tenth of the line only a little: pairs that differ in one of
 * these are no copies, and most pairs do. The limits are the widest differences seen between a design and its copies with a tenth
 * of the line cut, and a half on top.
 */
const LENGTH = 0.2
const ROUNDNESS = 0.16
const REACH = 0.14

export function mayBeSame(a: Line, b: Line): boolean {
  if (Math.abs(Math.log(a.length / b.length)) > LENGTH) return false
  if (Math.abs(a.roundness - b.roundness) > ROUNDNESS) return false
  for (let i = 0; i < a.reach.length; i++) if (Math.abs(a.reach[i]! - b.reach[i]!) > REACH) return false
  return true
}
