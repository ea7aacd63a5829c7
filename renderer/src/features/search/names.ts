/** Names of tags, designers, collections, machines and imports by id, for chips: learnt from whatever list comes by, asked for where none did. */
import { create } from 'zustand'
import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import { NO_DESIGNER } from '#shared/domain/pattern.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { dayYearWords } from '#renderer/i18n/words.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

export const useNames = create<{ names: ReadonlyMap<string, string> }>(() => ({ names: new Map() }))

export function learnNames(list: readonly Named[]): void {
  useNames.setState(({ names }) => {
    if (list.every(({ id, name }) => names.get(id) === name)) return {}
    const more = new Map(names)
    for (const { id, name } of list) more.set(id, name)
    return { names: more }
  })
}

/** Asks for the names a filter speaks of that nobody told yet. A name that cannot be had is left out of the words. */
export async function learnNamesOf(filter: PatternFilter): Promise<void> {
  const { names } = useNames.getState()
  const isMissing = (ids: readonly string[] = []) => ids.some(id => id !== NO_DESIGNER && !names.has(id))
  const collectionIds = [...(filter.collectionIds ?? []), ...(filter.collectionId ? [filter.collectionId] : [])]
  const lists = await Promise.all([
    isMissing(filter.tagIds) ? library.call('tags.list', {}).then(({ tags }) => tags) : [],
    isMissing(filter.designerIds) ? library.call('designers.list', {}).then(({ designers }) => designers) : [],
    isMissing(collectionIds) ? library.call('collections.list', {}).then(({ collections }) => collections) : [],
  ])
  learnNames(lists.flat())
  if (isMissing(filter.machineIds) || isMissing(filter.importIds)) await learnCounted()
}

/** Machines and imports have no list of their own that is short: they are told with their counts. */
async function learnCounted(): Promise<void> {
  const { machines = [], imports = [] } = await library.call('patterns.facets', {
    query: '',
    filter: {},
    of: ['machines', 'imports'],
  })
  learnNames([...machines, ...imports.map(one => ({ id: one.id, name: importWords(one) }))])
}

/** What an import is known by: where it came from, and when. */
export function importWords({ name, at }: { readonly name: string; readonly at: number }): string {
  return name === '' ? dayYearWords(at) : t('narrow.importOf', { name, day: dayYearWords(at) })
}
