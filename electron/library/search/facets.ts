import type { Facet, Like, PatternFacets, PatternFilter } from '#shared/contract/library/patterns.ts'
import { DENSITIES, ENDS, KINDS, LINES, SIZES, NO_DESIGNER, RECENT_DAYS } from '#shared/domain/pattern.ts'
import type { Columns } from '../columns/columns.ts'
import type { Numbers } from '../columns/numbers.ts'
import { collectionNames, designerNames, importNames, type NamedRow, tagNames } from '../columns/queries.ts'
import type { Shelf } from '../columns/shelf.ts'
import type { ReadDb } from '../db/handles.ts'
import { type Alike, MOST_ALIKE } from '../vectors/alike.ts'
import { type Circumstances, presenceOf, rulesOf } from './filter.ts'
import type { Keyword } from './keyword.ts'
import { seqOf } from './ranking.ts'
import { type Group, NEVER_USED, OWN_FIELDS, type Tally, tallyOf } from './tally.ts'

export interface FacetQuery extends Circumstances {
  readonly query: string
  readonly filter: PatternFilter
  readonly like?: Like | undefined
  readonly of: readonly Facet[]
}

/** Counts what each value of the groups asked for would leave. @param alike needed for what is found by its looks */
export function countFacets(
  db: ReadDb,
  shelf: Shelf,
  keyword: Keyword,
  query: FacetQuery,
  alike?: Alike,
): PatternFacets {
  const columns = shelf.columns()
  const groups = [...new Set<Group>(query.of.flatMap(facet => (facet === 'tags' ? ['tags', 'untagged'] : [facet])))]
  const tallies = groups.map(group => tallyOf(columns, group, query))
  const isSought = query.like && alike ? alike.test(alike.sought(query.like)) : null
  const every = walk(columns, query, groups, tallies, keyword.find(query.query)?.ranks ?? null, isSought)
  // A wall of what is alike ends there, so no choice leaves more.
  if (isSought)
    for (const { counts } of tallies) counts.forEach((count, at) => (counts[at] = Math.min(count, MOST_ALIKE)))
  const total = isSought ? Math.min(every, MOST_ALIKE) : every
  const of = (group: Group) => tallies[groups.indexOf(group)]?.counts ?? new Int32Array(0)
  return {
    total,
    ...Object.assign({}, ...query.of.map(facet => ({ [facet]: told(facet, db, columns, query, of) }))),
  }
}

/**
 * The rules of a group's own choice are left out for it: a pattern that breaks no rule counts everywhere, one that breaks some counts in
 * the groups that leave all of these out. So one walk over the columns serves every group. Answers how many broke none.
 */
function walk(
  columns: Columns,
  { filter, ...given }: FacetQuery,
  groups: readonly Group[],
  tallies: readonly Tally[],
  found: Float64Array | null,
  isSought: ((seq: number) => boolean) | null,
): number {
  const { presence } = columns
  const wanted = presenceOf(filter)
  const rules = [...rulesOf(columns, filter, given)]
  const bitsOf = (fields: readonly (keyof PatternFilter)[]) =>
    rules.reduce((bits, [field], index) => (fields.includes(field) ? bits | (1 << index) : bits), 0)
  const leftOut = groups.map(group => bitsOf(OWN_FIELDS[group]))
  const anyLeftOut = leftOut.reduce((all, bits) => all | bits, 0)
  const tests = rules.map(([, test]) => test)
  let total = 0

  function look(seq: number): void {
    if (presence[seq] !== wanted || (isSought && !isSought(seq))) return
    let broken = 0
    for (let index = 0; index < tests.length; index++) {
      if (tests[index]?.(seq)) continue
      broken |= 1 << index
      if (broken & ~anyLeftOut) return
    }
    if (broken === 0) total++
    for (let group = 0; group < tallies.length; group++)
      if ((broken & ~(leftOut[group] ?? 0)) === 0) tallies[group]?.add(seq)
  }

  if (found) for (let at = 0; at < found.length; at++) look(seqOf(found[at]!))
  else for (let seq = 0; seq < columns.end; seq++) look(seq)
  return total
}

type Counts = (group: Group) => Int32Array

/** The counts of one group in the contract's words. What nothing has is left out, unless it is chosen. */
function told(
  facet: Facet,
  db: ReadDb,
  columns: Columns,
  { filter, machines = [] }: FacetQuery,
  of: Counts,
): PatternFacets[Facet] {
  const counts = of(facet)
  const at = (place: number) => counts[place] ?? 0
  switch (facet) {
    case 'kinds':
      return valued(KINDS, at, filter.kinds)
    case 'sizes':
      return valued(SIZES, at, filter.sizes)
    case 'lines':
      return valued(LINES, place => at(place + 1), filter.lines)
    case 'densities':
      return valued(DENSITIES, place => at(place + 1), filter.densities)
    case 'ends':
      return valued(ENDS, place => at(place + 1), filter.ends)
    case 'machines':
      return machines.map(({ id, name }, place) => ({ id, name, patterns: at(place) }))
    case 'quilts':
      return { planned: at(1), never: at(0) }
    case 'imports':
      return named(importNames(db), columns.importIds, at, filter.importIds)
    case 'formats': {
      const chosen = filter.formats ?? []
      const formats = [...new Set([...columns.formatIds.ids.slice(1), ...chosen])].toSorted()
      return valued(formats, place => at(columns.formatIds.known(formats[place] ?? '') ?? -1), chosen)
    }
    case 'designers': {
      const nobody = { id: NO_DESIGNER, name: '', patterns: at(0) }
      const isTold = nobody.patterns > 0 || filter.designerIds?.includes(NO_DESIGNER)
      const all = named(designerNames(db), columns.designerIds, at, filter.designerIds)
      return isTold ? [...all, nobody] : all
    }
    case 'tags':
      return { tags: named(tagNames(db), columns.tagIds, at, filter.tagIds), untagged: of('untagged')[0] ?? 0 }
    case 'collections':
      return named(collectionNames(db), columns.collectionIds, at, filter.collectionIds)
    case 'favourites':
      return { patterns: at(1) }
    case 'used':
      return { within: RECENT_DAYS.map((value, place) => ({ value, patterns: at(place) })), never: at(NEVER_USED) }
    case 'added':
      return { within: RECENT_DAYS.map((value, place) => ({ value, patterns: at(place) })) }
  }
}

function valued<Value extends string>(
  values: readonly Value[],
  at: (place: number) => number,
  chosen: readonly Value[] = [],
): { value: Value; patterns: number }[] {
  return values
    .map((value, place) => ({ value, patterns: at(place) }))
    .filter(({ value, patterns }) => patterns > 0 || chosen.includes(value))
}

function named<Row extends NamedRow>(
  rows: readonly Row[],
  numbers: Numbers,
  at: (place: number) => number,
  chosen: readonly string[] = [],
): (Row & { patterns: number })[] {
  const isChosen = new Set(chosen)
  return rows
    .map(row => {
      const number = numbers.known(row.id)
      return { ...row, patterns: number === undefined ? 0 : at(number) }
    })
    .filter(({ id, patterns }) => patterns > 0 || isChosen.has(id))
}
