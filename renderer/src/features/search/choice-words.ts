import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import { type Density, type Ends, type Kind, type Line, NO_DESIGNER, type Size } from '#shared/domain/pattern.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { unitsNow } from '#renderer/i18n/units.ts'
import { counted, dayYearWords, formatWord, measureNumber, measureWords } from '#renderer/i18n/words.ts'
import { type Choice, choicesIn, rangeOf } from './choices.ts'
import { shownEnds } from './size-ends.ts'

const YEAR = 365

type Names = ReadonlyMap<string, string>

/** What is chosen, as its chip says it. A name that is not known (deleted meanwhile) is called by what it was. */
export function choiceWords({ field, value }: Choice, names: Names): string {
  const name = names.get(String(value))
  switch (field) {
    case 'kinds':
      return t(`kind.${value as Kind}`)
    case 'sizes':
      return sizeWords(value as Size)
    case 'lines':
      return t(`narrow.line-${value as Line}`)
    case 'densities':
      return t(`narrow.density-${value as Density}`)
    case 'ends':
      return t(`narrow.ends-${value as Ends}`)
    case 'machineIds':
      return name === undefined ? t('narrow.goneMachine') : t('narrow.readyFor', { name })
    case 'planned':
      return t(value === true ? 'narrow.planned' : 'narrow.notPlanned')
    case 'importIds':
      return name ?? t('narrow.import')
    case 'formats':
      return formatWords(String(value))
    case 'designerIds':
      return value === NO_DESIGNER ? t('narrow.noDesigner') : (name ?? t('narrow.goneDesigner'))
    case 'tagIds':
      return name ?? t('narrow.goneTag')
    case 'untagged':
      return t('narrow.untagged')
    case 'collectionIds':
    case 'collectionId':
      return name ?? t('narrow.goneCollection')
    case 'importId':
      return t('narrow.import')
    case 'favourite':
      return t('narrow.onlyFavourites')
    case 'used':
      return t(value === true ? 'narrow.usedOnce' : 'narrow.never')
    case 'usedWithinDays':
      return value === YEAR ? t('narrow.usedYear') : t('narrow.usedWithin', counted(Number(value)))
    case 'addedWithinDays':
      return value === YEAR ? t('narrow.addedYear') : t('narrow.addedWithin', counted(Number(value)))
    case 'states':
      return t(`narrow.state-${value as NonNullable<PatternFilter['states']>[number]}`)
    case 'widthMm':
    case 'heightMm':
      return sizeRangeWords(field, String(value))
    case 'addedBetween':
      return addedWords(String(value))
  }
}

function sizeRangeWords(field: 'widthMm' | 'heightMm', text: string): string {
  const { from, to } = shownEnds(rangeOf(text) ?? {})
  const what = field === 'widthMm' ? 'width' : 'height'
  if (from === null) return t(`narrow.${what}To`, { to: measureWords(to ?? 0) })
  if (to === null) return t(`narrow.${what}From`, { from: measureWords(from) })
  if (from === to) return t(`narrow.${what}About`, { about: measureWords(from) })
  return t(`narrow.${what}Between`, { from: measureNumber(from), to: measureWords(to) })
}

function addedWords(text: string): string {
  const { min, max } = rangeOf(text) ?? {}
  if (min === undefined) return t('narrow.addedTo', { to: dayYearWords(max ?? 0) })
  if (max === undefined) return t('narrow.addedFrom', { from: dayYearWords(min) })
  return t('narrow.addedBetween', { from: dayYearWords(min), to: dayYearWords(max) })
}

function sizeWords(size: Size): string {
  return size === 'unknown' ? t('narrow.sizeUnknown') : t(`narrow.size-${size}-${unitsNow()}`)
}

/** The same beside the others of its group, where the heading says what was done within these days. */
export function daysWords(days: number): string {
  return days === YEAR ? t('narrow.lastYear') : t('narrow.last', counted(days))
}

/** Formats are known by the letters behind the dot. */
export function formatWords(format: string): string {
  return format === 'pointlist' ? t('narrow.pointlist') : formatWord(format)
}

/** The same as part of "Without …": a tag is called a tag, where its name alone could be anything. */
export function withoutWords(choice: Choice, names: Names): string {
  const what = choiceWords(choice, names)
  switch (choice.field) {
    case 'tagIds':
      return t('narrow.withoutTag', { what })
    case 'designerIds':
      return t('narrow.withoutDesigner', { what })
    case 'collectionIds':
      return t('narrow.withoutCollection', { what })
    default:
      return t('narrow.without', { what })
  }
}

/** A name to begin with for a search that is kept: its words and what narrows it. */
export function searchWords(query: string, filter: PatternFilter, names: Names): string {
  const words = choicesIn(filter).map(choice => choiceWords(choice, names))
  return [...(query ? [query] : []), ...words].join(', ')
}
