import type { Alternative, Piece } from '#shared/search/language/types.ts'
import { foldWord } from './fold-word.ts'
import type { TextIndex } from './index/text-index.ts'

/** So many words of a designer's name in a row mean the designer, whatever they mean one by one: "Prairie Needle", "Quilted Heron". */
const FEWEST_WORDS = 2
/** What the words mean one by one beside the designer of that name. */
const OTHERWISE = 0.7
/** The beginning of a name's last word, while it is typed. */
const SHORTEST_BEGINNING = 2

interface Word {
  readonly text: string
  readonly from: number
  readonly to: number
}

interface Asked {
  readonly from: number
  readonly to: number
  readonly concepts: readonly string[]
}

/** Pieces of a question with those that name a designer made into one. @param open the last word is still being typed */
export function withDesigners(
  query: string,
  pieces: readonly Piece[],
  open: boolean,
  index: TextIndex,
): readonly Piece[] {
  const words = wordsIn(query)
  let left = pieces
  for (let at = 0; at < words.length - 1; at++) {
    const asked = longestAt(words.slice(at), open, index)
    if (!asked) continue
    left = joined(query, left, asked)
    at = words.findIndex(({ to }) => to === asked.to)
  }
  return left
}

function longestAt(words: readonly Word[], open: boolean, index: TextIndex): Asked | null {
  let longest = FEWEST_WORDS - 1
  let concepts: string[] = []
  for (const { name, concept } of index.designersFrom(words[0]!.text)) {
    const count = inCommon(words, name, open)
    if (count < longest || count < FEWEST_WORDS) continue
    concepts = count > longest ? [concept] : [...concepts, concept]
    longest = count
  }
  return concepts.length === 0 ? null : { from: words[0]!.from, to: words[longest - 1]!.to, concepts }
}

function inCommon(words: readonly Word[], name: readonly string[], open: boolean): number {
  let count = 0
  while (count < words.length && count < name.length) {
    const { text } = words[count]!
    const isTyped = open && count === words.length - 1 && text.length >= SHORTEST_BEGINNING
    if (text !== name[count] && !(isTyped && name[count]!.startsWith(text))) break
    count++
  }
  return count
}

function joined(query: string, pieces: readonly Piece[], { from, to, concepts }: Asked): Piece[] {
  const isCovered = (piece: Piece) => piece.from < to && piece.to > from
  const covered = pieces.filter(isCovered)
  const start = Math.min(from, ...covered.map(piece => piece.from))
  const any: Alternative[] = concepts.map(concept => ({ concept, weight: 1 }))
  for (const piece of covered) for (const way of piece.any) any.push({ ...way, weight: OTHERWISE * way.weight })
  const designer: Piece = {
    from: start,
    to: Math.max(to, ...covered.map(piece => piece.to)),
    kind: 'word',
    label: query.slice(from, to),
    not: covered.some(piece => piece.not),
    weight: 1,
    any,
  }
  return [...pieces.filter(piece => !isCovered(piece)), designer].sort((a, b) => a.from - b.from)
}

/** Folded, and without "and": a shop's "&" is no word either. */
function wordsIn(query: string): Word[] {
  return [...query.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .map(found => ({ text: foldWord(found[0]), from: found.index, to: found.index + found[0].length }))
    .filter(({ text }) => text !== 'and')
}
