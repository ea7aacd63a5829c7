import { AREAS } from '#shared/search/language/thesaurus/areas.ts'
import type { Area, Entry } from '#shared/search/language/thesaurus/entry.ts'
import { countKinds } from './relate.ts'
import type { Sense, WordNet } from './wordnet.ts'

/** Where a concept of the thesaurus stands in WordNet. */
export interface Anchor {
  readonly concept: string
  readonly synset: string
  /** 1: it is this; less: one of its synonyms is, probably. */
  readonly weight: number
}

const SYNONYM = 0.85
/** A synonym with more kinds than this says too much: a bauble is a decoration, a medal is one, too. */
const MOST_KINDS = 30

/** The synsets of every concept: those its entry names, and those of its other words where the area leaves no doubt of the sense. */
export function anchorsOf(wordnet: WordNet): Anchor[] {
  const anchors: Anchor[] = []
  const kinds = countKinds(wordnet)
  const isNarrow = (synset: string) => (kinds.get(synset) ?? 0) <= MOST_KINDS
  for (const area of AREAS)
    for (const [concept, entry] of Object.entries(area.concepts))
      anchors.push(
        ...anchorsOfEntry(concept, entry, area, wordnet).filter(
          ({ weight, synset }) => weight === 1 || isNarrow(synset),
        ),
      )
  return anchors
}

function anchorsOfEntry(concept: string, entry: Entry, area: Area, wordnet: WordNet): Anchor[] {
  if (entry.english === '-') return []
  const named = (entry.english ?? '').split(' ').filter(Boolean)
  const own = named.flatMap(word => {
    const synset = namedSense(word, area, wordnet)
    return synset ? [{ concept, synset, weight: 1 }] : []
  })
  const others = entry.words
    .split(',')
    .map(word => word.trim().replaceAll(' ', '_'))
    .flatMap(word => {
      const synset = sureSense(word, area, wordnet)
      return synset && !own.some(anchor => anchor.synset === synset) ? [{ concept, synset, weight: SYNONYM }] : []
    })
  return [...own, ...others]
}

/** Parts of WordNet whose names are borrowed for so much else that the part decides, not how often a sense is met. */
const LIVING = new Set(['noun.animal', 'noun.plant'])
/** Being in a part that the area names makes up for one sense before it. */
const IN_AREA = 1.5

/** "cardinal": the bird, because its area says so; "chicken.4": the fourth sense. */
export function namedSense(word: string, area: Area, wordnet: WordNet): string | undefined {
  const [lemma = '', number] = word.split('.')
  const senses = nouns(lemma, wordnet)
  if (number !== undefined) return senses[Number(number) - 1]?.synset
  const [part = ''] = area.lexicon
  const living = LIVING.has(part) && senses.find(sense => wordnet.synsets.get(sense.synset)?.lexicon === part)
  if (living) return living.synset
  const score = (sense: Sense) => (isIn(area, sense, wordnet) ? IN_AREA : 0) - senses.indexOf(sense)
  return senses.toSorted((a, b) => score(b) - score(a))[0]?.synset
}

function sureSense(word: string, area: Area, wordnet: WordNet): string | undefined {
  const [first, ...others] = nouns(word, wordnet)
  if (!first || !isIn(area, first, wordnet)) return undefined
  return others.length <= 1 || others.every(other => other.met * 4 <= first.met) ? first.synset : undefined
}

function nouns(lemma: string, wordnet: WordNet): readonly Sense[] {
  const singulars = [lemma, lemma.replace(/ies$/, 'y'), lemma.replace(/es$/, ''), lemma.replace(/s$/, '')]
  const found = singulars.find(one => wordnet.senses.get(one.toLowerCase())?.some(sense => sense.pos === 'n'))
  return (found ? wordnet.senses.get(found.toLowerCase())! : []).filter(sense => sense.pos === 'n')
}

function isIn(area: Area, sense: Sense, wordnet: WordNet): boolean {
  return area.lexicon.includes(wordnet.synsets.get(sense.synset)?.lexicon ?? '')
}
