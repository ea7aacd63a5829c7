import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { doublesMethods } from '#shared/contract/library/doubles.ts'
import type { Context } from '../context.ts'
import type { Services } from '../services.ts'

/** Patterns that look alike. */
export function createDoublesHandlers(
  { reader }: Context,
  { duplicates }: Services,
): Pick<LibraryHandlers, keyof typeof doublesMethods> {
  const { searching } = duplicates
  return {
    'doubles.state': async () => ({ ...searching.state(), pairs: await reader.ask('countPairs') }),
    'doubles.list': page => reader.ask('pairs', page),
    'doubles.of': async ({ id }) => ({ pairs: await reader.ask('pairsWith', id) }),
    'doubles.overlay': async ({ first, second }) => ({ overlay: await reader.ask('overlay', { first, second }) }),
    async 'doubles.scan'() {
      await searching.scan()
      return {}
    },
    async 'doubles.pause'() {
      await searching.pause()
      return {}
    },
    'doubles.goOn'() {
      searching.goOn()
      return {}
    },
    'doubles.keepBoth': ({ first, second }) => duplicates.keepBoth(first, second),
    'doubles.notSame': ({ first, second }) => duplicates.notSame(first, second),
    'doubles.keepOne': ({ keep, other }) => duplicates.keepOne(keep, other),
    'doubles.combine': ({ keep, other }) => duplicates.combine(keep, other),
    async 'doubles.accept'({ ids }) {
      const pairs = await reader.ask('pairsById', ids)
      return duplicates.accept(pairs)
    },
  }
}
