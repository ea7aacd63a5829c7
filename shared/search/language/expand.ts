import { remembering } from './remember.ts'
import { CONCEPTS } from './thesaurus/thesaurus.ts'
import type { ConceptId } from './types.ts'

/** What is found counts less the further it is from what was asked; SEARCH.md 6.2 for narrower ones, the rest by thought. */
const NARROWER = 0.86
/** Holly when christmas was asked. */
const MADE_FOR = 0.62
/** What resembles it. */
const NEAR = 0.35
/** Any butterfly when a monarch was asked: better than nothing, worse than another word that fits. */
const BROADER = 0.3
/** Anything for christmas when holly was asked. */
const PURPOSE = 0.2
const LEAST = 0.18

export interface Weighed {
  readonly concept: ConceptId
  readonly weight: number
}

interface Links {
  readonly narrower: ConceptId[]
  readonly members: ConceptId[]
  readonly near: ConceptId[]
}

const links = new Map<ConceptId, Links>([...CONCEPTS.keys()].map(id => [id, { narrower: [], members: [], near: [] }]))
for (const concept of CONCEPTS.values()) {
  for (const id of concept.broader) links.get(id)?.narrower.push(concept.id)
  for (const id of concept.purposes) links.get(id)?.members.push(concept.id)
  for (const id of concept.near) {
    links.get(concept.id)?.near.push(id)
    links.get(id)?.near.push(concept.id)
  }
}

/** What answers a question for this concept: itself, then all that is narrower, made for it, near it or just broader; best first. */
export const answersFor = remembering(reach, CONCEPTS.size)

function reach(asked: ConceptId): readonly Weighed[] {
  const best = downwards(asked, 1)
  const raise = (id: ConceptId, weight: number) => best.set(id, Math.max(best.get(id) ?? 0, weight))
  for (const id of links.get(asked)?.near ?? []) raise(id, NEAR)
  const concept = CONCEPTS.get(asked)
  for (const id of concept?.broader ?? []) if (!CONCEPTS.get(id)?.isWide) raise(id, BROADER)
  for (const id of concept?.purposes ?? []) raise(id, PURPOSE)
  return sorted(best)
}

/** The concept and those narrower, each with what it counts. */
export const narrowerOf = remembering((id): readonly Weighed[] => sorted(downwards(id, 0)), CONCEPTS.size)

function downwards(asked: ConceptId, purposes: 0 | 1): Map<ConceptId, number> {
  const best = new Map<ConceptId, number>([[asked, 1]])
  const open: Weighed[] = [{ concept: asked, weight: 1 }]
  for (let next = open.shift(); next; next = open.shift()) {
    const { concept, weight } = next
    const step = (id: ConceptId, factor: number) => {
      const reached = weight * factor
      if (reached < LEAST || (best.get(id) ?? 0) >= reached) return
      best.set(id, reached)
      open.push({ concept: id, weight: reached })
    }
    for (const id of links.get(concept)?.narrower ?? []) step(id, NARROWER)
    if (purposes) for (const id of links.get(concept)?.members ?? []) step(id, MADE_FOR)
  }
  return best
}

function sorted(best: ReadonlyMap<ConceptId, number>): readonly Weighed[] {
  return [...best].map(([concept, weight]) => ({ concept, weight })).sort((a, b) => b.weight - a.weight)
}
