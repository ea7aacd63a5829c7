import { isKnownEnglish, meaningsOf } from './english/english.ts'
import { remembering } from './remember.ts'
import { stemOf } from './stem.ts'
import { termOf, termWords } from './thesaurus/thesaurus.ts'

/** Words of pattern names that are no concept of their own. */
const NAME_WORDS = `all allover around bold busy cozy cute dance dancing delight double dream dreams easy edge enchanted fancy fantasy
  fresh frolic fun funky gentle grand half happy inner inside joy large lazy line lines little long lovely magic mini morning
  nested new north old outer over pretty quad quilt quilting quilts row rows sand set simple single small soft south special
  sweet tall tiny trio triple twin west wide wild`

const SHORTEST = 3
const SHORTEST_OF_PHRASE = 4
const LONGEST = 16
const LONGEST_SQUEEZED = 40
const REMEMBERED = 20_000

/** The dictionary is made when the first name needs it: a library without squeezed names never does. */
let dictionary: ReadonlySet<string> | undefined

/**
 * "oakleafborder" → oak, leaf, border. Null unless the whole of it is made of two words or more that quilters use; fewest words
 * win, and a word that English knows stays whole ("carpet" is no pet in a car).
 */
export const takenApart = remembering(takeApart, REMEMBERED)

function takeApart(word: string): readonly string[] | null {
  if (word.length < 2 * SHORTEST || word.length > LONGEST_SQUEEZED || isOneWord(word)) return null
  dictionary ??= assemble()
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= word.length; end++) best.push(fewestTo(end, word, best))
  const parts = best[word.length]
  return parts && parts.length > 1 ? parts : null
}

/** The filter of known words takes a stranger in a hundred for one: what is long and wholly made of words is rather a squeezed name. */
const SURELY_SQUEEZED = 10

function isOneWord(word: string): boolean {
  const stem = stemOf(word)
  return word.length < SURELY_SQUEEZED ? isKnownEnglish(stem) : meaningsOf(stem).length > 0
}

function fewestTo(end: number, word: string, best: readonly (string[] | null)[]): string[] | null {
  let fewest: string[] | null = null
  for (let start = Math.max(0, end - LONGEST); start <= end - SHORTEST; start++) {
    const before = best[start]
    if (!before || (fewest && before.length + 1 >= fewest.length)) continue
    const part = word.slice(start, end)
    if (dictionary!.has(part)) fewest = [...before, part]
  }
  return fewest
}

/** Three letters are enough for a word with a meaning of its own; "hat" of "hard hat" is in too many words. */
function assemble(): ReadonlySet<string> {
  const terms = [...termWords()].filter(([word, stem]) => word.length >= (termOf(stem) ? SHORTEST : SHORTEST_OF_PHRASE))
  return new Set([...terms.map(([word]) => word), ...NAME_WORDS.split(/\s+/)])
}
