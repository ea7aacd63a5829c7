import type { HistoryEntry } from '#shared/contract/library/patterns.ts'
import { KINDS } from '#shared/domain/pattern.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { doneWords } from '#renderer/i18n/labels.ts'

type Change = HistoryEntry['changes'][number]

/** Fields whose values a person reads. */
const TOLD = ['name', 'designer', 'kind', 'notes'] as const
type Told = (typeof TOLD)[number]

/** What was done, in a sentence; an entry of a later Bobbin is simply a change. */
export function entryWords(entry: HistoryEntry): string {
  return doneWords(entry) ?? t('inspector.history.changed')
}

/** Before and after of each field, a sentence each. What follows from the files is told once, however many figures it has. */
export function changeWords(entry: HistoryEntry): string[] {
  const sentences = entry.changes.flatMap(change => sentenceOf(change) ?? [])
  const isMeasured = entry.changes.some(change => isMeasure(change.field))
  return [...new Set(isMeasured ? [...sentences, t('inspector.history.measured')] : sentences)]
}

function isMeasure(field: string): boolean {
  return /_mm$|^(runs|jumps|pauses|points|closed|size_source|main_hash|picture_hash|state)$/u.test(field)
}

function sentenceOf({ field, before, after }: Change): string | null {
  const told = TOLD.find(one => one === field)
  if (told) return valueSentence(told, before, after)
  switch (field) {
    case 'tag':
    case 'collection':
    case 'file': {
      const name = typeof after === 'string' ? after : typeof before === 'string' ? before : ''
      if (name === '') return null
      return t(`inspector.history.${field}${after === null ? 'Off' : 'On'}`, { name })
    }
    case 'added':
      return typeof after === 'string' ? t('inspector.history.added', { name: after }) : null
    case 'favourite':
      return t(after === true ? 'inspector.history.favourite' : 'inspector.history.unfavourite')
    case 'trashed':
      return t(after === true ? 'inspector.history.trashed' : 'inspector.history.restored')
    default:
      return null
  }
}

function valueSentence(field: Told, before: unknown, after: unknown): string {
  const name = t(`inspector.history.field.${field}`)
  const [from, to] = [valueWords(field, before), valueWords(field, after)]
  if (from === '') return t('inspector.history.set', { field: name, to })
  if (to === '') return t('inspector.history.emptied', { field: name, from })
  return t('inspector.history.became', { field: name, from, to })
}

/** Long notes are told by their beginning; the whole of them comes back with "Go back to this". */
const LONGEST = 160

function valueWords(field: Told, value: unknown): string {
  if (typeof value !== 'string') return ''
  const kind = field === 'kind' ? KINDS.find(one => one === value) : undefined
  if (kind) return t(`kind.${kind}`)
  return value.length > LONGEST ? `${value.slice(0, LONGEST).trimEnd()}…` : value
}
