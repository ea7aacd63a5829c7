import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { Context } from '../context.ts'

export function createSearchHandlers({
  reader,
}: Pick<Context, 'reader'>): Pick<LibraryHandlers, 'search.prepare' | 'search.suggest'> {
  return {
    async 'search.prepare'() {
      while (await reader.ask('readWords'));
      return {}
    },
    'search.suggest': async ({ text }, { signal }) => ({ suggestions: await reader.ask('suggest', text, signal) }),
  }
}
