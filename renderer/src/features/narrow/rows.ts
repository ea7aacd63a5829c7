/** What a group of the panel offers, as rows of words, number and choice. */
import type { Facet, PatternFacets, PatternFilter } from '#shared/contract/library/patterns.ts'
import { NO_DESIGNER } from '#shared/domain/pattern.ts'
import { type Choice, choiceWords, daysWords, importWords, type Named } from '#renderer/features/search/index.ts'
import { t } from '#renderer/i18n/i18n.ts'

export interface Row {
  readonly key: string
  readonly words: string
  readonly patterns: number
  readonly choice: Choice
}

/** Groups in their order, most asked for first. */
export const GROUPS: readonly Facet[] = [
  'kinds',
  'sizes',
  'densities',
  'tags',
  'designers',
  'collections',
  'machines',
  'favourites',
]

/** Seldom asked for: they wait folded below the others, and come up while something of them is chosen. */
export const SELDOM: readonly Facet[] = ['lines', 'ends', 'quilts', 'used', 'added', 'imports', 'formats']

/** Of these only one can be meant. */
export const ONE_OF: ReadonlySet<Facet> = new Set(['used', 'added', 'quilts'])

const FIELD = {
  kinds: 'kinds',
  sizes: 'sizes',
  designers: 'designerIds',
  tags: 'tagIds',
  collections: 'collectionIds',
  formats: 'formats',
  lines: 'lines',
  densities: 'densities',
  ends: 'ends',
  machines: 'machineIds',
} as const

/** Fields that belong to a group: what "any time" takes off. */
export const FIELDS_OF: Readonly<Record<Facet, readonly Choice['field'][]>> = {
  kinds: ['kinds'],
  sizes: ['sizes', 'widthMm', 'heightMm'],
  densities: ['densities'],
  ends: ['ends'],
  machines: ['machineIds'],
  quilts: ['planned'],
  imports: ['importIds'],
  designers: ['designerIds'],
  tags: ['tagIds', 'untagged'],
  collections: ['collectionIds'],
  formats: ['formats'],
  lines: ['lines'],
  favourites: ['favourite'],
  used: ['used', 'usedWithinDays'],
  added: ['addedWithinDays', 'addedBetween'],
}

const NO_NAMES: ReadonlyMap<string, string> = new Map()

/** @param place what the place asks for already: not offered once more */
export function rowsOf(group: Facet, facets: PatternFacets, place: PatternFilter): Row[] {
  switch (group) {
    case 'kinds':
    case 'sizes':
    case 'formats':
    case 'lines':
    case 'densities':
    case 'ends':
      return (facets[group] ?? []).map(({ value, patterns }) => row({ field: FIELD[group], value }, patterns))
    case 'designers':
    case 'collections':
      return (facets[group] ?? []).map(one => namedRow(FIELD[group], one))
    case 'machines':
      return (facets.machines ?? []).map(one => namedRow('machineIds', one))
    case 'imports':
      return (facets.imports ?? []).map(one => namedRow('importIds', { ...one, name: importWords(one) }))
    case 'quilts': {
      const { planned = 0, never = 0 } = facets.quilts ?? {}
      return [row({ field: 'planned', value: true }, planned), row({ field: 'planned', value: false }, never)]
    }
    case 'tags': {
      const { tags = [], untagged = 0 } = facets.tags ?? {}
      const offered = tags.filter(({ id }) => !place.tagIds?.includes(id)).map(one => namedRow('tagIds', one))
      const none = row({ field: 'untagged', value: true }, untagged)
      return untagged > 0 && !place.tagIds ? [...offered, none] : offered
    }
    case 'favourites':
      return [row({ field: 'favourite', value: true }, facets.favourites?.patterns ?? 0)]
    case 'used': {
      const { within = [], never = 0 } = facets.used ?? {}
      const recent = within.map(({ value, patterns }) => daysRow('usedWithinDays', value, patterns))
      return place.used ? recent : [...recent, row({ field: 'used', value: false }, never)]
    }
    case 'added':
      return (facets.added?.within ?? []).map(({ value, patterns }) => daysRow('addedWithinDays', value, patterns))
  }
}

/** Groups that say nothing in this place: on the page of a designer all patterns are hers. */
export function isAnswered(group: Facet, place: PatternFilter): boolean {
  if (group === 'favourites') return place.favourite !== undefined
  if (group === 'imports') return place.importId !== undefined
  return group === 'designers' && place.designerIds !== undefined
}

const row = (choice: Choice, patterns: number): Row => ({
  key: `${choice.field} ${choice.value}`,
  words: choiceWords(choice, NO_NAMES),
  patterns,
  choice,
})

const daysRow = (field: 'usedWithinDays' | 'addedWithinDays', value: number, patterns: number): Row => ({
  ...row({ field, value }, patterns),
  words: daysWords(value),
})

function namedRow(field: Choice['field'], { id, name, patterns }: Named & { readonly patterns: number }): Row {
  return {
    key: `${field} ${id}`,
    words: id === NO_DESIGNER ? t('narrow.noDesigner') : name,
    patterns,
    choice: { field, value: id },
  }
}
