import { drop, rooted } from './histogram.ts'

const BINS = 10
export const MEASURES = [BINS, BINS, BINS] as const

/** A few plain numbers, each as a soft histogram of one entry, so that they weigh like the other blocks. */
export function measures(
  lengthOverGyration: number,
  gyrationOverScale: number,
  roundness: number,
  out: Float64Array,
  from: number,
): void {
  drop(out, from, BINS, (Math.log2(lengthOverGyration) - 1.5) * 1.4, 1)
  drop(out, from + BINS, BINS, (Math.log2(gyrationOverScale) + 1.5) * 1.4, 1)
  drop(out, from + 2 * BINS, BINS, roundness * (BINS - 1), 1)
  for (let part = 0; part < MEASURES.length; part++) rooted(out, from + part * BINS, BINS)
}
