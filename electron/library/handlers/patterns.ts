import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { Context } from '../context.ts'

type PatternHandlers = Pick<LibraryHandlers, 'patterns.list' | 'patterns.ids' | 'patterns.get' | 'patterns.sketches'>

export function createPatternHandlers({ reader }: Context): PatternHandlers {
  return {
    'patterns.list': input => reader.ask('page', input),
    'patterns.ids': async input => ({ ids: await reader.ask('ids', input) }),
    'patterns.get': ({ id }) => reader.ask('detail', id),
    'patterns.sketches': async ({ keys }) => ({ sketches: await reader.ask('sketches', keys) }),
  }
}
