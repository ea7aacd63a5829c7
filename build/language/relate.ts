import type { Anchor } from './anchors.ts'
import type { WordNet } from './wordnet.ts'

/** How strongly a synset brings a concept to mind. */
export interface Related {
  readonly weight: number
  /** Every step led to a kind of thing: a schnauzer is a terrier is a dog. */
  readonly isKind: boolean
}

/** What each relation keeps of the weight, from what is known to what is related to it. */
const DERIVED = 0.82
/** Behind a derived word the trail grows cold: "land" is what an airplane does, and a peninsula. */
const AFTER_DERIVED = 0.7

const STEPS: Readonly<Record<string, number>> = {
  // Kinds and examples of it.
  '~': 0.9,
  '~i': 0.9,
  // Its parts, members, substance; what it is a part of.
  '%p': 0.62,
  '%m': 0.7,
  '%s': 0.4,
  '#p': 0.4,
  '#m': 0.55,
  '#s': 0.45,
  // Words made of it, adjectives like it, what belongs to its field.
  '+': DERIVED,
  '\\<': 0.9,
  '&': 0.7,
  '=': 0.6,
  '-c': 0.72,
}
/** What it is a kind of, if that is no more than a few kinds. */
const UPWARDS = [
  { kinds: 40, keeps: 0.72 },
  { kinds: 250, keeps: 0.6 },
]
/** Its cousins, where there are few: a wharf is like a pier, and not like every other building. */
const FEW_KINDS = 12
const DOWN_AGAIN = 0.8
const LEAST = 0.34
const MOST_STEPS = 7

/** For each synset, the concepts it is related to: the best way from the concept's own synsets counts. */
export function relate(wordnet: WordNet, anchors: readonly Anchor[]): Map<string, Map<string, Related>> {
  const related = new Map<string, Map<string, Related>>()
  const kinds = countKinds(wordnet)
  const steps = stepsOf(wordnet, kinds)
  const byConcept = Map.groupBy(anchors, anchor => anchor.concept)
  for (const [concept, own] of byConcept)
    for (const [synset, found] of spread(own, steps, kinds)) {
      const known = related.get(synset) ?? new Map<string, Related>()
      related.set(synset, known.set(concept, found))
    }
  return related
}

interface Step {
  readonly to: string
  readonly keeps: number
  readonly isKind: boolean
  readonly isUp: boolean
  readonly isDerived: boolean
}

interface Reached extends Related {
  readonly synset: string
  readonly steps: number
  readonly hasGoneUp: boolean
  readonly isDerived: boolean
}

function spread(
  anchors: readonly Anchor[],
  stepsFrom: (synset: string) => readonly Step[],
  kinds: ReadonlyMap<string, number>,
): Map<string, Related> {
  const best = new Map<string, Related>()
  let ring: Reached[] = anchors.map(({ synset, weight }) => ({
    synset,
    weight,
    isKind: true,
    steps: 0,
    hasGoneUp: false,
    isDerived: false,
  }))
  while (ring.length > 0) {
    const next: Reached[] = []
    for (const reached of ring) {
      const known = best.get(reached.synset)
      if (known && known.weight >= reached.weight) continue
      best.set(reached.synset, { weight: reached.weight, isKind: reached.isKind })
      if (reached.steps >= MOST_STEPS) continue
      for (const step of stepsFrom(reached.synset)) {
        const weight =
          reached.weight * step.keeps * (reached.hasGoneUp ? DOWN_AGAIN : 1) * (reached.isDerived ? AFTER_DERIVED : 1)
        // Up once at most, and before anything else: a cousin of a cousin is a stranger.
        if (weight < LEAST || (step.isUp && (reached.hasGoneUp || reached.steps > 0))) continue
        if (reached.hasGoneUp && (kinds.get(reached.synset) ?? 0) > FEW_KINDS) continue
        next.push({
          synset: step.to,
          weight,
          isKind: reached.isKind && step.isKind,
          steps: reached.steps + 1,
          hasGoneUp: reached.hasGoneUp || step.isUp,
          isDerived: reached.isDerived || step.isDerived,
        })
      }
    }
    ring = next
  }
  return best
}

function stepsOf(wordnet: WordNet, kinds: ReadonlyMap<string, number>): (synset: string) => readonly Step[] {
  const steps = new Map<string, Step[]>()
  const add = (from: string, step: Step) => {
    const known = steps.get(from)
    if (known) known.push(step)
    else steps.set(from, [step])
  }
  for (const synset of wordnet.synsets.values())
    for (const { relation, to } of synset.pointers) {
      // "Lunar" points at the moon it pertains to: the way back is the one wanted.
      if (relation === '\\')
        add(to, { to: synset.id, keeps: STEPS['\\<']!, isKind: false, isUp: false, isDerived: false })
      else if (relation === '@' || relation === '@i') {
        const keeps = UPWARDS.find(limit => (kinds.get(to) ?? 0) <= limit.kinds)?.keeps
        if (keeps !== undefined && synset.pos === 'n')
          add(synset.id, { to, keeps, isKind: false, isUp: true, isDerived: false })
      } else {
        const keeps = STEPS[relation]
        if (keeps !== undefined)
          add(synset.id, {
            to,
            keeps,
            isKind: relation === '~' && synset.pos === 'n',
            isUp: false,
            isDerived: relation === '+',
          })
      }
    }
  return synset => steps.get(synset) ?? []
}

/** How many synsets are kinds of each. */
export function countKinds(wordnet: WordNet): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (id: string): number => {
    const known = counts.get(id)
    if (known !== undefined) return known
    counts.set(id, 0)
    let kinds = 0
    for (const { relation, to } of wordnet.synsets.get(id)?.pointers ?? [])
      if (relation === '~' || relation === '~i') kinds += 1 + count(to)
    counts.set(id, kinds)
    return kinds
  }
  for (const id of wordnet.synsets.keys()) count(id)
  return counts
}
