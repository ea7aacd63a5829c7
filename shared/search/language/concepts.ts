import { squeezedConcepts } from './skeleton.ts'
import { conceptOfWord, isConcept, LONGEST_PHRASE, termOf } from './thesaurus/thesaurus.ts'
import type { ConceptId, Token } from './types.ts'
import { surelyA } from './english/english.ts'

/** A concept and the tokens that named it. */
export interface Named {
  readonly concept: ConceptId
  /** Index of its first token, and of the first one after it. */
  readonly start: number
  readonly end: number
}

/**
 * What a text of tokens is about, each concept once. The longest phrase wins: "maple leaf" is no maple and no leaf. Words the
 * thesaurus does not have count as what English says they surely are (a schnauzer is a dog), names squeezed into eight letters as what their
 * consonants spell.
 */
export function conceptsOf(tokens: readonly Token[]): ConceptId[] {
  const concepts = new Set<ConceptId>()
  const { row, wholes } = inARow(tokens)
  for (let at = 0; at < row.length; ) {
    const named = namedAt(row, at)
    if (named) concepts.add(named.concept)
    else for (const concept of impliedBy(row[at]!)) concepts.add(concept)
    at = named?.end ?? at + 1
  }
  for (const whole of wholes) {
    const named = termOf(whole.stem)
    if (named) concepts.add(named)
    else for (const concept of squeezedConcepts(whole.text)) concepts.add(concept)
  }
  return [...concepts]
}

function impliedBy(token: Token): readonly ConceptId[] {
  const sure = surelyA(token.stem).filter(isConcept)
  return sure.length > 0 ? sure : squeezedConcepts(token.text)
}

/** The tokens that follow one another, and the wholes that stand beside the parts they were taken apart into. */
export function inARow(tokens: readonly Token[]): { row: readonly Token[]; wholes: readonly Token[] } {
  const row: Token[] = []
  const wholes: Token[] = []
  for (const token of tokens) {
    const before = row.at(-1)
    if (before && token.from < before.to) wholes.push(token)
    else row.push(token)
  }
  return { row, wholes }
}

/** The concept of the longest phrase that begins here; two words may be one that was split ("butter fly"). */
export function namedAt(row: readonly Token[], at: number): Named | undefined {
  const most = Math.min(LONGEST_PHRASE, row.length - at)
  let phrase = row[at]!.stem
  const single = termOf(phrase)
  let found: Named | undefined
  for (let words = 2; words <= most; words++) {
    phrase += ` ${row[at + words - 1]!.stem}`
    const concept = termOf(phrase)
    if (concept) found = { concept, start: at, end: at + words }
  }
  return found ?? splitAt(row, at) ?? (single ? { concept: single, start: at, end: at + 1 } : undefined)
}

const SHORTEST_HALF = 3

function splitAt(row: readonly Token[], at: number): Named | undefined {
  const [first, second] = [row[at]!.text, row[at + 1]?.text ?? '']
  if (first.length < SHORTEST_HALF || second.length < SHORTEST_HALF) return undefined
  const concept = conceptOfWord(first + second)
  return concept ? { concept, start: at, end: at + 2 } : undefined
}
