import type { Meaning } from '#shared/search/language/english/meanings.ts'
import { stemOf } from '#shared/search/language/stem.ts'
import { CONCEPTS, termOf } from '#shared/search/language/thesaurus/thesaurus.ts'
import { anchorsOf } from './anchors.ts'
import { mentionedBy } from './glosses.ts'
import { type Related, relate } from './relate.ts'
import type { Sense, Synset, WordNet } from './wordnet.ts'

/** An English word and what it brings to mind. */
export interface English {
  readonly stem: string
  readonly meanings: readonly Meaning[]
  /** How likely it is typed, from WordNet alone: met in texts, used in definitions, many senses. */
  readonly commonness: number
  /** Something that can be drawn. */
  readonly isThing: boolean
}

const THINGS = new Set(
  ['animal', 'plant', 'artifact', 'food', 'object', 'person', 'phenomenon', 'body'].map(part => `noun.${part}`),
)

const LETTERS = /^[a-z]{3,15}$/
/** A later sense of a word is meant less often. */
const LATER_SENSE = 0.84
const SENSES = 4
const OTHER_THAN_NOUN: Readonly<Record<string, number>> = { n: 1, v: 0.8, a: 0.88, r: 0 }
const LEAST = 0.45
/** Meanings much weaker than the best one only add noise. */
const BESIDE_BEST = 0.7
const MOST_MEANINGS = 3
/** Only then is it said of patterns, not only of queries. */
const SURE = 0.6

/** Every single English word of WordNet with what it means to a quilter; words without any meaning here have none. Sorted by stem. */
export function englishWords(wordnet: WordNet): English[] {
  const related = relate(wordnet, anchorsOf(wordnet))
  const used = usedInDefinitions(wordnet)
  const byStem = new Map<string, English>()
  for (const [lemma, senses] of wordnet.senses) {
    if (!LETTERS.test(lemma) || !isCommonNoun(lemma, senses, wordnet)) continue
    const stem = stemOf(lemma)
    const commonness = commonnessOf(senses, used.get(stem) ?? 0)
    const known = byStem.get(stem)
    if (known && known.commonness >= commonness) continue
    const meanings = termOf(stem) ? [] : meaningsOf(senses, wordnet, related)
    byStem.set(stem, { stem, meanings, commonness, isThing: isThing(senses, wordnet) })
  }
  return [...byStem.values()].sort((a, b) => (a.stem < b.stem ? -1 : 1))
}

/** Names of people, places and of the species of science are not what patterns are called. */
function isCommonNoun(lemma: string, senses: readonly Sense[], wordnet: WordNet): boolean {
  return senses.some(sense => wordnet.synsets.get(sense.synset)?.lemmas.includes(lemma))
}

function isThing([first]: readonly Sense[], wordnet: WordNet): boolean {
  return first !== undefined && THINGS.has(wordnet.synsets.get(first.synset)?.lexicon ?? '')
}

function meaningsOf(
  senses: readonly Sense[],
  wordnet: WordNet,
  related: ReadonlyMap<string, ReadonlyMap<string, Related>>,
): readonly Meaning[] {
  const best = new Map<string, Meaning>()
  const all = Object.values(Object.groupBy(senses, sense => sense.pos)).reduce(
    (sum, one) => Math.max(sum, one?.length ?? 0),
    0,
  )
  for (const pos of ['n', 'v', 'a'] as const) {
    const own = senses.filter(sense => sense.pos === pos)
    for (const [rank, sense] of own.slice(0, SENSES).entries()) {
      const share = shareOf(sense, rank, senses) * OTHER_THAN_NOUN[pos]!
      const synset = wordnet.synsets.get(sense.synset)!
      for (const [concept, weight, isKind] of meaningsOfSense(synset, related)) {
        const meaning = {
          concept,
          weight: weight * share,
          isSure: isKind && pos === 'n' && rank === 0 && share >= SURE && all <= 2,
        }
        const known = best.get(concept)
        if (!known || known.weight < meaning.weight) best.set(concept, meaning)
      }
    }
  }
  return strongest(best)
}

function* meaningsOfSense(
  synset: Synset,
  related: ReadonlyMap<string, ReadonlyMap<string, Related>>,
): Iterable<[string, number, boolean]> {
  for (const [concept, { weight, isKind }] of related.get(synset.id) ?? []) yield [concept, weight, isKind]
  for (const [concept, weight] of mentionedBy(synset)) yield [concept, weight, false]
}

/** How much of a word's use a sense has. */
function shareOf(sense: Sense, rank: number, senses: readonly Sense[]): number {
  const most = Math.max(...senses.map(one => one.met))
  return LATER_SENSE ** rank * (0.45 + (0.55 * (sense.met + 1)) / (most + 1))
}

function strongest(meanings: ReadonlyMap<string, Meaning>): readonly Meaning[] {
  const sorted = [...meanings.values()]
    .filter(meaning => meaning.weight >= LEAST)
    .sort((a, b) => b.weight - a.weight || (a.concept < b.concept ? -1 : 1))
  const most = sorted[0]?.weight ?? 0
  const beside = sorted.filter(meaning => meaning.weight >= most * BESIDE_BEST)
  // "Dog" was said: "animal" need not be. A rodent is a mouse or a squirrel rather than any animal.
  const isSaid = ({ concept }: Meaning) => beside.some(other => isBroader(concept, other.concept))
  return beside.filter(meaning => !isSaid(meaning)).slice(0, MOST_MEANINGS)
}

function isBroader(broader: string, narrower: string): boolean {
  const concept = CONCEPTS.get(narrower)
  return concept?.broader.some(id => id === broader || isBroader(broader, id)) ?? false
}

function commonnessOf(senses: readonly Sense[], used: number): number {
  const met = senses.reduce((sum, sense) => sum + sense.met, 0)
  return Math.log2(1 + met) + Math.log2(1 + used) + Math.log2(senses.length)
}

/** How often each stem stands in definitions, examples and longer lemmas ("giant_schnauzer"). */
function usedInDefinitions(wordnet: WordNet): Map<string, number> {
  const used = new Map<string, number>()
  const count = (text: string) => {
    for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
      const stem = stemOf(word)
      used.set(stem, (used.get(stem) ?? 0) + 1)
    }
  }
  for (const synset of wordnet.synsets.values()) {
    count(synset.definition)
    count(synset.examples)
    for (const lemma of synset.lemmas) if (lemma.includes('_')) count(lemma.replaceAll('_', ' '))
  }
  return used
}
