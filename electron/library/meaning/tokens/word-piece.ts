import { LONGEST_TEXT, type Tokenizer } from './tokens.ts'

export interface WordPieceOptions {
  readonly lowerCase: boolean
  readonly maxTokens: number
}

const LONGEST_WORD = 100

/**
 * The tokenizer of BERT and of most sentence encoders: text is split at blanks and signs, each word into the longest pieces that the
 * vocabulary knows, from the left, where a piece that goes on inside a word begins with `##` (Devlin et al. 2018; Wu et al. 2016).
 *
 * @param vocabulary one piece a line
 * @throws Error when a piece it cannot do without is missing
 */
export function wordPiece(vocabulary: string, { lowerCase, maxTokens }: WordPieceOptions): Tokenizer {
  const ids = new Map(vocabulary.split(/\r?\n/).map((piece, index) => [piece, index]))
  const needed = (piece: string): number => {
    const id = ids.get(piece)
    if (id === undefined) throw new Error(`the vocabulary has no ${piece}`)
    return id
  }
  const [unknown, first, last] = [needed('[UNK]'), needed('[CLS]'), needed('[SEP]')]

  function piecesOf(word: string): number[] {
    const letters = [...word]
    if (letters.length > LONGEST_WORD) return [unknown]
    const pieces: number[] = []
    for (let from = 0; from < letters.length; ) {
      let to = letters.length
      let found: number | undefined
      for (; to > from && found === undefined; to--)
        found = ids.get((from > 0 ? '##' : '') + letters.slice(from, to).join(''))
      if (found === undefined) return [unknown]
      pieces.push(found)
      from = to + 1
    }
    return pieces
  }

  return text => {
    const pieces = splitWords(text.slice(0, LONGEST_TEXT), lowerCase).flatMap(piecesOf)
    const whole = [first, ...pieces.slice(0, maxTokens - 2), last]
    return { ids: whole, mask: whole.map(() => 1) }
  }
}

/** Control signs go, signs and Chinese characters stand alone. */
function splitWords(text: string, lowerCase: boolean): string[] {
  const clean = text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\ufffd]/gu, sign => (/\s/.test(sign) ? ' ' : ''))
  const folded = lowerCase
    ? clean
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
    : clean
  return folded.match(/[\p{P}$+<=>^`|~]|\p{Script=Han}|[^\s\p{P}$+<=>^`|~\p{Script=Han}]+/gu) ?? []
}
