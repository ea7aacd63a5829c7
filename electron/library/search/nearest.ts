import { errorsForgiven } from '#shared/search/language/likeness.ts'
import type { TextIndex } from './index/text-index.ts'
import type { Piece } from '#shared/search/language/types.ts'

/** Beyond what is forgiven without asking. */
const MORE_ERRORS = 1.2
const WORDS_EACH = 3
/** The beginning of a word says what was meant when no whole word does. */
const SHORTEST_BEGINNING = 3
const MOST = 12

/** A question with one of its words exchanged for one of the library's, then with one of its words left out. */
export function nearestQuestions(query: string, pieces: readonly Piece[], index: TextIndex): string[] {
  const exchanged = pieces.flatMap(piece =>
    wordsNear(query.slice(piece.from, piece.to), index).map(word => replaced(query, piece, word)),
  )
  const shortened = pieces.length > 1 ? pieces.map(piece => replaced(query, piece, '')) : []
  return [...new Set([...exchanged, ...shortened])].filter(text => text !== '' && text !== query.trim()).slice(0, MOST)
}

function wordsNear(asked: string, index: TextIndex): string[] {
  const text = asked.normalize('NFKC').toLowerCase()
  if (/\s/.test(text)) return []
  const near = index.near(text, WORDS_EACH, errorsForgiven(text.length) + MORE_ERRORS).map(word => word.text)
  return near.length > 0 ? near : beginningAlike(text, index)
}

/** Words of the library with the longest beginning in common, commonest first. */
function beginningAlike(text: string, { lexicon, postings }: TextIndex): string[] {
  for (let length = text.length - 1; length >= SHORTEST_BEGINNING; length--) {
    const words = lexicon.beginningWith(text.slice(0, length)).filter(word => (postings.live[word] ?? 0) > 0)
    const live = (word: number) => postings.live[word] ?? 0
    if (words.length > 0)
      return words
        .toSorted((a, b) => live(b) - live(a))
        .slice(0, WORDS_EACH)
        .map(word => lexicon.keys[word]!)
  }
  return []
}

function replaced(query: string, { from, to }: Piece, by: string): string {
  return `${query.slice(0, from)}${by}${query.slice(to)}`.replace(/\s+/g, ' ').trim()
}
