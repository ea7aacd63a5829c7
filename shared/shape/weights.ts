/** How much each part of a description counts; together 1. */
export interface PartWeights {
  readonly motif: number
  readonly whole: number
  readonly upright: number
}

/** The mixture that finds most of one family (SEARCH.md, section 5). */
const MIDDLE: PartWeights = { motif: 0.5, whole: 0.3, upright: 0.2 }
const SAME_MOTIF: PartWeights = { motif: 1, whole: 0, upright: 0 }
const SAME_LAYOUT: PartWeights = { motif: 0.1, whole: 0.4, upright: 0.5 }

/** @param likeness 0: the same motif, however it is laid out; 0.5: alike; 1: the same layout, the same way up. Others are held to that range. */
export function weightsOf(likeness: number): PartWeights {
  const place = Math.min(1, Math.max(0, Number.isFinite(likeness) ? likeness : 0.5)) * 2
  return place <= 1 ? mixed(SAME_MOTIF, MIDDLE, place) : mixed(MIDDLE, SAME_LAYOUT, place - 1)
}

function mixed(a: PartWeights, b: PartWeights, share: number): PartWeights {
  const mix = (key: keyof PartWeights): number => a[key] * (1 - share) + b[key] * share
  return { motif: mix('motif'), whole: mix('whole'), upright: mix('upright') }
}
