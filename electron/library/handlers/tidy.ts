import { BobbinError } from '#shared/contract/errors.ts'
import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { tidyMethods } from '#shared/contract/library/tidy.ts'
import type { Context } from '../context.ts'
import { missedQuery } from '../db/tables/missed-search.ts'
import type { Services } from '../services.ts'
import { meantBy } from '../tidy/meant.ts'

/** Tidying up, and searches that found nothing. */
export function createTidyHandlers(
  { reader, db, clock }: Pick<Context, 'reader' | 'db' | 'clock'>,
  { tidy, missed }: Pick<Services, 'tidy' | 'missed'>,
): Pick<LibraryHandlers, keyof typeof tidyMethods> {
  return {
    'tidy.counts': () => reader.ask('tidyCounts'),
    'tidy.list': asked => reader.ask('tidyPage', asked),
    'tidy.suggest': ({ ids }) => reader.ask('suggestTags', ids),
    'tidy.accept': ({ items }) => tidy.accept(items),
    'tidy.decline': ({ ids, tags }) => tidy.decline(ids, tags),
    'tidy.rightSo': ({ ids, group }) => tidy.rightSo(ids, group),
    'tidy.turn': (asked, { signal }) => tidy.turn(asked, signal),
    'tidy.size': (asked, { signal }) => tidy.size(asked, signal),
    'missed.list': () => ({ searches: missed.list() }),
    'missed.forget': ({ ids }) => {
      missed.forget(ids)
      return {}
    },
    'missed.restore': ({ ids }) => {
      missed.restore(ids)
      return {}
    },
    'missed.meant': async ({ id }) => {
      const query = missedQuery(db, id)
      if (query === undefined) throw new BobbinError('search-gone', 'This search is not remembered any more.', { id })
      const look = (words: string) =>
        reader.ask('page', { query: words, filter: {}, sort: 'best', offset: 0, limit: 8, now: clock.now() })
      return { patterns: await meantBy(query, look) }
    },
  }
}
