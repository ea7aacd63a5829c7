import { plainTokens } from '../plain-tokens.ts'
import { stemOf } from '../stem.ts'
import type { ConceptId } from '../types.ts'
import { AREAS } from './areas.ts'

export interface Concept {
  readonly id: ConceptId
  readonly label: string
  readonly broader: readonly ConceptId[]
  readonly purposes: readonly ConceptId[]
  readonly near: readonly ConceptId[]
  readonly isWide: boolean
}

/** A phrase of several words: what comes before its last word (stems, parted by blanks), and that last word as it is written. */
export interface Ending {
  readonly last: string
  readonly concept: ConceptId
}

const concepts = new Map<ConceptId, Concept>()
const terms = new Map<string, ConceptId>()
const words = new Map<string, string>()
const endings = new Map<string, Ending[]>()
let longest = 1

for (const area of AREAS)
  for (const [id, entry] of Object.entries(area.concepts)) {
    const phrases = entry.words.split(',').map(phrase => phrase.trim())
    concepts.set(id, {
      id,
      label: phrases[0]!,
      broader: idsIn(entry.in),
      purposes: idsIn(entry.for),
      near: idsIn(entry.near),
      isWide: entry.wide ?? false,
    })
    for (const phrase of phrases) addTerm(id, phrase)
  }

function addTerm(id: ConceptId, phrase: string): void {
  const written = wordsIn(phrase)
  const stems = written.map(stemOf)
  terms.set(stems.join(' '), id)
  longest = Math.max(longest, written.length)
  for (const [at, text] of written.entries())
    if (!words.has(text))
      for (const form of formsOf(text, stems[at]!)) if (!words.has(form)) words.set(form, stems[at]!)
  const last = written.at(-1)
  if (last === undefined || written.length === 1) return
  const before = stems.slice(0, -1).join(' ')
  const known = endings.get(before) ?? []
  known.push({ last, concept: id })
  endings.set(before, known)
}

/** As `plainTokens` reads them; nearly every phrase is small letters and blanks, and this runs at every start. */
function wordsIn(phrase: string): string[] {
  return /^[a-z ]+$/.test(phrase) ? phrase.split(' ') : plainTokens(phrase).map(token => token.text)
}

/** A plural and its singular: both are typed, and both are squeezed into names. */
function formsOf(text: string, stem: string): string[] {
  const singular = text
    .replace(/ies$/, 'y')
    .replace(/(?<=s|x|z|ch|sh)es$/, '')
    .replace(/(?<=[^s])s$/, '')
  return singular !== text && stemOf(singular) === stem ? [text, singular] : [text]
}

function idsIn(list: string | undefined): ConceptId[] {
  return list === undefined ? [] : list.split(' ')
}

const names = new Set(
  [...concepts.values()].map(concept =>
    plainTokens(concept.label)
      .map(token => token.stem)
      .join(' '),
  ),
)
const wordStems = new Set(words.values())

/** Every concept by its id, in the order of the areas. */
export const CONCEPTS: ReadonlyMap<ConceptId, Concept> = concepts

/** The concept's place in the thesaurus: the areas stand in the order in which quilters ask for them. */
export const rankOf = (id: ConceptId): number => ranks.get(id) ?? ranks.size

const ranks = new Map([...concepts.keys()].map((id, rank) => [id, rank]))

/** Words of the longest phrase. */
export const LONGEST_PHRASE = longest

/** The concept of a word or phrase, given as stems parted by blanks. */
export const termOf = (phrase: string): ConceptId | undefined => terms.get(phrase)

/** Whether some term has this word, alone or in a phrase. */
export const isTerm = (stem: string): boolean => wordStems.has(stem)

/** Whether the word is a concept's own name and not one of its many synonyms. */
export const isName = (stem: string): boolean => names.has(stem)

/** Every word of every term as it is written, with its stem. */
export const termWords = (): ReadonlyMap<string, string> => words

let sorted: readonly string[] | undefined

/** Words of terms that begin so, in order; at most so many. */
export function wordsBeginning(prefix: string, most: number): readonly string[] {
  sorted ??= [...words.keys()].sort()
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < prefix) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let at = low; at < sorted.length && found.length < most && sorted[at]!.startsWith(prefix); at++)
    found.push(sorted[at]!)
  return found
}

/** Phrases that begin with these stems, for the last word while it is typed. */
export const endingsAfter = (before: string): readonly Ending[] => endings.get(before) ?? []

export const isConcept = (id: string): boolean => concepts.has(id)

/** The concept of a single word as it is written. */
export const conceptOfWord = (word: string): ConceptId | undefined => terms.get(stemOf(word))
