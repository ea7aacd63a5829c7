import { grown } from '#library/columns/many.ts'
import { errorsForgiven, likenessOf } from '#shared/search/language/likeness.ts'
import type { Vocabulary } from '#shared/search/language/types.ts'
import type { Language } from '#library/search/language.ts'
import { foldWord } from '#library/search/fold-word.ts'
import { DESIGNER, FILES, FIRST, KIND, NAME, NOTES, TAGS } from './fields.ts'
import { Lexicon } from './lexicon.ts'
import { lettersApart, lettersOf, withCommonness } from './near-words.ts'
import { Postings } from './postings.ts'

/** The stored words of one pattern (table pattern_doc), ready to be indexed. */
export interface WordedPattern {
  readonly seq: number
  /** Another number whenever the words are others. */
  readonly stamp: number
  readonly name: string
  readonly tags: string
  readonly designer: string
  readonly notes: string
  readonly files: string
  readonly kind: string
}

const PLACES = [
  ['name', NAME],
  ['tags', TAGS],
  ['files', FILES],
  ['designer', DESIGNER],
  ['notes', NOTES],
] as const

/** What an error counts at least that changes which letters a word has: one letter for another that sounds alike. */
const LEAST_ERROR = 0.6

/** Texts that many patterns share (designers, notices) are taken apart once. */
const TEXTS_KEPT = 4_000

/** All words of a library and the patterns they stand in. */
export class TextIndex implements Vocabulary {
  readonly lexicon: Lexicon
  postings: Postings
  /** By row number: the mark of the words that were read; 0: none. */
  stamps: Float64Array
  /** One past the greatest row number. */
  end: number
  /** How many patterns there are. */
  size: number
  readonly language: Language
  /** By the first word of their names; made from so many keys of the lexicon. */
  #designers: Map<string, { readonly name: readonly string[]; readonly concept: string }[]> | null = null
  #designersOf = 0
  readonly #texts = new Map<string, Int32Array>()

  constructor(
    language: Language,
    lexicon = new Lexicon(),
    postings = new Postings(),
    stamps: Float64Array = new Float64Array(0),
  ) {
    this.language = language
    this.lexicon = lexicon
    this.postings = postings
    this.stamps = stamps
    this.end = stamps.length
    this.size = stamps.reduce((count, stamp) => (stamp === 0 ? count : count + 1), 0)
  }

  /** Patterns with new words; in the order of rows it is quickest. */
  put(patterns: readonly WordedPattern[]): void {
    this.forget(patterns.filter(({ seq }) => (this.stamps[seq] ?? 0) !== 0).map(({ seq }) => seq))
    for (const pattern of patterns) {
      this.end = Math.max(this.end, pattern.seq + 1)
      this.stamps = grown(this.stamps, this.end)
      this.stamps[pattern.seq] = pattern.stamp
      this.size++
      for (const [word, places] of this.#wordsIn(pattern)) this.postings.add(word, pattern.seq, places)
    }
  }

  /** Patterns of the index that are gone, or whose words are no longer these. */
  forget(seqs: readonly number[]): void {
    if (seqs.length === 0) return
    const gone = new Uint8Array(this.end)
    for (const seq of seqs) {
      gone[seq] = 1
      this.stamps[seq] = 0
    }
    this.size -= seqs.length
    this.postings.forget(gone)
  }

  has(stem: string): boolean {
    return this.lexicon.formsOf(stem).some(word => this.isLive(word))
  }

  begins(prefix: string): boolean {
    return this.lexicon.beginningWith(prefix).some(word => this.isLive(word))
  }

  /** Designers whose names begin with this word, folded: their names' words, and the concept of being by them. */
  designersFrom(word: string): readonly { readonly name: readonly string[]; readonly concept: string }[] {
    if (this.#designers === null || this.#designersOf !== this.lexicon.keys.length) {
      this.#designersOf = this.lexicon.keys.length
      const all = this.lexicon.conceptsFrom(BY).map(concept => ({ concept, name: nameWords(concept.slice(BY.length)) }))
      this.#designers = Map.groupBy(all, ({ name }) => name[0] ?? '')
    }
    return (this.#designers.get(word) ?? []).filter(({ concept }) => this.isLive(this.lexicon.knownConcept(concept)!))
  }

  isLive(word: number): boolean {
    return (this.postings.live[word] ?? 0) > 0
  }

  /** @param forgiven how many errors (likeness.ts) */
  near(
    text: string,
    most: number,
    forgiven: number = errorsForgiven(text.length),
  ): { stem: string; likeness: number; text: string }[] {
    if (forgiven === 0) return []
    const { lexicon } = this
    const letters = lettersOf(text)
    const slips = Math.floor(forgiven / LEAST_ERROR)
    const best = new Map<string, { stem: string; likeness: number; text: string }>()
    for (let word = 0; word < lexicon.keys.length; word++) {
      const has = lexicon.letters[word]!
      if (has === 0 || lettersApart(has, letters) > slips || !this.isLive(word)) continue
      const alike = likenessOf(text, lexicon.keys[word]!, forgiven)
      if (alike === 0) continue
      const stem = lexicon.stems[word]!
      const likeness = withCommonness(alike, this.postings.live[word]!)
      if (likeness > (best.get(stem)?.likeness ?? 0)) best.set(stem, { stem, likeness, text: lexicon.keys[word]! })
    }
    return [...best.values()].sort((a, b) => b.likeness - a.likeness || (a.stem < b.stem ? -1 : 1)).slice(0, most)
  }

  #wordsIn(pattern: WordedPattern): ReadonlyMap<number, number> {
    const places = new Map<number, number>()
    // What a comma parts is no phrase: the last word of a tag and the first of the next mean nothing together.
    for (const [field, place] of PLACES)
      for (const text of pattern[field].split(', '))
        for (const word of this.#wordsOf(text)) places.set(word, (places.get(word) ?? 0) | place)
    places.set(this.lexicon.kindOf(pattern.kind), KIND)
    if (pattern.designer !== '') places.set(this.lexicon.conceptOf(BY + pattern.designer), DESIGNER)
    for (const word of this.#firstWords(pattern.name)) places.set(word, (places.get(word) ?? 0) | FIRST)
    return places
  }

  /** The word that a name begins with, whole and taken apart. */
  #firstWords(name: string): readonly number[] {
    const tokens = this.language.tokensOf(name.split(' ', 1)[0]!)
    const from = tokens[0]?.from
    return tokens.filter(token => token.from === from).map(token => this.lexicon.wordOf(token.text, token.stem))
  }

  #wordsOf(text: string): Int32Array {
    if (text === '') return NO_WORDS
    const known = this.#texts.get(text)
    if (known) return known
    const tokens = this.language.tokensOf(text)
    const words = Int32Array.from(
      new Set([
        ...tokens.map(token => this.lexicon.wordOf(token.text, token.stem)),
        ...this.language.conceptsOf(tokens).map(concept => this.lexicon.conceptOf(concept)),
      ]),
    )
    if (this.#texts.size >= TEXTS_KEPT) this.#texts.clear()
    this.#texts.set(text, words)
    return words
  }
}

/** Before a designer's name: the concept of being by her. */
const BY = 'by '

const nameWords = (name: string): string[] =>
  name
    .split(' ')
    .map(foldWord)
    .filter(word => word !== 'and')

const NO_WORDS = new Int32Array(0)
