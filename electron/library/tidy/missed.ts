import type { PatternCard, PatternFilter } from '#shared/contract/library/patterns.ts'
import type { MissedSearch } from '#shared/contract/library/tidy.ts'
import { foldName } from '#shared/text/fold.ts'
import type { Context } from '../context.ts'
import { dropMissed, forgetMissed, missedSearches, missedSince, putMissed } from '../db/tables/missed-search.ts'

/** Searches that found nothing: remembered quietly, because what she looked for says what her patterns lack in words. */
export interface Missed {
  /** A search was answered: whatever nobody asks anything after for a while was meant as it stands. */
  answered(asked: Answered): void
  list(): MissedSearch[]
  forget(ids: readonly string[]): void
  restore(ids: readonly string[]): void
  close(): void
}

export interface Answered {
  readonly query: string
  readonly filter: PatternFilter
  readonly total: number
  /** The first page. */
  readonly patterns: readonly Pick<PatternCard, 'also'>[]
}

/** Long enough that it was no letter on the way to a word. */
const SETTLE_MS = 2_500
/** A query that another one of hers begins with, so shortly before, was on its way to it. */
const ON_THE_WAY_MS = 60_000
const SHORTEST = 3

export function createMissed(
  { db, clock, newId, events }: Pick<Context, 'db' | 'clock' | 'newId' | 'events'>,
  settleMs: number = SETTLE_MS,
): Missed {
  let timer: NodeJS.Timeout | undefined
  let waiting: string | null = null
  let isClosed = false

  function remember(query: string): void {
    const key = foldName(query)
    const at = clock.now()
    const begun = missedSince(db, at - ON_THE_WAY_MS).filter(one => one.key !== key && key.startsWith(one.key))
    db.transaction(() => {
      dropMissed(
        db,
        begun.map(one => one.key),
      )
      putMissed(db, { id: newId(), query: query.trim(), key, at })
    })
    events.emit('missed.changed', {})
  }

  function settled(): void {
    timer = undefined
    if (waiting !== null) remember(waiting)
    waiting = null
  }

  return {
    answered({ query, filter, total, patterns }) {
      if (isClosed) return
      const key = foldName(query)
      if (waiting !== null && foldName(waiting) === key) return
      clearTimeout(timer)
      waiting = null
      // With filters chosen it says little that nothing was left.
      if ([...key].length < SHORTEST || Object.keys(filter).length > 0) return
      // What a helper found by meaning alone is a guess beside the point that no word was found.
      const isFound = total > 0 && !patterns.every(({ also }) => also)
      if (isFound) {
        if (dropMissed(db, [key]) > 0) events.emit('missed.changed', {})
        return
      }
      waiting = query
      timer = setTimeout(settled, settleMs).unref()
    },
    list: () => missedSearches(db),
    forget(ids) {
      forgetMissed(db, ids, clock.now())
      events.emit('missed.changed', {})
    },
    restore(ids) {
      forgetMissed(db, ids, null)
      events.emit('missed.changed', {})
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
