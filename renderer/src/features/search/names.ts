/** Names of tags, designers and collections by id, for chips: learnt from whatever list comes by, asked for where none did. */
import { create } from 'zustand'
import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import { NO_DESIGNER } from '#shared/domain/pattern.ts'
import { library } from '#renderer/host/bobbin.ts'

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
}
