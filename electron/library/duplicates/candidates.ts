import { mayBeSame, MEASURES, measuresApart } from '#shared/shape/align/measures.ts'
import type { OutlineRow } from '../db/tables/outline.ts'
import { joinMeasures } from './outline-bytes.ts'

/** Which outlines are worth laying upon each other. */
export interface Candidates {
  readonly rows: readonly OutlineRow[]
  /**
   * Of the row at this place, given the patterns (by row) whose shape is near; each pair is named once, by whichever of the two is asked
   * about first.
   */
  of(index: number, neighbours: readonly number[]): string[]
}

/** Copies differ by thousandths in their measures: of those that near, so many are tried besides the neighbours. */
const NEAREST = 8
/** In limits of `mayBeSame`, squared and summed: a tenth of a limit in each. */
const NEAR = 0.07
/** Where no neighbours are known, the nearest by measures alone, as far as a cut tail may move them. */
const NEAREST_ALONE = 20

export function createCandidates(rows: readonly OutlineRow[]): Candidates {
  const measures = joinMeasures(rows.map(row => row.measures))
  const places = new Map(rows.map((row, index) => [row.seq, index]))
  const named = new Set<number>()

  function nearest(index: number, most: number, within: number): number[] {
    const found: { at: number; apart: number }[] = []
    for (let at = 0; at < rows.length; at++) {
      if (at === index || !mayBeSame(measures, measures, index * MEASURES, at * MEASURES)) continue
      const apart = measuresApart(measures, measures, index * MEASURES, at * MEASURES)
      if (apart <= within) found.push({ at, apart })
    }
    return found
      .sort((one, other) => one.apart - other.apart)
      .slice(0, most)
      .map(({ at }) => at)
  }

  return {
    rows,
    of(index, neighbours) {
      const alone = neighbours.length === 0
      const near = nearest(index, alone ? NEAREST_ALONE : NEAREST, alone ? Infinity : NEAR)
      const beside = neighbours.flatMap(seq => {
        const at = places.get(seq)
        return at !== undefined && at !== index && mayBeSame(measures, measures, index * MEASURES, at * MEASURES)
          ? [at]
          : []
      })
      return [...new Set([...near, ...beside])].flatMap(at => {
        const pair = Math.min(at, index) * rows.length + Math.max(at, index)
        if (named.has(pair)) return []
        named.add(pair)
        return rows[at]!.hash
      })
    },
  }
}
