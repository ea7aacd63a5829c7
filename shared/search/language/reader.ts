import { Absence } from './absence.ts'
import { eitherOf, type Headed, keptApart } from './apart.ts'
import { type Named, namedAt } from './concepts.ts'
import { isKnownEnglish } from './english/english.ts'
import { likenessOf } from './likeness.ts'
import { type Asked, begunPiece, conceptPiece, quotedPiece, repairedPiece, wordPiece } from './pieces.ts'
import { squeezedConcepts } from './skeleton.ts'
import { meantBy, surelyMeantBy } from './spelling.ts'
import { stemOf } from './stem.ts'
import { type Ending, endingsAfter, isTerm, LONGEST_PHRASE, termOf, wordsBeginning } from './thesaurus/thesaurus.ts'
import type { ConceptId, Piece, Token, Vocabulary } from './types.ts'

/** More than anybody asks for at once: a pasted page is not understood to its end. */
export const MOST_PIECES = 16
/** The last word of a phrase may be this unlike and still be meant: "orange peal". */
const LIKE_ENOUGH = 0.72
/** Letters that the last word of a phrase needs before it can be told. */
const SHORTEST_BEGINNING = 2

const QUOTATION_MARKS = '"“”'

/** Reads the words of a query one after the other, sizes left out, and says what each asks for. */
export class Reader {
  readonly #query: string
  readonly #row: readonly Token[]
  readonly #typing: number | null
  readonly #vocabulary: Vocabulary
  readonly #absence: Absence
  readonly #read: Headed[] = []
  /** "Or" stands behind the last piece. */
  #isEither = false

  /** @param typing the end of the word that may still go on */
  constructor(query: string, row: readonly Token[], typing: number | null, vocabulary: Vocabulary) {
    this.#query = query
    this.#row = row
    this.#typing = typing
    this.#vocabulary = vocabulary
    this.#absence = new Absence(query)
  }

  read(isLeftOut: (text: string) => boolean): Piece[] {
    for (let at = 0; at < this.#row.length && this.#read.length < MOST_PIECES; ) {
      const token = this.#row[at]!
      this.#absence.readMarks(this.#row[at - 1], token)
      if (this.#readQuoted(token)) {
        at++
        continue
      }
      const named = namedAt(this.#row, at)
      const isPhrase = named !== undefined && named.end > at + 1
      const signs = isPhrase ? 0 : this.#absence.readWords(this.#row, at)
      if (signs > 0) at += signs
      else if (isPhrase) at = this.#add(named)
      else if (isLeftOut(token.text)) {
        if (token.text === 'or') this.#isEither = this.#read.length > 0
        at++
      } else at = this.#nearlyPhrase(at) ?? this.#single(at, named)
    }
    return eitherOf(this.#read, keptApart(this.#read))
  }

  /** A word between quotation marks is taken as it stands: neither repaired nor widened. */
  #readQuoted(token: Token): boolean {
    const marks = [this.#query[token.from - 1], this.#query[token.to]]
    if (!marks.every(mark => mark !== undefined && QUOTATION_MARKS.includes(mark))) return false
    const asked = { ...this.#asked([token]), prefix: null }
    const from = asked.not ? asked.from : token.from - 1
    this.#push(quotedPiece(token, { ...asked, from, to: token.to + 1 }))
    return true
  }

  #single(at: number, named: Named | undefined): number {
    if (named) return this.#add(named)
    this.#push(this.#wordAt(this.#row[at]!))
    return at + 1
  }

  #add({ concept, start, end }: Named): number {
    const tokens = this.#row.slice(start, end)
    this.#push(conceptPiece(concept, tokens, this.#asked(tokens)), concept)
    return end
  }

  /** "Maple lea", "orange peal": a phrase of quilters whose last word is only begun, or misspelled and nothing else in quilting. */
  #nearlyPhrase(at: number): number | null {
    let before = ''
    for (let words = 1; words < LONGEST_PHRASE; words++) {
      before += `${words > 1 ? ' ' : ''}${this.#row[at + words - 1]?.stem ?? ''}`
      const last = this.#row[at + words]
      if (!last) return null
      const ending = endingsAfter(before).find(one => this.#isMeant(last, one))
      if (!ending) continue
      const tokens = this.#row.slice(at, at + words + 1)
      this.#push(conceptPiece(ending.concept, tokens, { ...this.#asked(tokens), prefix: null }), ending.concept)
      return at + words + 1
    }
    return null
  }

  #isMeant(token: Token, { last }: Ending): boolean {
    if (token.to === this.#typing && token.text.length >= SHORTEST_BEGINNING && last.startsWith(token.text)) return true
    return termOf(token.stem) === undefined && likenessOf(token.text, last) >= LIKE_ENOUGH
  }

  #wordAt(token: Token): Piece {
    const asked = this.#asked([token])
    const isWord = isTerm(token.stem) || isKnownEnglish(token.stem)
    if (isWord) return wordPiece(token, asked, [])
    if (this.#vocabulary.has(token.stem)) return wordPiece(token, asked, surelyMeantBy(token.text))
    if (asked.prefix !== null && this.#isBegun(asked.prefix)) return begunPiece(token, asked)
    const [spelled] = squeezedConcepts(token.text)
    if (spelled) return { ...conceptPiece(spelled, [token], asked), repairedFrom: token.text }
    const meant = meantBy(token.text, this.#vocabulary)
    return meant.length > 0 ? repairedPiece(token, meant, asked) : wordPiece(token, asked, [])
  }

  #isBegun(prefix: string): boolean {
    return wordsBeginning(prefix, 1).length > 0 || (this.#vocabulary.begins?.(prefix) ?? false)
  }

  #asked(tokens: readonly Token[]): Asked {
    const [first, last] = [tokens[0]!, tokens.at(-1)!]
    const prefix = tokens.length === 1 && last.to === this.#typing ? last.text : null
    const { from } = this.#absence
    return { from: from ?? first.from, to: last.to, not: from !== null, prefix }
  }

  #push(piece: Piece, concept: ConceptId | null = termOf(stemOf(piece.label)) ?? null): void {
    const isSaidAgain = this.#read.some(one => one.piece.label === piece.label && one.piece.not === piece.not)
    const weight = isSaidAgain ? Math.min(piece.weight, SAID_AGAIN) : piece.weight
    const before = this.#read.at(-1)
    const isEither = this.#isEither && !piece.not && before !== undefined && !before.piece.not
    this.#read.push({ piece: { ...piece, weight }, concept, isEither })
    this.#isEither = false
    this.#absence.spend()
  }
}

/** "Light, airy" is one wish, said twice. */
const SAID_AGAIN = 0.3
