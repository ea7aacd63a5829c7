/** The list as it is drawn: what she looks for, in her order, under the headings of its groups. Pure. */
import { sortKey } from '#shared/text/fold.ts'
import type { Entry, Group, Shelf } from './kinds.ts'

export type OrderSort = 'name' | 'most'

export type Row =
  | { readonly type: 'entry'; readonly key: string; readonly entry: Entry }
  /** `group` null: what is in no group. */
  | {
      readonly type: 'group'
      readonly key: string
      readonly group: Group | null
      readonly count: number
      readonly folded: boolean
    }

export interface Looking {
  readonly text: string
  readonly sort: OrderSort
  /** Ids of groups that are folded up; `none` for what is in no group. */
  readonly folded: ReadonlySet<string>
}

export const NO_GROUP = 'none'

/**
 * Without groups a plain list. While she looks for something, groups without a hit are not shown and nothing is folded. The pinned
 * ones stand first of their group.
 */
export function rowsOf({ entries, groups }: Shelf, { text, sort, folded }: Looking): Row[] {
  const wanted = sortKey(text)
  const found = wanted === '' ? entries : entries.filter(entry => sortKey(entry.name).includes(wanted))
  const sorted = found.toSorted(sort === 'most' ? byMost : byName)
  const rowOf = (entry: Entry): Row => ({ type: 'entry', key: entry.id, entry })
  if (groups.length === 0) return sorted.map(rowOf)
  const inGroup = Map.groupBy(sorted, entry => entry.groupId ?? NO_GROUP)
  return [...groups, null].flatMap((group): Row[] => {
    const id = group?.id ?? NO_GROUP
    const members = inGroup.get(id) ?? []
    if (members.length === 0 && (wanted !== '' || group === null)) return []
    const isFolded = wanted === '' && folded.has(id)
    const heading: Row = { type: 'group', key: groupKey(id), group, count: members.length, folded: isFolded }
    return isFolded ? [heading] : [heading, ...members.map(rowOf)]
  })
}

/** Headings and entries stand in one list: their keys must differ. */
export function groupKey(id: string): string {
  return `group ${id}`
}

function byName(a: Entry, b: Entry): number {
  return Number(b.pinned) - Number(a.pinned) || compare(sortKey(a.name), sortKey(b.name))
}

function byMost(a: Entry, b: Entry): number {
  return b.patterns - a.patterns || compare(sortKey(a.name), sortKey(b.name))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
