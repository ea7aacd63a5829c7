import type { Specimen } from '../population.ts'
import { discriminant, type Projection } from './discriminant.ts'
import { type Kind, prepared, type Standard } from './prepared.ts'

/** What each part looks at. */
export const PART_KINDS = {
  motif: ['motif'],
  whole: ['motif', 'whole'],
  upright: ['upright'],
} as const satisfies Record<string, readonly Kind[]>
export type Part = keyof typeof PART_KINDS
export const PARTS: readonly Part[] = ['motif', 'whole', 'upright']

const DIMENSIONS = 64

/** Learns one part from families of specimens. */
export function learnPart(part: Part, families: readonly (readonly Specimen[])[], standard: Standard): Projection {
  const ready = families.map(specimens =>
    specimens.map(specimen => ({ specimen, vector: prepared(specimen, standard, PART_KINDS[part]) })),
  )
  const all = ready.map(family => family.map(({ vector }) => vector))
  if (part === 'motif') {
    // One motif in all its layouts is to be one place; a family, a neighbourhood.
    const motifs = ready.flatMap(family =>
      [...Map.groupBy(family, ({ specimen }) => specimen.motif).values()]
        .filter(group => group.length > 1)
        .map(group => group.map(({ vector }) => vector)),
    )
    const within = [
      { groups: motifs, weight: 0.7 },
      { groups: all, weight: 0.3 },
    ]
    return discriminant({ within, apart: all, shrink: 0.1, dimensions: DIMENSIONS })
  }
  const single = ready.map(family => family.filter(({ specimen }) => isSingle(specimen)).map(({ vector }) => vector))
  const shrink = part === 'whole' ? 0.1 : 0.2
  return discriminant({ within: [{ groups: single, weight: 1 }], apart: single, shrink, dimensions: DIMENSIONS })
}

const isSingle = ({ as }: Specimen): boolean => as === 'alone' || as === 'hand' || as === 'again'
