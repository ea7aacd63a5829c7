import { inARow, type Named, namedAt } from './concepts.ts'
import { isKnownEnglish } from './english/english.ts'
import { asksForAbsence, goesOnWithAnd, isFiller, saysNothingWithNot } from './fillers.ts'
import { conceptPiece, quotedPiece, repairedPiece, wordPiece } from './pieces.ts'
import { type SizeFound, sizesIn } from './sizes.ts'
import { squeezedConcepts } from './skeleton.ts'
import { meantBy } from './spelling.ts'
import { endingsAfter, isTerm, LONGEST_PHRASE } from './thesaurus/thesaurus.ts'
import { tokensOf } from './tokens.ts'
import type { Piece, Token, Understood, Vocabulary } from './types.ts'

/** More than anybody asks for at once: a pasted page is not understood to its end. */
const MOST_PIECES = 16
const MOST_LETTERS = 1_000

/**
 * What a quilter asks for, piece by piece: sizes, kinds, densities, motifs and themes by the longest phrase, what must not be there,
 * and all other words as they stand, repaired only where neither she, English nor quilting knows them.
 *
 * @param units for sizes without a unit, "10 x 10"
 */
export function understand(query: string, vocabulary: Vocabulary, units: 'in' | 'cm'): Understood {
  const text = query.slice(0, MOST_LETTERS)
  const open = text.length === query.length && /[\p{L}\p{M}\p{N}]$/u.test(text)
  const sizes = sizesIn(text, units)
  const { row } = inARow(tokensOf(text))
  const words = row.filter(token => !sizes.some(size => token.from < size.to && token.to > size.from))
  const typing = open ? text.length : null
  const said = new Reader(text, words, typing, vocabulary).read(isFiller)
  const found =
    said.length > 0 || sizes.length > 0 ? said : new Reader(text, words, typing, vocabulary).read(() => false)
  const pieces = [...found, ...sizes.map(sizePiece)].sort((a, b) => a.from - b.from).slice(0, MOST_PIECES)
  return { pieces: sidesByKind(pieces), open }
}

function sizePiece({ from, to, label, sizeMm, otherMm }: SizeFound): Piece {
  return { from, to, kind: 'size', label, not: false, weight: 1, any: [], sizeMm, ...(otherMm ? { otherMm } : {}) }
}

/** A border of 6 inches is 6 inches high, and so is a row of an edge-to-edge; how long they are depends on the quilt. */
function sidesByKind(pieces: readonly Piece[]): Piece[] {
  const runsOn = pieces.some(piece => !piece.not && piece.kinds?.some(kind => RUN_ON.has(kind)))
  return pieces.map(piece => {
    const { sizeMm } = piece
    const alone = sizeMm && piece.any.length === 0 && !sizeMm.side && !piece.label.includes('×')
    return runsOn && alone ? { ...piece, sizeMm: { ...sizeMm, side: 'height' as const } } : piece
  })
}

const RUN_ON: ReadonlySet<string> = new Set(['border', 'sashing', 'edge-to-edge'])

const QUOTATION_MARKS = '"“”'

/** "Not" that was read and waits for what it is about, and how it goes on behind that. */
interface Absence {
  readonly from: number
  readonly cue: string
}

class Reader {
  readonly #query: string
  readonly #row: readonly Token[]
  readonly #typing: number | null
  readonly #vocabulary: Vocabulary
  readonly #pieces: Piece[] = []
  #absence: Absence | null = null
  /** The same "not" after its first piece: "or" takes it up again. */
  #spent: Absence | null = null

  /** @param typing the end of the word that may still go on */
  constructor(query: string, row: readonly Token[], typing: number | null, vocabulary: Vocabulary) {
    this.#query = query
    this.#row = row
    this.#typing = typing
    this.#vocabulary = vocabulary
  }

  read(isLeftOut: (text: string) => boolean): Piece[] {
    for (let at = 0; at < this.#row.length && this.#pieces.length < MOST_PIECES; ) {
      if (this.#readQuoted(at)) {
        at++
        continue
      }
      const named = namedAt(this.#row, at)
      const isPhrase = named !== undefined && named.end > at + 1
      if (!isPhrase && this.#readSign(at)) at++
      else if (isPhrase) at = this.#add(named)
      else at = this.#begunAt(at) ?? this.#single(at, named, isLeftOut)
    }
    return this.#pieces
  }

  /** A word between quotation marks is taken as it stands: neither repaired nor widened. */
  #readQuoted(at: number): boolean {
    const token = this.#row[at]!
    const marks = [this.#query[token.from - 1], this.#query[token.to]]
    if (!marks.every(mark => mark !== undefined && QUOTATION_MARKS.includes(mark))) return false
    const asked = { ...this.#asked([token]), prefix: null }
    const from = asked.not ? asked.from : token.from - 1
    this.#push(quotedPiece(token, { ...asked, from, to: token.to + 1 }))
    return true
  }

  /** "No", "without", "or": true when the word only says how to take the next one. */
  #readSign(at: number): boolean {
    const token = this.#row[at]!
    const between = this.#query.slice(this.#row[at - 1]?.to ?? 0, token.from)
    if (/[,;.!?]/.test(between)) this.#spent = this.#absence = null
    if (/(?:^|\s)-$/.test(between)) this.#absence = { from: token.from - 1, cue: '-' }
    if (asksForAbsence(token.text)) {
      this.#absence = { from: this.#absence?.from ?? token.from, cue: token.text }
      return true
    }
    if (this.#absence && (saysNothingWithNot(token.text) || token.text === 'but')) this.#absence = null
    const takesUp = token.text === 'or' || (token.text === 'and' && goesOnWithAnd(this.#spent?.cue ?? ''))
    if (takesUp && this.#spent && !this.#absence) {
      this.#absence = { from: token.from, cue: this.#spent.cue }
      return true
    }
    return false
  }

  #single(at: number, named: Named | undefined, isLeftOut: (text: string) => boolean): number {
    const token = this.#row[at]!
    if (named && !isLeftOut(token.text)) return this.#add(named)
    if (!isLeftOut(token.text)) this.#push(this.#wordAt(token))
    return at + 1
  }

  #add({ concept, start, end }: Named): number {
    const tokens = this.#row.slice(start, end)
    this.#push(conceptPiece(concept, tokens, this.#asked(tokens)))
    return end
  }

  /** "Maple lea": the beginning of the last word of a phrase that quilters have. */
  #begunAt(at: number): number | null {
    const last = this.#row.length - 1
    const open = this.#row[last]
    if (!open || open.to !== this.#typing || last <= at || last - at >= LONGEST_PHRASE || open.text.length < 2)
      return null
    const before = this.#row.slice(at, last).map(token => token.stem)
    const ending = endingsAfter(before.join(' ')).find(one => one.last.startsWith(open.text))
    if (!ending) return null
    const tokens = this.#row.slice(at)
    const { prefix: _, ...asked } = this.#asked(tokens)
    this.#push(conceptPiece(ending.concept, tokens, { ...asked, prefix: null }))
    return this.#row.length
  }

  #wordAt(token: Token): Piece {
    const asked = this.#asked([token])
    const isKnown = isTerm(token.stem) || this.#vocabulary.has(token.stem) || isKnownEnglish(token.stem)
    if (isKnown) return wordPiece(token, token.text, asked)
    const [spelled] = squeezedConcepts(token.text)
    if (spelled) return { ...conceptPiece(spelled, [token], asked), repairedFrom: token.text }
    const meant = meantBy(token.text, this.#vocabulary)
    return meant.length > 0 ? repairedPiece(token.text, meant, asked) : wordPiece(token, token.text, asked)
  }

  #asked(tokens: readonly Token[]): { from: number; to: number; not: boolean; prefix: string | null } {
    const [first, last] = [tokens[0]!, tokens.at(-1)!]
    const prefix = tokens.length === 1 && last.to === this.#typing ? last.text : null
    return { from: this.#absence?.from ?? first.from, to: last.to, not: this.#absence !== null, prefix }
  }

  #push(piece: Piece): void {
    this.#pieces.push(piece)
    this.#spent = this.#absence
    this.#absence = null
  }
}
