import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import { DENSITIES, ENDS, KINDS, LINES, PATTERN_STATES, SIZES, NO_DESIGNER } from '#shared/domain/pattern.ts'
import { type Columns, IN_THE_TRASH, ON_THE_WALL } from '../columns/columns.ts'
import type { Many } from '../columns/many.ts'
import type { Numbers } from '../columns/numbers.ts'
import { sourceOf } from '../columns/sources.ts'
import { isReady, type MachineNeeds } from '../machines/readiness.ts'

/** Whether the pattern in this row is let through. */
export type Test = (seq: number) => boolean

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/** Days are told in whole hours, so that a second page a moment later is a page of the same list. */
export function daysBefore(now: number, days: number): number {
  return Math.floor(now / HOUR_MS) * HOUR_MS - days * DAY_MS
}

/** Only the trash, or all but the trash: a filter that narrows nothing else. */
export function isOpen(filter: PatternFilter): boolean {
  return Object.entries(filter).every(([field, value]) => field === 'trashed' || value === undefined)
}

/** Where the filter looks: the trash is a place of its own. */
export function presenceOf(filter: PatternFilter): number {
  return filter.trashed ? IN_THE_TRASH : ON_THE_WALL
}

/** What a filter is judged by beside the patterns themselves. */
export interface Circumstances {
  /** What "within 30 days" counts back from. */
  readonly now: number
  /** Her machines, where they are asked about. */
  readonly machines?: readonly MachineNeeds[] | undefined
}

/** Each rule of a filter by the field that makes it. A pattern must pass all of them. */
export type Rules = ReadonlyMap<keyof PatternFilter, Test>

export function rulesOf(columns: Columns, filter: PatternFilter, { now, machines }: Circumstances): Rules {
  const { kind, state, size, line, favourite, designer, importOf, addedAt, usedAt, tags } = columns
  const rules = new Map<keyof PatternFilter, Test>()
  const set = (field: keyof PatternFilter, test: Test) => void rules.set(field, test)
  if (filter.kinds) set('kinds', anyOf(kind, placesIn(KINDS, filter.kinds)))
  if (filter.states) set('states', anyOf(state, placesIn(PATTERN_STATES, filter.states)))
  if (filter.sizes) set('sizes', anyOf(size, placesIn(SIZES, filter.sizes)))
  if (filter.lines) set('lines', anyOf(line, placesBehind(LINES, filter.lines)))
  if (filter.densities) set('densities', anyOf(columns.density, placesBehind(DENSITIES, filter.densities)))
  if (filter.ends) set('ends', anyOf(columns.ends, placesBehind(ENDS, filter.ends)))
  if (filter.planned !== undefined) {
    const wanted = filter.planned ? 1 : 0
    set('planned', seq => columns.planned[seq] === wanted)
  }
  if (filter.machineIds) {
    const asked = (machines ?? [])
      .filter(({ id }) => filter.machineIds?.includes(id))
      .map(one => readySources(columns, one))
    set('machineIds', seq => asked.some(ready => ready[columns.source[seq] ?? 0] === 1))
  }
  if (filter.favourite !== undefined) {
    const wanted = filter.favourite ? 1 : 0
    set('favourite', seq => favourite[seq] === wanted)
  }
  if (filter.designerIds) {
    const numbers = filter.designerIds.map(id => (id === NO_DESIGNER ? 0 : columns.designerIds.known(id)))
    set('designerIds', anyOf(designer, known(numbers)))
  }
  if (filter.importId !== undefined) set('importId', anyOf(importOf, known([columns.importIds.known(filter.importId)])))
  if (filter.importIds)
    set('importIds', anyOf(importOf, known(filter.importIds.map(id => columns.importIds.known(id)))))
  if (filter.tagIds) set('tagIds', everyOne(tags, columns.tagIds, filter.tagIds))
  if (filter.untagged) set('untagged', seq => tags.starts[seq] === 0)
  if (filter.collectionId !== undefined)
    set('collectionId', someOne(columns.collections, columns.collectionIds, [filter.collectionId]))
  if (filter.collectionIds)
    set('collectionIds', someOne(columns.collections, columns.collectionIds, filter.collectionIds))
  if (filter.formats) set('formats', someOne(columns.formats, columns.formatIds, filter.formats))
  if (filter.widthMm) set('widthMm', within(columns.widthMm, filter.widthMm))
  if (filter.heightMm) set('heightMm', within(columns.heightMm, filter.heightMm))
  if (filter.used !== undefined) {
    const wanted = filter.used
    set('used', seq => (usedAt[seq] !== 0) === wanted)
  }
  if (filter.usedWithinDays !== undefined) set('usedWithinDays', since(usedAt, daysBefore(now, filter.usedWithinDays)))
  if (filter.addedWithinDays !== undefined)
    set('addedWithinDays', since(addedAt, daysBefore(now, filter.addedWithinDays)))
  if (filter.addedBetween) set('addedBetween', within(addedAt, filter.addedBetween))
  return rules
}

/** All rules and the place as one test. */
export function passing(columns: Columns, filter: PatternFilter, given: Circumstances): Test {
  const { presence } = columns
  const wanted = presenceOf(filter)
  const tests = [...rulesOf(columns, filter, given).values()]
  return seq => presence[seq] === wanted && tests.every(test => test(seq))
}

type Column = Uint8Array | Int32Array | Float64Array

function placesIn<T>(all: readonly T[], wanted: readonly T[]): number[] {
  return wanted.map(one => all.indexOf(one))
}

/** Of columns where 0 stands for what is not known. */
function placesBehind<T>(all: readonly T[], wanted: readonly T[]): number[] {
  return placesIn(all, wanted).map(place => place + 1)
}

/** 1 for each kind of source that this machine can be given something of; none for patterns with nothing to stitch from. */
export function readySources({ sources }: Columns, machine: MachineNeeds): Uint8Array {
  return Uint8Array.from(sources.ids, (key, number) => Number(number > 0 && isReady(sourceOf(key), machine)))
}

function known(numbers: readonly (number | undefined)[]): number[] {
  return numbers.filter(number => number !== undefined)
}

function anyOf(column: Column, wanted: readonly number[]): Test {
  const [only] = wanted
  if (wanted.length === 1) return seq => column[seq] === only
  const set = new Set(wanted)
  return seq => set.has(column[seq] ?? -1)
}

function since(column: Float64Array, at: number): Test {
  return seq => (column[seq] ?? 0) >= at
}

function within(
  column: Float64Array,
  { min = -Infinity, max = Infinity }: { min?: number | undefined; max?: number | undefined },
): Test {
  // What is not stated is not a number, which is in no range.
  return seq => {
    const value = column[seq] ?? Number.NaN
    return value >= min && value <= max
  }
}

function everyOne(many: Many, numbers: Numbers, ids: readonly string[]): Test {
  const wanted = ids.map(id => numbers.known(id))
  return seq => wanted.every(number => number !== undefined && many.has(seq, number))
}

function someOne(many: Many, numbers: Numbers, ids: readonly string[]): Test {
  const wanted = known(ids.map(id => numbers.known(id)))
  return seq => wanted.some(number => many.has(seq, number))
}
