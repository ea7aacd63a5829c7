import { meaningsOf } from './english/english.ts'
import { answersFor, narrowerOf } from './expand.ts'
import { remembering } from './remember.ts'
import { roleOf } from './roles.ts'
import type { Meant } from './spelling.ts'
import { conceptOfWord, CONCEPTS, termOf, wordsBeginning } from './thesaurus/thesaurus.ts'
import type { Alternative, ConceptId, Piece, Token } from './types.ts'

/** Where a piece stands and how it was asked. */
export interface Asked {
  readonly from: number
  readonly to: number
  readonly not: boolean
  /** What was typed of a word that may go on; it counts as the beginning of words beside what it means as it stands. */
  readonly prefix: string | null
}

/** SEARCH.md 6.2: the beginning of a word, and what English says of it. */
const PREFIX = 0.8
const ENGLISH = 0.9
/** A word typed as such comes just before its synonyms. */
const SYNONYM = 0.97
const REPAIRED = 0.92
/** What a beginning may become. */
const BEGUN = 0.6
const SHORTEST_BEGUN = 3
const MOST_BEGUN = 8
const LEAST = 0.18
/** Narrower concepts of a meaning that only English knows are a guess upon a guess. */
const LEAST_OF_ENGLISH = 0.4
/** Words nobody knows are often names, and one or two letters are on their way to being a word. */
const LETTERS_WEIGHT = 0.4

/** A piece for a concept of the thesaurus, named by one word (then its own stem counts too) or by a phrase. */
export function conceptPiece(concept: ConceptId, tokens: readonly Token[], asked: Asked): Piece {
  const only = tokens.length === 1 ? tokens[0] : undefined
  const answers = alternativesFor(`${asked.not ? 'not ' : ''}${only ? 'word ' : ''}${concept}`)
  const any: readonly Alternative[] = only ? [{ stem: only.stem, weight: 1 }, ...answers] : answers
  return { ...base(asked), ...factsOf(concept), label: CONCEPTS.get(concept)!.label, any: withPrefix(any, asked) }
}

const REMEMBERED = 4_000

/** The answers for "christmas", "word christmas" (one of its words was typed), "not christmas", "not word christmas". */
const alternativesFor = remembering((key): readonly Alternative[] => {
  const words = key.split(' ')
  const concept = words.at(-1)!
  const own = words.includes('word') ? SYNONYM : 1
  const answers = words[0] === 'not' ? narrowerOf(concept) : answersFor(concept)
  return answers.map(answer => ({ concept: answer.concept, weight: own * answer.weight }))
}, REMEMBERED)

/**
 * A piece for a word the thesaurus does not have: as it is, as it begins, and as English understands it.
 *
 * @param slips what it may be a slip for although the library has it
 */
export function wordPiece(token: Token, asked: Asked, slips: readonly Meant[]): Piece {
  const any: Alternative[] = [
    { stem: token.stem, weight: 1 },
    ...slips.flatMap(meant => answersOf(meant, REPAIRED, asked.not)),
  ]
  if (!asked.not) any.push(...englishFor(token.stem, 1))
  const weight = [...token.text].length <= 2 && asked.prefix !== null ? LETTERS_WEIGHT : 1
  return { ...base(asked), kind: 'word', weight, label: token.text, any: withPrefix(bestOfEach(any), asked) }
}

/** A piece for a word that is to be taken as it stands. */
export function quotedPiece(token: Token, asked: Asked): Piece {
  return { ...base(asked), kind: 'word', weight: 1, label: token.text, any: [{ stem: token.stem, weight: 1 }] }
}

/** A piece for a word that has only begun: what the library has of it, and what quilters call such a thing. */
export function begunPiece(token: Token, asked: Asked): Piece {
  const begun = token.text.length < SHORTEST_BEGUN ? [] : wordsBeginning(token.text, MOST_BEGUN)
  const any = begun.flatMap((word): Alternative[] => {
    const concept = conceptOfWord(word)
    return concept ? alternativesFor(concept).map(one => ({ ...one, weight: BEGUN * one.weight })) : []
  })
  return {
    ...wordPiece(token, asked, []),
    any: withPrefix(bestOfEach([{ stem: token.stem, weight: 1 }, ...any]), asked),
  }
}

/** A piece for a word that was misspelled: all that may have been meant, as like as it is; and the slip itself, which shops make, too. */
export function repairedPiece(token: Token, meant: readonly Meant[], asked: Asked): Piece {
  const [first] = meant
  const concept = first && termOf(first.stem)
  const most = first?.likeness ?? 1
  const any = meant.flatMap(one => answersOf(one, REPAIRED * (one.likeness / most), asked.not))
  const facts = concept ? factsOf(concept) : ({ kind: 'word', weight: 1 } as const)
  const all = bestOfEach([{ stem: token.stem, weight: 1 }, ...any])
  return {
    ...base(asked),
    ...facts,
    label: first?.text ?? token.text,
    any: withPrefix(all, asked),
    repairedFrom: token.text,
  }
}

function answersOf({ stem }: Meant, factor: number, not: boolean): Alternative[] {
  const concept = termOf(stem)
  const answers = concept ? (not ? narrowerOf(concept) : answersFor(concept)) : []
  return [
    { stem, weight: factor },
    ...answers.map(answer => ({ concept: answer.concept, weight: factor * SYNONYM * answer.weight })),
    ...(concept || not ? [] : englishFor(stem, factor)),
  ]
}

function base({ from, to, not }: Asked): Pick<Piece, 'from' | 'to' | 'not'> {
  return { from, to, not }
}

function factsOf(concept: ConceptId): Pick<Piece, 'kind' | 'weight' | 'kinds' | 'density' | 'line' | 'sizeMm'> {
  return roleOf(concept) ?? { kind: 'concept', weight: 1 }
}

function englishFor(stem: string, factor: number): Alternative[] {
  return meaningsOf(stem).flatMap(({ concept, weight }) =>
    narrowerOf(concept)
      .map(answer => ({ concept: answer.concept, weight: factor * ENGLISH * weight * answer.weight }))
      .filter(answer => answer.concept === concept || answer.weight >= LEAST_OF_ENGLISH),
  )
}

function withPrefix(any: readonly Alternative[], { prefix, not }: Asked): readonly Alternative[] {
  return prefix === null || not ? any : [...any, { prefix, weight: PREFIX }]
}

/** Each alternative once, with the most it counts. */
function bestOfEach(any: readonly Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>()
  for (const one of any) {
    const key = 'concept' in one ? `c ${one.concept}` : 'stem' in one ? `s ${one.stem}` : `p ${one.prefix}`
    const known = best.get(key)
    if (one.weight >= LEAST && (!known || known.weight < one.weight)) best.set(key, one)
  }
  return [...best.values()]
}
