import { isKnownEnglish } from './english/english.ts'
import { remembering } from './remember.ts'
import { stemOf } from './stem.ts'
import { CONCEPTS, isName, isTerm, rankOf, termOf, termWords } from './thesaurus/thesaurus.ts'
import type { ConceptId } from './types.ts'

/** Names of the days when a file name had eight letters. */
const EIGHT = 8
const SHORTEST_NAME = 4
const LONGEST_NAME = 16
/** Below this too many words have the same consonants. */
const SHORTEST_SKELETON = 3
/** A part that stands for a whole name. */
const SPEAKING = 4
/** Letters of the last word that were left when a name was cut off at eight. */
const SHORTEST_REST = 3
/** Words of two consonants that every designer shortens so. */
const PAIRS: Readonly<Record<string, ConceptId>> = { lf: 'leaf', vn: 'vine', rs: 'rose', tr: 'tree' }
/** More vowels than one letter in three are not what squeezing leaves. */
const LETTERS_A_VOWEL = 3

const REMEMBERED = 20_000

interface Skeletons {
  readonly whole: ReadonlyMap<string, ConceptId>
  /** Their beginnings, for names that were cut off. */
  readonly begun: ReadonlyMap<string, ConceptId>
}

let skeletons: Skeletons | undefined

/**
 * What a squeezed file name spells with its consonants: FTHRBRDR is feather and border, BTRFLYSW a butterfly. Nothing unless nearly the
 * whole name is spelled and it is no word itself, so that initials and codes mean nothing.
 */
export const squeezedConcepts = remembering(conceptsSqueezedInto, REMEMBERED)

function conceptsSqueezedInto(text: string): readonly ConceptId[] {
  if (!mayBeSqueezed(text) || isWord(text)) return []
  skeletons ??= assemble()
  const isCutOff = text.length === EIGHT
  return spelled(text, isCutOff, skeletons) ?? spelled(withoutDoubles(text), isCutOff, skeletons) ?? []
}

/** A word of English has a vowel: what has none needs no asking. */
function isWord(text: string): boolean {
  return isTerm(stemOf(text)) || (/[aeiou]/.test(text) && isKnownEnglish(stemOf(text)))
}

function mayBeSqueezed(text: string): boolean {
  if (text.length < SHORTEST_NAME || text.length > LONGEST_NAME || !/^[a-z]+$/.test(text)) return false
  let vowels = 0
  for (const letter of text) if ('aeiou'.includes(letter)) vowels++
  return vowels * LETTERS_A_VOWEL <= text.length
}

interface Spelled {
  readonly concepts: ConceptId[]
  readonly longest: number
  readonly parts: number
  /** No rest of a word that was cut off. */
  readonly isWhole: boolean
}

/** Fewest parts win, as in a name that is taken apart. */
function spelled(name: string, isCutOff: boolean, { whole, begun }: Skeletons): ConceptId[] | null {
  const best: (Spelled | undefined)[] = [{ concepts: [], longest: 0, parts: 0, isWhole: true }]
  const join = (end: number, before: Spelled, concept: ConceptId | null, letters: number, isWhole: boolean) => {
    const known = best[end]
    if (known && known.parts <= before.parts + 1) return
    const concepts = concept === null ? before.concepts : [...before.concepts, concept]
    best[end] = { concepts, longest: Math.max(before.longest, letters), parts: before.parts + 1, isWhole }
  }
  for (let start = 0; start < name.length; start++) {
    const before = best[start]
    if (!before) continue
    for (let end = start + 2; end <= name.length; end++) {
      const part = name.slice(start, end)
      const concept = part.length < SHORTEST_SKELETON ? PAIRS[part] : whole.get(part)
      if (concept) join(end, before, concept, part.length, true)
    }
    const rest = name.slice(start)
    if (!isCutOff || start === 0) continue
    const cut = rest.length >= SHORTEST_REST ? begun.get(rest) : null
    if (cut || rest.length < SHORTEST_REST) join(name.length, before, cut ?? null, rest.length, false)
  }
  const all = best[name.length]
  const speaks = all && (all.longest >= SPEAKING || (all.parts > 1 && all.isWhole))
  return speaks ? [...new Set(all.concepts)] : null
}

function assemble(): Skeletons {
  const whole = new Map<string, ConceptId>()
  const begun = new Map<string, ConceptId>()
  // Where words have the same consonants, the one that more quilters ask for is meant: feather, not father.
  const put = (map: Map<string, ConceptId>, key: string, concept: ConceptId) => {
    if (!map.has(key)) map.set(key, concept)
  }
  for (const { word, concept } of byLikelihood()) {
    for (const skeleton of skeletonsOf(word)) {
      put(whole, skeleton, concept)
      for (let letters = SHORTEST_REST; letters < skeleton.length; letters++)
        put(begun, skeleton.slice(0, letters), concept)
    }
  }
  return { whole, begun }
}

function byLikelihood(): { word: string; concept: ConceptId }[] {
  return [...termWords()]
    .flatMap(([word, stem]) => {
      const concept = word.length < SHORTEST_NAME ? undefined : termOf(stem)
      return concept === undefined
        ? []
        : [{ word, concept, rank: rankOf(concept) + (isName(stem) ? 0 : CONCEPTS.size) }]
    })
    .sort((a, b) => a.rank - b.rank)
}

/** The first letter and every consonant after it, doubled ones twice or once, its last vowel there or not; and the word as it is. */
function skeletonsOf(word: string): Set<string> {
  const bare = word[0]! + word.slice(1).replace(/[aeiou]/g, '')
  const ended = word[0]! + word.slice(1, -1).replace(/[aeiou]/g, '') + word.at(-1)!
  const all = [bare, withoutDoubles(bare), ended, word].filter(skeleton => skeleton.length >= SHORTEST_SKELETON)
  return new Set(all)
}

function withoutDoubles(word: string): string {
  return word.replace(/([a-z])\1+/g, '$1')
}
