import { type NeighbourPattern, neighboursOf } from '../vectors/neighbours.ts'
import type { ReaderDesk } from '../reader/readings.ts'
import { saidBy } from './said.ts'
import { suggesting } from './suggesting.ts'
import type { Suggest } from './groups.ts'

/** Neighbours that are asked for, so that ten of them have tags. */
const ASKED = 60
/** Less alike than this is no likeness: a design with no relatives has no neighbours, however few the library holds. */
const NEAR_ENOUGH = 0.6

/** Suggestions out of what the reader thread has at hand. */
export function suggestingAt(desk: Pick<ReaderDesk, 'db' | 'shelf' | 'vectors'>): Suggest {
  const { db, shelf, vectors } = desk
  return suggesting({
    db,
    alike: id =>
      neighboursOf(db, shelf, vectors, { of: { patternId: id }, k: ASKED })
        .filter(isNear)
        .map(({ id }) => id),
    said: saidBy(db),
  })
}

const isNear = ({ similarity }: NeighbourPattern): boolean => similarity >= NEAR_ENOUGH
