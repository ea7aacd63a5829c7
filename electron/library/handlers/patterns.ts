import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { PatternFilter } from '#shared/contract/library/patterns.ts'
import type { Context } from '../context.ts'
import { machineNeeds } from '../machines/needs.ts'
import { readDesignOf } from '../patterns/design.ts'
import type { Services } from '../services.ts'
import { askDescribed } from '../vectors/described.ts'

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
  { edits, tags, collections, rereading, meaning, missed }: Services,
): PatternHandlers {
  const { reader, clock, db } = context
  /** What the reader cannot know: the time, and what her machines take. */
  const given = ({ machineIds }: PatternFilter, isCounted = false) => ({
    now: clock.now(),
    ...(machineIds || isCounted ? { machines: machineNeeds(db) } : {}),
  })
  return {
    async 'patterns.list'(input, { signal }) {
      const page = await askDescribed(context, input, signal, asked =>
        reader.ask('page', { ...asked, ...given(asked.filter) }, signal),
      )
      meaning.asked(input.query)
      if (input.offset === 0 && !input.like) missed.answered({ ...input, ...page })
      return page
    },
    'patterns.ids': async (input, { signal }) => ({
      ids: await askDescribed(context, input, signal, asked => reader.ask('ids', { ...asked, ...given(asked.filter) })),
    }),
    'patterns.facets': (input, { signal }) =>
      askDescribed(context, input, signal, asked =>
        reader.ask('facets', { ...asked, ...given(asked.filter, asked.of.includes('machines')) }, signal),
      ),
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
