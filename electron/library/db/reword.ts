import { setImmediate } from 'node:timers/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import { areWordsSuspect, suspectWords, trustWords } from '../search/stale-words.ts'
import { refreshWords } from '../search/words.ts'
import type { CommitContext } from './commit.ts'
import type { WriteDb } from './handles.ts'
import type { Touched } from './touched.ts'

/** About 30 ms of work. A tag's new name is a word of every pattern that wears it, which may be all of them. */
const STEP = 500

/** Patterns whose words are still to be made, and whether nobody but this change doubts the words there are. */
export interface LaterWords {
  readonly ids: readonly string[]
  readonly onlyThese: boolean
}

/** A damaged search index never keeps her from changing a pattern: it is set aside and made anew behind the next start. */
export function reword(db: WriteDb, touched: Touched): void {
  try {
    db.transaction(() => refreshWords(db, touched.reworded))
  } catch (error) {
    if (!(error instanceof BobbinError) || error.code !== 'search-damaged') throw error
    suspectWords(db)
  }
}

/**
 * The same where there is time for steps: what is too much for one transaction is answered, for `rewordLater`. Until that is done the words
 * count as doubtful, so that a killed process leaves nothing behind that the next start does not mend.
 */
export function rewordSome(db: WriteDb, touched: Touched): LaterWords | null {
  if (touched.reworded.size <= STEP) {
    reword(db, touched)
    return null
  }
  const onlyThese = !areWordsSuspect(db)
  suspectWords(db)
  return { ids: [...touched.reworded], onlyThese }
}

export async function rewordLater({ db, events }: CommitContext, { ids, onlyThese }: LaterWords): Promise<void> {
  try {
    for (let at = 0; at < ids.length; at += STEP) {
      await setImmediate()
      db.transaction(() => refreshWords(db, ids.slice(at, at + STEP)))
    }
    if (onlyThese) trustWords(db)
  } catch (error) {
    if (!(error instanceof BobbinError) || error.code !== 'search-damaged') throw error
  }
  // A search asked meanwhile found some by their old words.
  events.emit('patterns.changed', { ids: null })
}
