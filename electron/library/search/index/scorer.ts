import { type Kind, KINDS } from '#shared/domain/pattern.ts'
import type { Alternative, Piece } from '#shared/search/language/types.ts'
import type { Columns } from '#library/columns/columns.ts'
import { rankOf } from '#library/search/ranking.ts'
import { type Fit, fitOf } from './facts.ts'
import { FILES, FIRST, KIND, LETTER_WORTH, NAME, TOLD, WORTH } from './fields.ts'
import type { TextIndex } from './text-index.ts'

/**
 * The formula of SEARCH.md 6.2, steeper where something is lacking: a pattern's score is the sum over the pieces of what was asked, times
 * 0.2 + 0.8 x², x being the share of the pieces it has. What meets all comes before what meets most, even where its words are weaker.
 */
const LACKING = 0.2
/** Letters in the middle of a word beside a whole word, and how many of them it takes. */
const PART_WEIGHT = 0.5
const SHORTEST_PART = 3
/** What words of a kind are worth on a pattern that is of another kind. */
const OTHER_KIND = 0.4
/** Pieces that count less than this are hints ("large"): what lacks them is not lacking. */
const HINT = 0.35
/** What is less near to what was asked ("leaf" for "maple leaf") does not count as having it. */
const KIN = 0.7
/** With fewer patterns that have all that was asked, those that lack some of it follow. */
const ENOUGH = 24
/** A pattern's measure or kind is as good as its word in the tags. */
const FACT = WORTH[KIND]!

/**
 * Scores patterns by the pieces of a question. Works in its own arrays with one place a pattern, clean between two questions, so that a
 * keystroke makes no objects.
 */
export class Scorer {
  /** Of the piece at hand: how well each pattern fits it, how near what it has is to what was asked, and which patterns do. */
  #best = new Float32Array(0)
  #kinship = new Float32Array(0)
  #touched = new Int32Array(0)
  #touches = 0
  /** Of the question: the sum, the weight of what a pattern has of it, how many pieces that are no hints, and which patterns have any. */
  #score = new Float32Array(0)
  #having = new Float32Array(0)
  #matched = new Uint8Array(0)
  #found = new Int32Array(0)
  #finds = 0

  /**
   * Ranks (ranking.ts) of all patterns found, in no order.
   * @param columns read only when a piece asks for a measure
   */
  find(index: TextIndex, pieces: readonly Piece[], columns: () => Columns): Float64Array {
    this.#reserve(index.end)
    // Hints last: they tell apart what was found and find nothing by themselves, unless nothing else was asked.
    const asked = pieces.filter(piece => !piece.not).sort((a, b) => Number(isHint(a)) - Number(isHint(b)))
    for (const piece of asked) {
      const isOnlyAmongFound = isHint(piece) && this.#finds > 0
      this.#touch(index, piece, columns, isOnlyAmongFound)
      this.#count(piece, index.size, isOnlyAmongFound)
    }
    if (asked.length === 0 && pieces.length > 0) this.#everything(index)
    for (const piece of pieces) {
      if (!piece.not) continue
      this.#touch(index, piece, columns)
      this.#remove()
    }
    const ranks = this.#ranks(asked)
    this.#clean()
    return ranks
  }

  #reserve(end: number): void {
    if (this.#best.length >= end) return
    const length = Math.ceil(end * 1.2)
    this.#best = new Float32Array(length)
    this.#kinship = new Float32Array(length)
    this.#score = new Float32Array(length)
    this.#having = new Float32Array(length)
    this.#matched = new Uint8Array(length)
    this.#touched = new Int32Array(length)
    this.#found = new Int32Array(length)
  }

  /** Every pattern that a piece fits, with how well, 0 to 1. */
  #touch(index: TextIndex, piece: Piece, columns: () => Columns, isOnlyAmongFound = false): void {
    const told = piece.kind === 'word' ? null : TOLD
    for (const way of piece.any) {
      const worth = 'prefix' in way && way.prefix.length === 1 ? LETTER_WORTH : WORTH
      for (const word of wordsOf(index, way)) this.#post(index, word, way.weight, worth, told)
    }
    for (const kind of piece.kinds ?? []) {
      const word = index.lexicon.knownKind(kind)
      if (word !== undefined) this.#post(index, word, 1, WORTH, null)
    }
    const fit = fitOf(piece, columns)
    if (fit && isOnlyAmongFound) for (let at = 0; at < this.#finds; at++) this.#postFit(this.#found[at]!, fit)
    else if (fit) for (let seq = 0; seq < index.end; seq++) if (index.stamps[seq] !== 0) this.#postFit(seq, fit)
    if (piece.kinds) this.#distrustOthers(index, piece.kinds)
    if (this.#touches === 0) this.#postParts(index, piece)
  }

  #post(
    { postings }: TextIndex,
    word: number,
    weight: number,
    worth: Float32Array,
    told: Float32Array | null,
    within = 0xff,
  ): void {
    const { seqs, places } = postings
    const start = postings.starts[word] ?? 0
    const end = start + (postings.counts[word] ?? 0)
    const best = this.#best
    const kinship = this.#kinship
    const touched = this.#touched
    let touches = this.#touches
    for (let at = start; at < end; at++) {
      const value = weight * worth[places[at]! & within]!
      const seq = seqs[at]!
      const kin = told === null ? weight : weight * told[places[at]!]!
      if (value > 0 && kin > kinship[seq]!) kinship[seq] = kin
      const before = best[seq]!
      if (value <= before) continue
      if (before === 0) touched[touches++] = seq
      best[seq] = value
    }
    this.#touches = touches
  }

  #postFit(seq: number, fit: Fit): void {
    const value = FACT * fit(seq)
    if (!(value > this.#best[seq]!)) return
    if (this.#best[seq] === 0) this.#touched[this.#touches++] = seq
    this.#best[seq] = value
    this.#kinship[seq] = Math.max(this.#kinship[seq]!, value / FACT)
  }

  /** A pattern whose kind is known to be another is hardly of this one, whatever its words say: "border corner" is a corner. */
  #distrustOthers({ lexicon, postings }: TextIndex, wanted: readonly Kind[]): void {
    for (const kind of KINDS) {
      const word = wanted.includes(kind) || kind === 'other' ? undefined : lexicon.knownKind(kind)
      if (word === undefined) continue
      const start = postings.starts[word] ?? 0
      const end = start + (postings.counts[word] ?? 0)
      for (let at = start; at < end; at++) {
        const seq = postings.seqs[at]!
        if (postings.places[at] === 0) continue
        this.#best[seq]! *= OTHER_KIND
        this.#kinship[seq]! *= OTHER_KIND
      }
    }
  }

  /** Letters in the middle of a name: only where no word fits. */
  #postParts(index: TextIndex, { kind, repairedFrom, label }: Piece): void {
    if (kind !== 'word' && repairedFrom === undefined) return
    const part = repairedFrom ?? label
    if (part.length < SHORTEST_PART) return
    for (const word of index.lexicon.holding(part))
      this.#post(index, word, PART_WEIGHT, WORTH, null, NAME | FILES | FIRST)
  }

  /** Adds the piece at hand to the scores. What few patterns have says more. */
  #count(piece: Piece, patterns: number, isOnlyAmongFound: boolean): void {
    const { weight } = piece
    const rarity = Math.min(1.5, 0.5 + 0.12 * Math.log(1 + patterns / (1 + this.#touches)))
    const factor = rarity * weight
    const one = isHint(piece) ? 0 : 1
    for (let at = 0; at < this.#touches; at++) {
      const seq = this.#touched[at]!
      const kinship = this.#kinship[seq]!
      const value = this.#best[seq]!
      this.#best[seq] = 0
      this.#kinship[seq] = 0
      if (isOnlyAmongFound && this.#having[seq] === 0) continue
      if (this.#having[seq] === 0) this.#found[this.#finds++] = seq
      this.#having[seq]! += weight * kinship * kinship
      this.#matched[seq]! += kinship >= KIN ? one : 0
      this.#score[seq]! += factor * value
    }
    this.#touches = 0
  }

  #everything({ stamps, end }: TextIndex): void {
    for (let seq = 0; seq < end; seq++) {
      if (stamps[seq] === 0) continue
      this.#found[this.#finds++] = seq
      this.#having[seq] = 1
    }
  }

  #remove(): void {
    for (let at = 0; at < this.#touches; at++) {
      const seq = this.#touched[at]!
      this.#having[seq] = 0
      this.#best[seq] = 0
      this.#kinship[seq] = 0
    }
    this.#touches = 0
  }

  #ranks(asked: readonly Piece[]): Float64Array {
    const weight = asked.reduce((sum, piece) => sum + piece.weight, 0)
    const all = asked.filter(piece => !isHint(piece)).length
    const needed = this.#countHaving(all) >= ENOUGH ? all : 0
    const ranks = new Float64Array(this.#finds)
    let to = 0
    for (let at = 0; at < this.#finds; at++) {
      const seq = this.#found[at]!
      const having = this.#having[seq]!
      if (having === 0 || this.#matched[seq]! < needed) continue
      const share = weight === 0 ? 1 : having / weight
      ranks[to++] = rankOf((LACKING + (1 - LACKING) * share * share) * this.#score[seq]!, seq)
    }
    return ranks.subarray(0, to)
  }

  /** How many patterns have so many of the pieces that are no hints. */
  #countHaving(pieces: number): number {
    let count = 0
    for (let at = 0; at < this.#finds; at++) {
      const seq = this.#found[at]!
      if (this.#matched[seq]! >= pieces && this.#having[seq] !== 0) count++
    }
    return count
  }

  #clean(): void {
    for (let at = 0; at < this.#finds; at++) {
      const seq = this.#found[at]!
      this.#score[seq] = 0
      this.#having[seq] = 0
      this.#matched[seq] = 0
    }
    this.#finds = 0
  }
}

const isHint = ({ weight }: Piece): boolean => weight < HINT

function wordsOf({ lexicon }: TextIndex, way: Alternative): readonly number[] {
  if ('concept' in way) {
    const word = lexicon.knownConcept(way.concept)
    return word === undefined ? [] : [word]
  }
  return 'stem' in way ? lexicon.formsOf(way.stem) : lexicon.beginningWith(way.prefix)
}
