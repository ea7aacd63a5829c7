import type { DoublePair } from '#shared/contract/library/doubles.ts'
import type { Verdict } from '#shared/shape/align.ts'
import { designPairId } from '../db/derived-id.ts'
import type { ReadDb } from '../db/handles.ts'
import { allPairs, type PairRow, pairsOf } from '../db/tables/design-twin.ts'
import { groupPairs } from './group-pairs.ts'
import { sidesOf } from './sides.ts'
import { suggest } from './suggest.ts'

export interface PairPage {
  readonly total: number
  readonly pairs: DoublePair[]
}

/** What she may look at: the surest first, those of one group together. */
export function pairPage(db: ReadDb, { offset, limit }: { offset: number; limit: number }): PairPage {
  const grouped = groupPairs(once(allPairs(db)))
  return { total: grouped.length, pairs: told(db, grouped.slice(offset, offset + limit)) }
}

export function countPairs(db: ReadDb): number {
  return groupPairs(once(allPairs(db))).length
}

/** The pairs of these ids that are still undecided, in the order they are looked at. */
export function pairsById(db: ReadDb, ids: readonly string[]): DoublePair[] {
  const asked = new Set(ids)
  const grouped = groupPairs(once(allPairs(db)))
  return told(
    db,
    grouped.filter(({ row }) => asked.has(designPairId(row.first, row.second))),
  )
}

/** Every pair a pattern is in. */
export function pairsWith(db: ReadDb, id: string): DoublePair[] {
  return told(
    db,
    once(pairsOf(db, id)).map(row => ({ row, group: 0 })),
  )
}

/** Two files of each may tell of one pair: it is told once, by the surest. */
function once(rows: readonly PairRow[]): PairRow[] {
  const first = new Map<string, PairRow>()
  for (const row of rows) {
    const id = designPairId(row.first, row.second)
    if (!first.has(id)) first.set(id, row)
  }
  return [...first.values()]
}

function told(db: ReadDb, grouped: readonly { readonly row: PairRow; readonly group: number }[]): DoublePair[] {
  const sides = sidesOf(
    db,
    grouped.flatMap(({ row }) => [row.first, row.second]),
  )
  return grouped.flatMap(({ row, group }) => {
    const first = sides.get(row.first)
    const second = sides.get(row.second)
    if (!first || !second) return []
    const verdict = row.verdict === null ? null : (JSON.parse(row.verdict) as Verdict)
    const sized = !first.sizeUnknown && !second.sizeUnknown
    const pair = {
      id: designPairId(row.first, row.second),
      kind: row.kind as DoublePair['kind'],
      coverage: verdict?.coverage ?? (row.kind === 'exact' ? 1 : null),
      ends: verdict?.ends ?? false,
      mirrored: verdict?.mirrored ?? false,
      turnDeg: verdict?.turnDeg ?? 0,
      scale: !sized ? null : (verdict?.scale ?? (row.kind === 'exact' ? 1 : null)),
      stretch: verdict?.kind === 'stretched' ? { x: verdict.stretch[0], y: verdict.stretch[1] } : null,
      first,
      second,
      group,
    }
    const suggestion = suggest(pair)
    // The one that would stay stands first, whatever the comparing began with.
    const keep = suggestion?.keep ?? (first.addedAt <= second.addedAt ? first.id : second.id)
    return [{ ...(keep === first.id ? pair : otherWayRound(pair)), suggestion }]
  })
}

type Undecided = Omit<DoublePair, 'suggestion'>

/** The same pair, told from the other side. */
function otherWayRound(pair: Undecided): Undecided {
  const { first, second, mirrored, turnDeg, scale, stretch } = pair
  const across = Math.abs(Math.round(turnDeg / 90)) % 2 === 1
  return {
    ...pair,
    first: second,
    second: first,
    turnDeg: mirrored || turnDeg === 0 ? turnDeg : -turnDeg,
    scale: scale === null ? null : 1 / scale,
    stretch: stretch && (across ? { x: 1 / stretch.y, y: 1 / stretch.x } : { x: 1 / stretch.x, y: 1 / stretch.y }),
  }
}
