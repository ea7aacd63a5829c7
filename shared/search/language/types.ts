import type { Kind } from '#shared/domain/pattern.ts'

/** A word as both sides index it: folded, English word forms brought together (feathers, feathered → feather). */
export interface Token {
  /** Lower case, without accents. */
  readonly text: string
  readonly stem: string
  /** Code units of the text it was read from. */
  readonly from: number
  readonly to: number
}

/** 'butterfly', 'feather', 'christmas', 'dense'. */
export type ConceptId = string

/** The library's own words. */
export interface Vocabulary {
  has(stem: string): boolean
  /** Whether a word of the library begins so: then it is on its way to being that word, and no slip. */
  begins?(prefix: string): boolean
  /** Words of the library near this one, best first; `text` is one way the library writes the word. */
  near(
    text: string,
    most: number,
  ): readonly { readonly stem: string; readonly likeness: number; readonly text?: string }[]
}

/** What a pattern may have to count for a piece: a concept, a word, or a word that begins so. Weights from 0 to 1. */
export type Alternative =
  | { readonly concept: ConceptId; readonly weight: number }
  | { readonly stem: string; readonly weight: number }
  | { readonly prefix: string; readonly weight: number }

/** Millimetres. What lies between `min` and `max` fits; how far from `about` tells the near misses apart. */
export interface SizeRange {
  readonly min: number
  readonly max: number
  readonly about: number
  /** Not stated: the longer side. */
  readonly side?: 'width' | 'height'
}

/** One thing that was understood: one chip. */
export interface Piece {
  /** Code units of the query it came from: taking the chip off removes them. */
  readonly from: number
  readonly to: number
  readonly kind: 'concept' | 'word' | 'kind' | 'size' | 'density' | 'line'
  /** As the chip says it, without "not": "feathers", "border", "about 6 in". */
  readonly label: string
  /** Asked to be absent: "not dense", "without hearts". */
  readonly not: boolean
  /** What the piece counts beside the others: 1 for a motif, less for a kind or a word that says little. */
  readonly weight: number
  /** Any of these; the best counts once. */
  readonly any: readonly Alternative[]
  /** For the pattern's kind as a fact ("edge-to-edge", "e2e"), not only its words. */
  readonly kinds?: readonly Kind[]
  readonly sizeMm?: SizeRange
  /** The second of two measures: "8 x 12" asks for a width and for a height. */
  readonly otherMm?: SizeRange
  readonly density?: 'open' | 'medium' | 'dense'
  readonly line?: 'one' | 'several'
  /** "fether", understood as feather. */
  readonly repairedFrom?: string
}

export interface Understood {
  readonly pieces: readonly Piece[]
  /** The last word is still being typed. */
  readonly open: boolean
}
