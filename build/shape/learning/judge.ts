import { dot } from './linear.ts'
import type { Specimen } from '../population.ts'

/** Share of the same family among the ten nearest others, of drawings shown alone. */
export function familyAmongTen(specimens: readonly Specimen[], vectors: readonly Float64Array[]): number {
  const alone = specimens.flatMap((specimen, at) => (specimen.as === 'alone' ? [at] : []))
  let sum = 0
  for (const query of alone) {
    const nearest = nearestOf(query, alone, vectors, 10)
    sum += nearest.filter(at => specimens[at]!.family === specimens[query]!.family).length / 10
  }
  return sum / alone.length
}

/** Share of motifs shown as `as` that find the same motif alone among ten. */
export function motifInTen(
  specimens: readonly Specimen[],
  vectors: readonly Float64Array[],
  as: Specimen['as'],
): number {
  const alone = specimens.flatMap((specimen, at) => (specimen.as === 'alone' ? [at] : []))
  const queries = specimens.flatMap((specimen, at) => (specimen.as === as ? [at] : []))
  const found = queries.filter(query =>
    nearestOf(query, alone, vectors, 10).some(
      at => specimens[at]!.family === specimens[query]!.family && specimens[at]!.motif === specimens[query]!.motif,
    ),
  )
  return found.length / queries.length
}

/** Share of the same family among the ten nearest drawings shown alone, of drawings by hand. */
export function handAmongTen(specimens: readonly Specimen[], vectors: readonly Float64Array[]): number {
  const alone = specimens.flatMap((specimen, at) => (specimen.as === 'alone' ? [at] : []))
  const queries = specimens.flatMap((specimen, at) => (specimen.as === 'hand' ? [at] : []))
  let sum = 0
  for (const query of queries)
    sum +=
      nearestOf(query, alone, vectors, 10).filter(at => specimens[at]!.family === specimens[query]!.family).length / 10
  return sum / queries.length
}

function nearestOf(query: number, among: readonly number[], vectors: readonly Float64Array[], k: number): number[] {
  return among
    .filter(at => at !== query)
    .map(at => ({ at, likeness: dot(vectors[query]!, vectors[at]!) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, k)
    .map(({ at }) => at)
}
