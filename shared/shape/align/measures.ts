import type { Line } from './line.ts'

/**
 * What no move, turn, mirroring or scaling changes, as seven numbers kept beside each outline: the logarithm of length over radius of
 * gyration, the roundness, and the five reaches (align/line.ts).
 */
export const MEASURES = 7

export function measuresOf({ length, roundness, reach }: Line): Float32Array {
  return Float32Array.of(Math.log(length), roundness, ...reach)
}

/**
 * Pairs further apart than this in one of them are no copies, and most pairs are. A copy is within a few thousandths; the limits are the
 * widest differences seen with a tenth of the line cut off, and a half on top.
 */
const LIMITS = Float32Array.of(0.2, 0.16, 0.14, 0.14, 0.14, 0.14, 0.14)

/** `at`: where the numbers of each begin in a larger array. */
export function mayBeSame(a: Float32Array, b: Float32Array, atA = 0, atB = 0): boolean {
  for (let i = 0; i < MEASURES; i++) if (Math.abs(a[atA + i]! - b[atB + i]!) > LIMITS[i]!) return false
  return true
}

/** How far apart two are, in limits, squared and summed: copies come first. */
export function measuresApart(a: Float32Array, b: Float32Array, atA = 0, atB = 0): number {
  let sum = 0
  for (let i = 0; i < MEASURES; i++) sum += ((a[atA + i]! - b[atB + i]!) / LIMITS[i]!) ** 2
  return sum
}
