import { isKnownEnglish } from './english/english.ts'
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
const PAIRS: Readonly<Record<string, ConceptId>> = { lf: 'leaf' }

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
export function squeezedConcepts(text: string): ConceptId[] {
  if (!mayBeSqueezed(text) || isTerm(stemOf(text)) || isKnownEnglish(stemOf(text))) return []
  skeletons ??= assemble()
  return spelled(withoutDoubles(text), text.length === EIGHT, skeletons) ?? []
}

function mayBeSqueezed(text: string): boolean {
  if (text.length < SHORTEST_NAME || text.length > LONGEST_NAME || !/^[a-z]+$/.test(text)) return false
  let vowels = 0
  for (const letter of text) if ('aeiou'.includes(letter)) vowels++
  return vowels * SPEAKING <= text.length
}

interface Spelled {
  readonly concepts: ConceptId[]
  readonly longest: number
  readonly parts: number
}

/** Fewest parts win, as in a name that is taken apart. */
function spelled(name: string, isCutOff: boolean, { whole, begun }: Skeletons): ConceptId[] | null {
  const best: (Spelled | undefined)[] = [{ concepts: [], longest: 0, parts: 0 }]
  const join = (end: number, before: Spelled, concept: ConceptId | null, letters: number) => {
    const known = best[end]
    if (known && known.parts <= before.parts + 1) return
    const concepts = concept === null ? before.concepts : [...before.concepts, concept]
    best[end] = { concepts, longest: Math.max(before.longest, letters), parts: before.parts + 1 }
  }
  for (let start = 0; start < name.length; start++) {
    const before = best[start]
    if (!before) continue
    for (let end = start + 2; end <= name.length; end++) {
      const part = name.slice(start, end)
      const concept = part.length < SHORTEST_SKELETON ? PAIRS[part] : whole.get(part)
      if (concept) join(end, before, concept, part.length)
    }
    const rest = name.slice(start)
    if (!isCutOff || start === 0) continue
    const cut = rest.length >= SHORTEST_REST ? begun.get(rest) : null
    if (cut || rest.length < SHORTEST_REST) join(name.length, before, cut ?? null, rest.length)
  }
  const all = best[name.length]
  return all && all.longest >= SPEAKING ? [...new Set(all.concepts)] : null
}

function assemble(): Skeletons {
  const whole = new Map<string, ConceptId>()
  const begun = new Map<string, ConceptId>()
  // Where words have the same consonants, the one that more quilters ask for is meant: feather, not father.
  const put = (map: Map<string, ConceptId>, key: string, concept: ConceptId) => {
    if (!map.has(key)) map.set(key, concept)
  }
  for (const { word, concept } of byLikelihood()) {
    const skeleton = skeletonOf(word)
    if (skeleton.length < SHORTEST_SKELETON) continue
    put(whole, skeleton, concept)
    for (let letters = SHORTEST_REST; letters < skeleton.length; letters++)
      put(begun, skeleton.slice(0, letters), concept)
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

/** The first letter and every consonant after it; doubled ones once. */
function skeletonOf(word: string): string {
  return withoutDoubles(word[0]! + word.slice(1).replace(/[aeiou]/g, ''))
}

function withoutDoubles(word: string): string {
  return word.replace(/([a-z])\1+/g, '$1')
}
