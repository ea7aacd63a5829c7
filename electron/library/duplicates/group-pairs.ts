import type { Verdict } from '#shared/shape/align.ts'
import type { PairRow } from '../db/tables/design-twin.ts'
import { SAME_SIZE } from './suggest.ts'

/** How sure a kind is: sure ones come first, and hang patterns together. */
const RANK: Readonly<Record<PairRow['kind'], number>> = {
  exact: 0,
  same: 1,
  names: 2,
  turned: 3,
  mirrored: 3,
  stretched: 4,
  near: 5,
  different: 6,
}
const HANGS_TOGETHER = 3

/** Two sizes of one design may both be wanted; one size twice seldom is, and comes first. */
function isOtherSize({ verdict }: PairRow): boolean {
  if (verdict === null) return false
  const { scale } = JSON.parse(verdict) as Verdict
  return Math.abs(Math.log(scale)) > SAME_SIZE
}

/**
 * Pairs in the order they are looked at. Of patterns that hang together (three sizes of one design) not every pair is asked about, only
 * each with the one that has most twins: what she decides there mostly answers the rest.
 */
export function groupPairs(rows: readonly PairRow[]): { readonly row: PairRow; readonly group: number }[] {
  const home = new Map<string, string>()
  const homeOf = (id: string): string => {
    let at = id
    for (let next = home.get(at); next !== undefined && next !== at; next = home.get(at)) at = next
    return at
  }
  // Read once each: a large library has thousands of pairs.
  const sizes = new Map(rows.map(row => [row, Number(isOtherSize(row))]))
  const sorted = rows.toSorted(
    (one, other) =>
      RANK[one.kind] - RANK[other.kind] ||
      sizes.get(one)! - sizes.get(other)! ||
      other.coverage - one.coverage ||
      (one.first + one.second < other.first + other.second ? -1 : 1),
  )
  const twins = new Map<string, number>()
  for (const { kind, first, second } of sorted) {
    if (RANK[kind] > HANGS_TOGETHER) continue
    home.set(homeOf(first), homeOf(second))
    for (const id of [first, second]) twins.set(id, (twins.get(id) ?? 0) + 1)
  }
  const centres = new Map<string, string>()
  for (const [id, count] of twins) {
    const centre = centres.get(homeOf(id))
    if (centre === undefined || count > twins.get(centre)!) centres.set(homeOf(id), id)
  }
  const reached = new Set(centres.values())
  const asked = sorted.filter(({ kind, first, second }) => {
    if (RANK[kind] > HANGS_TOGETHER) return true
    const centre = centres.get(homeOf(first))!
    if (first !== centre && second !== centre) return false
    reached.add(first).add(second)
    return true
  })
  const far = sorted.filter(({ kind, first, second }) => {
    if (RANK[kind] > HANGS_TOGETHER || (reached.has(first) && reached.has(second))) return false
    reached.add(first).add(second)
    return true
  })
  const groups = new Map<string, number>()
  const numbered = [...asked, ...far].map(row => {
    const key = RANK[row.kind] > HANGS_TOGETHER ? `${row.first} ${row.second}` : homeOf(row.first)
    if (!groups.has(key)) groups.set(key, groups.size)
    return { row, group: groups.get(key)! }
  })
  return numbered.toSorted((one, other) => one.group - other.group)
}
