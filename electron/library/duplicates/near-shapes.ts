import { weightsOf } from '#shared/shape/weights.ts'
import { ON_THE_WALL } from '../columns/columns.ts'
import type { Shelf } from '../columns/shelf.ts'
import { weighted } from '../vectors/vector-index.ts'
import type { VectorShelf } from '../vectors/vector-shelf.ts'

/** Among so many of the nearest every copy stands, however it is turned (measured: 0.998 and better). */
const NEIGHBOURS = 20

/** For each pattern (by row) the rows of those whose shape is nearest; none for one that is not described. */
export function nearShapes(shelf: Shelf, vectors: VectorShelf, seqs: readonly number[]): number[][] {
  const index = vectors.index()
  const { presence } = shelf.columns()
  const weights = weightsOf(0.5)
  return seqs.map(self => {
    const vector = index.vectorOf(self)
    if (!vector) return []
    const near = index.nearest(
      weighted(vector, weights),
      NEIGHBOURS,
      seq => seq !== self && presence[seq] === ON_THE_WALL,
    )
    return near.map(({ seq }) => seq)
  })
}
