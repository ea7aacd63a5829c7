/** Where in a pattern a word stands, as bits: one number says all places of one word in one pattern. */
export const NAME = 1
export const TAGS = 2
export const FILES = 4
export const DESIGNER = 8
export const NOTES = 16
export const KIND = 32
/** The first word of the name. */
export const FIRST = 64

/** What a word is worth in each place (SEARCH.md 6.2); the kind that the pattern has counts as much as a tag that says it. */
const WEIGHTS: readonly (readonly [number, number])[] = [
  [NAME, 3],
  [TAGS, 2.2],
  [FILES, 1.2],
  [DESIGNER, 0.8],
  [NOTES, 0.35],
  [KIND, 2.2],
  [FIRST, 0.3],
]

const BY_DESIGNER = 0.5
const BY_NOTES = 0.5

/** The half-way point of t / (t + 1.6): a word in the name and the tags is worth more than in one of them, but not twice as much. */
const HALF = 1.6

/** By the bits of its places, what a word is worth in a pattern: 0 to 1. No place (a word that was taken away) is worth nothing. */
export const WORTH: Float32Array = Float32Array.from({ length: 128 }, (_, places) => {
  const t = WEIGHTS.reduce((sum, [place, weight]) => ((places & place) === 0 ? sum : sum + weight), 0)
  return t / (t + HALF)
})

/** How much a thing is in the drawing when its word stands here: a designer may be called Rose, and a note speaks of other patterns. */
export const TOLD: Float32Array = Float32Array.from({ length: 128 }, (_, places) => {
  if (places & (NAME | TAGS | FILES | KIND)) return 1
  return places & DESIGNER ? BY_DESIGNER : BY_NOTES
})

/** A letter says where it stands and nothing else: names that begin with it, then words in the name, then the rest. */
export const LETTER_WORTH: Float32Array = Float32Array.from({ length: 128 }, (_, places) => {
  if (places & FIRST) return 1
  return places & NAME ? 0.6 : places & (TAGS | DESIGNER) ? 0.5 : places === 0 ? 0 : 0.2
})
