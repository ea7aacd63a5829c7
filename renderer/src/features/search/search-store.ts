import { create } from 'zustand'
import type { PatternFilter, PatternSort } from '#shared/contract/library/patterns.ts'
import {
  type Choice,
  type ChoiceField,
  isChosen,
  leave,
  type RangeField,
  rangeText,
  type ValueRange,
  withChoice,
  withoutChoice,
} from './choices.ts'

/** The orders a wall can hang in, as they are offered. */
export const SORTS = ['newest', 'name', 'designer', 'last-used', 'size'] as const satisfies readonly PatternSort[]
export type Sort = (typeof SORTS)[number]

/** What is remembered of a place. Words are not: they go when she goes elsewhere. */
export interface View {
  readonly choices: PatternFilter
  readonly sort: Sort
}

interface Search extends View {
  /** Exactly what stands in the box; never changed by an answer. */
  readonly text: string
  /** The order she chose for what was found by words; null: the closest first. Forgotten with the words. */
  readonly foundSort: Sort | null
  /** How every place was left while the window is open. */
  readonly views: ReadonlyMap<string, View>
}

export const useSearch = create<Search>(() => ({
  text: '',
  foundSort: null,
  choices: {},
  sort: 'newest',
  views: new Map(),
}))

export function setText(text: string): void {
  useSearch.setState(text.trim() === '' ? { text, foundSort: null } : { text })
}

export function toggleChoice(choice: Choice): void {
  useSearch.setState(({ choices }) => ({
    choices: isChosen(choices, choice) ? withoutChoice(choices, choice) : withChoice(choices, choice),
  }))
}

export function dropChoice(choice: Choice): void {
  useSearch.setState(({ choices }) => ({ choices: withoutChoice(choices, choice) }))
}

/** One range in the place of another; null: none. */
export function setRange(field: RangeField, range: ValueRange | null): void {
  if (range === null) leaveFields([field])
  else useSearch.setState(({ choices }) => ({ choices: withChoice(choices, { field, value: rangeText(range) }) }))
}

/** Nothing chosen in these fields any more. */
export function leaveFields(fields: readonly ChoiceField[]): void {
  useSearch.setState(({ choices }) => ({ choices: leave(choices, fields) }))
}

/** One kind alone, or all of them. */
export function setKind(kind: NonNullable<PatternFilter['kinds']>[number] | 'all'): void {
  useSearch.setState(({ choices }) => ({
    choices: kind === 'all' ? leave(choices, ['kinds']) : { ...choices, kinds: [kind] },
  }))
}

/** @param sort `best`: what is closest to the words first */
export function setSort(sort: PatternSort): void {
  const hasWords = useSearch.getState().text.trim() !== ''
  if (hasWords) useSearch.setState({ foundSort: sort === 'best' ? null : sort })
  else if (sort !== 'best') useSearch.setState({ sort })
}

/** Takes off everything that narrows; the order stays. */
export function clearSearch(): void {
  useSearch.setState({ text: '', foundSort: null, choices: {} })
}

/**
 * From one place to another: how the first was left is remembered, the other is as it was. To the place where she is already: nothing
 * narrows it any more.
 *
 * @param fresh how a place looks that she was not in yet
 */
export function changePlace(from: string, to: string, fresh: View): void {
  useSearch.setState(({ views, choices, sort }) => {
    const left = from === to ? { choices: fresh.choices, sort } : { choices, sort }
    const kept = new Map(views).set(from, left)
    return { text: '', foundSort: null, views: kept, ...(kept.get(to) ?? fresh) }
  })
}

/** A whole question at once: a kept search, or the last view of yesterday. */
export function showSearch({ text, choices, sort }: View & { readonly text: string }): void {
  useSearch.setState({ text, foundSort: null, choices, sort })
}

/** Orders of earlier days, by place. */
export function restoreSorts(sorts: ReadonlyMap<string, Sort>): void {
  useSearch.setState({ views: new Map([...sorts].map(([key, sort]) => [key, { choices: {}, sort }])) })
}
