import { foldName } from '#shared/text/fold.ts'
import { wordsOf } from '#shared/text/words.ts'

/** One word as it was typed, ready for both indexes. */
export interface AskedWord {
  readonly folded: string
  /** Full-text expression: the word as a whole or taken apart as names are. Quoted, so no operator of FTS5 gets through. */
  readonly match: string
  /** All its letters in threes for the index of parts; null below three letters. */
  readonly trigrams: string | null
}

/** More words than any name has: a pasted page would otherwise become a query of a thousand terms. */
const MOST_WORDS = 12

/** The last word counts as still being typed unless a blank follows it. */
export function askedWords(query: string): AskedWord[] {
  const typed = foldWords(query).slice(0, MOST_WORDS)
  return typed.map((word, index) => asked(word, index === typed.length - 1 && !/\s$/u.test(query)))
}

function foldWords(query: string): string[] {
  return query.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function asked(word: string, open: boolean): AskedWord {
  const [whole = '', ...parts] = wordsOf(word)
  const term = (text: string, last: boolean) => quote(text) + (open && last ? '*' : '')
  const apart = parts.map((part, index) => term(part, index === parts.length - 1)).join(' AND ')
  const folded = foldName(word)
  return {
    folded,
    match: apart === '' ? term(whole, true) : `(${term(whole, true)} OR (${apart}))`,
    trigrams: trigramsOf(folded),
  }
}

function trigramsOf(word: string): string | null {
  const letters = [...word]
  if (letters.length < 3) return null
  return letters
    .slice(2)
    .map((_, index) => quote(letters.slice(index, index + 3).join('')))
    .join(' AND ')
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
