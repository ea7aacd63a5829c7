import type { Found } from './keyword.ts'

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009), with the numbers that SEARCH measured: words lead, meaning joins in. */
const RANK_OFFSET = 20
const NEAR_WEIGHT = 0.3

/**
 * The words' answer with what a meaning helper found beside it: a pattern's score is 1 / (20 + its place by words) plus 0.3 / (20 + its
 * place by meaning). What only the meaning found is marked `also`. Ties go by the words' order, then by row number.
 */
export function fuse(words: readonly Found[], near: readonly number[]): Found[] {
  if (near.length === 0) return [...words]
  const share = new Map(near.map((seq, place) => [seq, NEAR_WEIGHT / (RANK_OFFSET + place + 1)]))
  const found = words.map(({ seq }, place) => ({
    seq,
    score: 1 / (RANK_OFFSET + place + 1) + (share.get(seq) ?? 0),
  }))
  const known = new Set(words.map(({ seq }) => seq))
  const also = near
    .filter(seq => !known.has(seq))
    .map(seq => ({ seq, score: share.get(seq) ?? 0, also: true as const }))
  return [...found, ...also].sort((a, b) => b.score - a.score)
}
