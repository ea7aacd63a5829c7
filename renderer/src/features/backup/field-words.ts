/** What fields and their values are called where two computers are compared. Pure. */
import type { Json } from '#shared/sync/record.ts'
import { KINDS } from '#shared/domain/pattern.ts'
import { en } from '#renderer/i18n/en.ts'
import { t } from '#renderer/i18n/i18n.ts'

const FIELDS: Readonly<Record<string, keyof typeof en.backup.field>> = {
  name: 'name',
  designer_id: 'designer',
  kind: 'kind',
  notes: 'notes',
  favourite: 'favourite',
  width_mm: 'size',
  height_mm: 'size',
  size_source: 'size',
  tag_group_id: 'group',
  collection_group_id: 'group',
  trashed_at: 'trashed',
}

/** `name`, `notes` …, in the middle of a sentence; what nobody reads as a word is "details". */
export function fieldWords(field: string): string {
  return t(`backup.field.${FIELDS[field] ?? 'other'}`)
}

/** The same at the beginning of a line. */
export function fieldTitle(field: string): string {
  const words = fieldWords(field)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whether a person can tell two values of this field apart by reading them. */
export function isRead(field: string): boolean {
  return ['name', 'designer_id', 'kind', 'notes', 'favourite', 'trashed_at'].includes(field)
}

/** Two of them stand side by side: enough to tell them apart. */
const LONGEST = 600

/** The value as she would say it. @param text its words where the value alone says nothing, such as a tag's name for its id */
export function valueWords(field: string, value: Json, text: string | null): string {
  if (text !== null && text !== '') return text
  if (field === 'favourite') return t(isYes(value) ? 'backup.value.favourite' : 'backup.value.unfavourite')
  if (field === 'trashed_at') return t(value === null ? 'backup.value.untrashed' : 'backup.value.trashed')
  if (value === null || value === '') return t('backup.value.none')
  const kind = field === 'kind' ? KINDS.find(one => one === value) : undefined
  if (kind) return t(`kind.${kind}`)
  return typeof value === 'object' ? t('backup.field.other') : shortened(String(value))
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text
}

function isYes(value: Json): boolean {
  return value === 1 || value === true
}

/** Notes of two computers as one text: what is here stays on top, the other follows; a line of both stands once. */
export function notesTogether(current: string, other: string): string {
  if (current.includes(other.trim())) return current
  if (other.includes(current.trim())) return other
  return `${current.trimEnd()}\n\n${other.trimStart()}`
}

/** What a record is called in a sentence that begins with it. */
export function nameWords(name: string): string {
  return name === '' ? t('backup.value.thing') : name
}
