/** What narrows the wall, one thing at a time: each can be shown as a chip and taken off again. Pure. */
import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import { DENSITIES, ENDS, KINDS, LINES, PATTERN_STATES, RECENT_DAYS, SIZES } from '#shared/domain/pattern.ts'

const LISTS = [
  'kinds',
  'sizes',
  'densities',
  'tagIds',
  'designerIds',
  'collectionIds',
  'machineIds',
  'lines',
  'ends',
  'formats',
  'importIds',
  'states',
] as const
const FLAGS = ['favourite', 'untagged', 'planned', 'used'] as const
const DAYS = ['usedWithinDays', 'addedWithinDays'] as const
const RANGES = ['widthMm', 'heightMm', 'addedBetween'] as const
const IDS = ['collectionId', 'importId'] as const

type ListField = (typeof LISTS)[number]
export type RangeField = (typeof RANGES)[number]
export interface ValueRange {
  readonly min?: number | undefined
  readonly max?: number | undefined
}
export type ChoiceField = ListField | (typeof FLAGS)[number] | (typeof DAYS)[number] | RangeField | (typeof IDS)[number]

export interface Choice {
  readonly field: ChoiceField
  /** One of the list; of a range its ends, as `rangeText` writes them. */
  readonly value: string | number | boolean
}

const isRange = (field: ChoiceField): field is RangeField => RANGES.some(one => one === field)

/** `100..200`, `100..` or `..200`: a range as one value, so that it is told apart and compared like any other. */
export function rangeText({ min, max }: ValueRange): string {
  return `${min ?? ''}..${max ?? ''}`
}

/** Null for what is no range: no end, or the wrong way round. */
export function rangeOf(text: unknown): ValueRange | null {
  const [, min, max] =
    (typeof text === 'string' ? /^(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/u.exec(text) : null) ?? []
  if (min === undefined && max === undefined) return null
  if (min !== undefined && max !== undefined && Number(min) > Number(max)) return null
  return { ...(min === undefined ? {} : { min: Number(min) }), ...(max === undefined ? {} : { max: Number(max) }) }
}

const isList = (field: ChoiceField): field is ListField => LISTS.some(one => one === field)

/** Fields of which one takes the place of the other. */
const OTHERWISE: Partial<Record<ChoiceField, readonly ChoiceField[]>> = {
  used: ['usedWithinDays'],
  usedWithinDays: ['used'],
  tagIds: ['untagged'],
  untagged: ['tagIds'],
  addedWithinDays: ['addedBetween'],
  addedBetween: ['addedWithinDays'],
}

/** Everything chosen, in the order of the panel. */
export function choicesIn(filter: PatternFilter): Choice[] {
  return [
    ...LISTS.flatMap(field => (filter[field] ?? []).map((value): Choice => ({ field, value }))),
    ...[...FLAGS, ...DAYS, ...IDS].flatMap((field): Choice[] => {
      const value = filter[field]
      return value === undefined ? [] : [{ field, value }]
    }),
    ...RANGES.flatMap((field): Choice[] => {
      const range = filter[field]
      return range ? [{ field, value: rangeText(range) }] : []
    }),
  ]
}

export function isChosen(filter: PatternFilter, { field, value }: Choice): boolean {
  if (isRange(field)) return filter[field] !== undefined && rangeText(filter[field]) === value
  return isList(field) ? ((filter[field] ?? []) as readonly unknown[]).includes(value) : filter[field] === value
}

export function withChoice(filter: PatternFilter, choice: Choice): PatternFilter {
  if (isChosen(filter, choice)) return filter
  const rest = leave(filter, OTHERWISE[choice.field] ?? [])
  if (isRange(choice.field)) {
    const range = rangeOf(choice.value)
    return range ? { ...rest, [choice.field]: range } : filter
  }
  const value = isList(choice.field) ? [...(filter[choice.field] ?? []), choice.value] : choice.value
  return { ...rest, [choice.field]: value }
}

export function withoutChoice(filter: PatternFilter, { field, value }: Choice): PatternFilter {
  if (!isList(field)) return leave(filter, [field])
  const left = ((filter[field] ?? []) as readonly unknown[]).filter(one => one !== value)
  return left.length === 0 ? leave(filter, [field]) : { ...filter, [field]: left }
}

/** Without anything chosen in these fields. */
export function leave(filter: PatternFilter, fields: readonly ChoiceField[]): PatternFilter {
  return Object.fromEntries(Object.entries(filter).filter(([field]) => !fields.some(one => one === field)))
}

/** What is chosen within a place: a tag's page narrowed by a second tag asks for both. */
export function within(place: PatternFilter, choices: PatternFilter): PatternFilter {
  const tagIds = [...new Set([...(place.tagIds ?? []), ...(choices.tagIds ?? [])])]
  return { ...choices, ...place, ...(tagIds.length > 0 ? { tagIds } : {}) }
}

/** What was remembered, as far as this Bobbin knows it. */
export function readChoices(kept: unknown): PatternFilter {
  if (typeof kept !== 'object' || kept === null) return {}
  const known = kept as Record<string, unknown>
  const choices = [
    ...LISTS.flatMap(field => valuesOf(known[field]).map((value): Choice => ({ field, value }))),
    ...FLAGS.map((field): Choice => ({ field, value: known[field] as boolean })),
    ...DAYS.map((field): Choice => ({ field, value: known[field] as number })),
    ...RANGES.map((field): Choice => ({ field, value: keptRange(known[field]) })),
  ].filter(isPossible)
  return choices.reduce(withChoice, {} as PatternFilter)
}

/** No text of a range for what is none. */
function keptRange(kept: unknown): string {
  const { min, max } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>
  const end = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)
  return rangeText({ min: end(min), max: end(max) })
}

const valuesOf = (kept: unknown): string[] =>
  Array.isArray(kept) ? kept.filter(value => typeof value === 'string' && value !== '') : []

function isPossible({ field, value }: Choice): boolean {
  const isOneOf = (all: readonly unknown[]) => all.includes(value)
  switch (field) {
    case 'kinds':
      return isOneOf(KINDS)
    case 'sizes':
      return isOneOf(SIZES)
    case 'lines':
      return isOneOf(LINES)
    case 'densities':
      return isOneOf(DENSITIES)
    case 'ends':
      return isOneOf(ENDS)
    case 'widthMm':
    case 'heightMm':
    case 'addedBetween':
      return rangeOf(value) !== null
    case 'states':
      return isOneOf(PATTERN_STATES)
    case 'usedWithinDays':
    case 'addedWithinDays':
      return isOneOf(RECENT_DAYS)
    case 'favourite':
    case 'untagged':
    case 'planned':
    case 'used':
      return typeof value === 'boolean'
    default:
      return typeof value === 'string'
  }
}
