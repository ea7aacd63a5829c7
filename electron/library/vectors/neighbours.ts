import { type PartWeights, weightsOf } from '#shared/shape/weights.ts'
import { ON_THE_WALL } from '../columns/columns.ts'
import type { Shelf } from '../columns/shelf.ts'
import type { ReadDb } from '../db/handles.ts'
import { idsOfSeqs, seqOf } from '../db/tables/vector.ts'
import { similarityOf, weighted } from './vector-index.ts'
import type { VectorShelf } from './vector-shelf.ts'

/** The core's own question: which patterns on the wall are near a pattern (which is not among them) or a vector. */
export interface NeighbourQuery {
  readonly of: { readonly patternId: string } | { readonly vector: Int8Array }
  /** How many, at most. */
  readonly k: number
  /** Default: those of a likeness in the middle. */
  readonly weights?: PartWeights
}

export interface NeighbourPattern {
  readonly id: string
  readonly seq: number
  /** 0 … 1. */
  readonly similarity: number
}

/** Best first. None for a pattern that is gone, or that cannot be compared. */
export function neighboursOf(
  db: ReadDb,
  shelf: Shelf,
  vectors: VectorShelf,
  { of, k, weights = weightsOf(0.5) }: NeighbourQuery,
): NeighbourPattern[] {
  const index = vectors.index()
  const { presence } = shelf.columns()
  const self = 'patternId' in of ? (seqOf(db, of.patternId) ?? null) : null
  const vector = 'vector' in of ? of.vector : self === null ? null : index.vectorOf(self)
  if (!vector) return []
  const found = index.nearest(weighted(vector, weights), k, seq => seq !== self && presence[seq] === ON_THE_WALL)
  const ids = idsOfSeqs(
    db,
    found.map(({ seq }) => seq),
  )
  return found.flatMap(({ seq, score }) => {
    const id = ids.get(seq)
    return id === undefined ? [] : [{ id, seq, similarity: similarityOf(score) }]
  })
}
