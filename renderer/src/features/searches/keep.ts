/** Keeping, changing and letting go of searches, each said and one press from undone. */
import type { Question } from '#shared/contract/library/order.ts'
import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import { make } from '#renderer/changes/change.ts'
import { goTo, refreshSearches, usePlaces } from '#renderer/features/places/index.ts'
import { within } from '#renderer/features/search/index.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'

/** The question on the wall as one that can be asked from anywhere: the collection she is in is one of its collections. */
export function portable(place: PatternFilter, choices: PatternFilter): PatternFilter {
  const { collectionId, importId, ...filter } = within(place, choices)
  return {
    ...filter,
    ...(collectionId === undefined ? {} : { collectionIds: withOne(filter.collectionIds, collectionId) }),
    ...(importId === undefined ? {} : { importIds: withOne(filter.importIds, importId) }),
  }
}

const withOne = (ids: readonly string[] = [], id: string): string[] => [...new Set([...ids, id])]

/** Keeps a new search and goes there. @throws BobbinError `name-taken` */
export async function keepSearch(name: string, question: Question, pinned: boolean): Promise<void> {
  const { id, change } = await library.call('searches.save', { name, question, pinned })
  await make(Promise.resolve(change), () => t('searches.kept', { name }))
  await refreshSearches()
  goTo({ kind: 'search', id, name, question })
}

/** What a kept search asks is now what stands on the screen. */
export async function changeQuestion(id: string, name: string, question: Question): Promise<void> {
  const isDone = await make(library.call('searches.edit', { id, set: { question } }), () =>
    t('searches.changed', { name }),
  )
  if (isDone) usePlaces.setState({ place: { kind: 'search', id, name, question } })
}

/** @throws BobbinError `name-taken` */
export async function renameSearch(id: string, name: string): Promise<void> {
  const change = await library.call('searches.edit', { id, set: { name } })
  await make(Promise.resolve(change), () => t('searches.renamed', { name }))
}

export function pinSearch(id: string, name: string, pinned: boolean): Promise<boolean> {
  return make(library.call('searches.edit', { id, set: { pinned } }), () =>
    t(pinned ? 'searches.pinned' : 'searches.unpinned', { name }),
  )
}

export async function trashSearch(id: string, name: string): Promise<void> {
  const isDone = await make(library.call('searches.trash', { id }), () => t('searches.trashed', { name }))
  const { place } = usePlaces.getState()
  if (isDone && place.kind === 'search' && place.id === id) goTo({ kind: 'patterns' })
}
