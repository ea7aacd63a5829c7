import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { Context } from '../context.ts'
import { readDesignOf } from '../patterns/design.ts'
import type { Services } from '../services.ts'

type PatternHandlers = Pick<
  LibraryHandlers,
  | 'patterns.list'
  | 'patterns.ids'
  | 'patterns.facets'
  | 'patterns.get'
  | 'patterns.sketches'
  | 'patterns.captions'
  | 'patterns.describe'
  | 'patterns.design'
  | 'patterns.history'
  | 'patterns.edit'
  | 'patterns.tag'
  | 'patterns.collect'
  | 'patterns.touch'
  | 'patterns.redraw'
>

export function createPatternHandlers(
  context: Context,
  { edits, tags, collections, rereading }: Services,
): PatternHandlers {
  const { reader, clock } = context
  return {
    'patterns.list': (input, { signal }) => reader.ask('page', { ...input, now: clock.now() }, signal),
    'patterns.ids': async input => ({ ids: await reader.ask('ids', { ...input, now: clock.now() }) }),
    'patterns.facets': (input, { signal }) => reader.ask('facets', { ...input, now: clock.now() }, signal),
    'patterns.get': ({ id }) => reader.ask('detail', id),
    'patterns.captions': async ({ ids }) => ({ captions: await reader.ask('captions', ids) }),
    'patterns.describe': async ({ ids }) => ({ patterns: await reader.ask('describe', ids) }),
    'patterns.sketches': async ({ keys }) => ({ sketches: await reader.ask('sketches', keys) }),
    'patterns.design': ({ id }, { signal }) => readDesignOf(context, id, signal),
    'patterns.history': async ({ id }) => ({ entries: await reader.ask('history', id) }),
    'patterns.edit': ({ ids, set }) => edits.edit(ids, set),
    'patterns.tag': ({ ids, add, remove }) => tags.tag(ids, add, remove),
    'patterns.collect': ({ ids, collectionId, member }) => collections.collect(ids, collectionId, member),
    'patterns.redraw': async ({ ids }, { signal }) => ({ patterns: await rereading.patterns(ids, signal) }),
    'patterns.touch': ({ id }) => {
      edits.touch(id)
      return {}
    },
  }
}
