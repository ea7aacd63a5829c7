import type { Found } from './keyword.ts'
import { rankOf, seqOf } from './ranking.ts'

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009), with the numbers that SEARCH measured: words lead, meaning joins in. */
const RANK_OFFSET = 20
const NEAR_WEIGHT = 0.3
/** Scores as great as a rank can hold: the hundred-thousandth place is still told from the one after it. */
const SCALE = 8_000

/** Of equal scores the words' one comes first. */
const A_HAIR = 1e-6

const shareOf = (place: number): number => SCALE / (RANK_OFFSET + place + 1)

/**
 * The words' answer with what a meaning helper found beside it: a pattern's score is 1 / (20 + its place by words) plus 0.3 / (20 + its
 * place by meaning), times 8,000. What only the meaning found is named in `also`.
 */
export function fuse(words: Found, near: readonly number[]): Found {
  if (near.length === 0) return words
  const share = new Map(near.map((seq, place) => [seq, NEAR_WEIGHT * shareOf(place)]))
  const also = new Set(near)
  const ranks = words.ranks.slice().sort()
  for (let place = 0; place < ranks.length; place++) {
    const seq = seqOf(ranks[place]!)
    also.delete(seq)
    ranks[place] = rankOf(shareOf(place) + (share.get(seq) ?? 0), seq)
  }
  const alone = Float64Array.from(also, seq => rankOf((share.get(seq) ?? 0) - A_HAIR, seq))
  const all = new Float64Array(ranks.length + alone.length)
  all.set(ranks)
  all.set(alone, ranks.length)
  return { ...words, ranks: all, also }
}
