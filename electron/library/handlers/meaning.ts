import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { meaningMethods } from '#shared/contract/library/meaning.ts'
import type { Services } from '../services.ts'

/** The helper for search that she may have downloaded. */
export function createMeaningHandlers({
  meaning,
}: Pick<Services, 'meaning'>): Pick<LibraryHandlers, keyof typeof meaningMethods> {
  return {
    'meaning.get': () => meaning.state(),
    'meaning.set': change => meaning.set(change),
    'meaning.remove': () => meaning.remove(),
  }
}
