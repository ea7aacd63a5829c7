import { writeKnown } from '#shared/search/language/english/known.ts'
import { writeMeanings } from '#shared/search/language/english/meanings.ts'
import type { English } from './english-words.ts'

/** Words nobody types take room from those somebody does. */
const MOST_LETTERS_OF_TABLE = 150_000
const MOST_KNOWN = 18_000
/** One stranger in a hundred is then taken for a word. */
const BITS_EACH = 10
/** Shorter words are never repaired, and need not be known. */
const SHORTEST_KNOWN = 4
/** A meaning as weak as this is worth nothing. */
const OF_NO_WORTH = 0.3
/** What a word that WordNet never uses itself counts beside the commonest: a wombat is rare, and surely an animal. */
const RARE = 3
const COMMON = 6
/** People look for things rather than for manners. */
const THING = 1.6
const IDS_IN_A_LINE = 12

/** The committed table: the words with the strongest meanings, common ones first, as far as there is room; then the commonest others. */
export function tableOf(english: readonly English[]): { text: string; words: number; known: number } {
  const meant = english
    .filter(one => one.meanings.length > 0)
    .toSorted((a, b) => worth(b) - worth(a) || (a.stem < b.stem ? -1 : 1))
  const concepts = [...new Set(meant.flatMap(one => one.meanings.map(meaning => meaning.concept)))].sort()
  let words = meant.length
  let table = writeMeanings(concepts, meant)
  while (table.length > MOST_LETTERS_OF_TABLE) {
    words = Math.floor(words * (MOST_LETTERS_OF_TABLE / table.length) * 0.998)
    table = writeMeanings(concepts, meant.slice(0, words))
  }
  const kept = new Set(meant.slice(0, words).map(one => one.stem))
  const known = english
    .filter(one => !kept.has(one.stem) && one.stem.length >= SHORTEST_KNOWN)
    .toSorted((a, b) => b.commonness - a.commonness || (a.stem < b.stem ? -1 : 1))
    .slice(0, MOST_KNOWN)
    .map(one => one.stem)
  const text = `// Made by build/language/make-english.ts from WordNet 3.1 (WORDNET-LICENCE.txt) and the thesaurus; not edited by hand.
export const CONCEPTS_OF_MEANINGS = \`
${inLines(concepts).join('\n')}
\`
export const MEANINGS = \`
${table}
\`
export const KNOWN =
  '${writeKnown(known, BITS_EACH)}'
`
  return { text, words, known: known.length }
}

/** A strong meaning is worth a place, a common word too. */
function worth({ meanings, commonness, isThing }: English): number {
  return (isThing ? THING : 1) * ((meanings[0]?.weight ?? 0) - OF_NO_WORTH) * (RARE + Math.min(commonness, COMMON))
}

function inLines(concepts: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(concepts.length / IDS_IN_A_LINE) }, (_, line) =>
    concepts.slice(line * IDS_IN_A_LINE, (line + 1) * IDS_IN_A_LINE).join(' '),
  )
}
