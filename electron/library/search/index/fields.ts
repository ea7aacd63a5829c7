/** Where in a pattern a word stands, as bits: one number says all places of one word in one pattern. */
export const NAME = 1
export const TAGS = 2
export const FILES = 4
export const DESIGNER = 8
export const NOTES = 16
export const KIND = 32

/** What a word is worth in each place (SEARCH.md 6.2); the kind that the pattern has counts as much as a tag that says it. */
const WEIGHTS: readonly (readonly [number, number])[] = [
  [NAME, 3],
  [TAGS, 2.2],
  [FILES, 1.2],
  [DESIGNER, 0.8],
  [NOTES, 0.35],
  [KIND, 2.2],
]

/** The half-way point of t / (t + 1.6): a word in the name and the tags is worth more than in one of them, but not twice as much. */
const HALF = 1.6

/** By the bits of its places, what a word is worth in a pattern: 0 to 1. No place (a word that was taken away) is worth nothing. */
export const WORTH: Float32Array = Float32Array.from({ length: 64 }, (_, places) => {
  const t = WEIGHTS.reduce((sum, [place, weight]) => ((places & place) === 0 ? sum : sum + weight), 0)
  return t / (t + HALF)
})
