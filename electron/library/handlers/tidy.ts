import { BobbinError } from '#shared/contract/errors.ts'
import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { tidyMethods } from '#shared/contract/library/tidy.ts'
import type { Context } from '../context.ts'
import { missedOf, usedBetween } from '../db/tables/missed-search.ts'
import { cardsOf } from '../db/tables/pattern.ts'
import type { Services } from '../services.ts'
import { meantBy } from '../tidy/meant.ts'

/** What she opens so soon after a search that found nothing, she may have found another way. */
const FOUND_OTHERWISE_MS = 30 * 60 * 1000

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
      const missed = missedOf(db, id)
      if (!missed) throw new BobbinError('search-gone', 'This search is not remembered any more.', { id })
      const look = (words: string) =>
        reader.ask('page', { query: words, filter: {}, sort: 'best', offset: 0, limit: 8, now: clock.now() })
      const soonAfter = usedBetween(db, missed.lastAt, missed.lastAt + FOUND_OTHERWISE_MS, 4)
      return {
        patterns: await meantBy(
          missed.query,
          cardsOf(db, soonAfter).map(({ card }) => card),
          look,
        ),
      }
    },
  }
}
