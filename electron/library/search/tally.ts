import type { Facet, PatternFilter } from '#shared/contract/library/patterns.ts'
import { DENSITIES, ENDS, KINDS, LINES, SIZES, RECENT_DAYS } from '#shared/domain/pattern.ts'
import type { Columns } from '../columns/columns.ts'
import type { Many } from '../columns/many.ts'
import { type Circumstances, daysBefore, readySources } from './filter.ts'

/** What is counted together: a facet of the contract, but patterns without a tag are counted past the tags chosen. */
export type Group = Facet | 'untagged'

/** How many patterns have each value of one group; the places mean what the group's numbers mean. */
export interface Tally {
  readonly counts: Int32Array
  add(seq: number): void
}

/** The fields of a filter that a group leaves out when it counts: its own choice. Of tags every one is wanted, so they stay in. */
export const OWN_FIELDS: Readonly<Record<Group, readonly (keyof PatternFilter)[]>> = {
  kinds: ['kinds'],
  sizes: ['sizes'],
  designers: ['designerIds'],
  tags: ['untagged'],
  untagged: ['tagIds', 'untagged'],
  collections: ['collectionIds'],
  formats: ['formats'],
  lines: ['lines'],
  densities: ['densities'],
  ends: ['ends'],
  machines: ['machineIds'],
  quilts: ['planned'],
  imports: ['importIds'],
  favourites: ['favourite'],
  used: ['used', 'usedWithinDays'],
  added: ['addedWithinDays', 'addedBetween'],
}

/** In the tally of "last used" it stands behind the days. */
export const NEVER_USED = RECENT_DAYS.length

export function tallyOf(columns: Columns, group: Group, { now, machines = [] }: Circumstances): Tally {
  switch (group) {
    case 'kinds':
      return byColumn(columns.kind, KINDS.length)
    case 'sizes':
      return byColumn(columns.size, SIZES.length)
    case 'lines':
      return byColumn(columns.line, LINES.length + 1)
    case 'densities':
      return byColumn(columns.density, DENSITIES.length + 1)
    case 'ends':
      return byColumn(columns.ends, ENDS.length + 1)
    case 'quilts':
      return byColumn(columns.planned, 2)
    case 'imports':
      return byColumn(columns.importOf, columns.importIds.ids.length)
    case 'machines':
      return byReady(
        columns.source,
        machines.map(machine => readySources(columns, machine)),
      )
    case 'designers':
      return byColumn(columns.designer, columns.designerIds.ids.length)
    case 'favourites':
      return byColumn(columns.favourite, 2)
    case 'tags':
      return byMany(columns.tags, columns.tagIds.ids.length)
    case 'collections':
      return byMany(columns.collections, columns.collectionIds.ids.length)
    case 'formats':
      return byMany(columns.formats, columns.formatIds.ids.length)
    case 'untagged':
      return untagged(columns.tags)
    case 'used':
      return byDays(columns.usedAt, now)
    case 'added':
      return byDays(columns.addedAt, now)
  }
}

function byColumn(column: Uint8Array | Int32Array, length: number): Tally {
  const counts = new Int32Array(length)
  return {
    counts,
    add(seq) {
      const at = column[seq] ?? 0
      counts[at] = (counts[at] ?? 0) + 1
    },
  }
}

/** How many patterns each of her machines can be given. */
function byReady(column: Int32Array, machines: readonly Uint8Array[]): Tally {
  const counts = new Int32Array(machines.length)
  return {
    counts,
    add(seq) {
      const source = column[seq] ?? 0
      for (let index = 0; index < machines.length; index++)
        counts[index] = (counts[index] ?? 0) + (machines[index]?.[source] ?? 0)
    },
  }
}

function byMany({ starts, pool }: Many, length: number): Tally {
  const counts = new Int32Array(length)
  return {
    counts,
    add(seq) {
      const start = starts[seq] ?? 0
      if (start === 0) return
      const last = start + (pool[start] ?? 0)
      for (let index = start + 1; index <= last; index++) {
        const at = pool[index] ?? 0
        counts[at] = (counts[at] ?? 0) + 1
      }
    },
  }
}

function untagged({ starts }: Many): Tally {
  const counts = new Int32Array(1)
  return {
    counts,
    add(seq) {
      if (starts[seq] === 0) counts[0] = (counts[0] ?? 0) + 1
    },
  }
}

function byDays(column: Float64Array, now: number): Tally {
  const counts = new Int32Array(NEVER_USED + 1)
  const from = RECENT_DAYS.map(days => daysBefore(now, days))
  return {
    counts,
    add(seq) {
      const at = column[seq] ?? 0
      if (at === 0) counts[NEVER_USED] = (counts[NEVER_USED] ?? 0) + 1
      for (let index = 0; index < from.length; index++)
        if (at >= (from[index] ?? 0)) counts[index] = (counts[index] ?? 0) + 1
    },
  }
}
