import { setImmediate, setTimeout as wait } from 'node:timers/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Context } from '#library/context.ts'
import { reword } from '#library/db/reword.ts'
import type { Touched } from '#library/db/touched.ts'
import { areWordsSuspect, suspectWords, trustWords } from '#library/search/stale-words.ts'
import { refreshWords } from '#library/search/words.ts'

/** Words of so few patterns are made in the transaction that changed them; a reading of a whole library would make each three times. */
const FEW = 40
/** About 15 ms of work. */
const STEP = 100
/** How long nothing must have come before the words of all that came are made. */
const QUIET_MS = 250

export interface WordsLater {
  /** Inside the transaction that changed the patterns. */
  refresh(touched: Touched): void
  /** Makes at once what waits. */
  idle(): Promise<void>
  /** What still waits is found doubtful, and made, by the next start. */
  close(): void
}

/** Search words of what comes from the cloud: at once when it is little, behind everything when it is much. */
export function createWordsLater({ db, events, log }: Pick<Context, 'db' | 'events' | 'log'>): WordsLater {
  const pending = new Set<string>()
  let areOnlyThese = false
  let going: Promise<void> | null = null
  let stopping = new AbortController()
  let isClosed = false

  async function make(): Promise<void> {
    const isDone = await steps()
    // A search asked meanwhile found some by their old words.
    if (isDone) events.emit('patterns.changed', { ids: null })
  }

  async function steps(): Promise<boolean> {
    try {
      while (pending.size > 0) {
        await setImmediate()
        if (isClosed) return false
        const ids = [...pending].slice(0, STEP)
        db.transaction(() => refreshWords(db, ids))
        for (const id of ids) pending.delete(id)
      }
      if (areOnlyThese) trustWords(db)
    } catch (error) {
      if (!(error instanceof BobbinError) || error.code !== 'search-damaged') throw error
      // Made anew behind the next start.
      pending.clear()
    }
    return true
  }

  function start(afterMs: number): void {
    stopping.abort()
    stopping = new AbortController()
    const { signal } = stopping
    const turn = (going ?? Promise.resolve())
      .then(() => wait(afterMs, undefined, { signal, ref: afterMs === 0 }))
      .then(make)
      .catch((error: unknown) => {
        if (!signal.aborted) log.error({ error }, 'search words are late')
      })
    going = turn
    void turn.finally(() => {
      if (going === turn) going = null
    })
  }

  return {
    refresh(touched) {
      if (touched.reworded.size === 0) return
      if (pending.size === 0 && touched.reworded.size <= FEW) {
        reword(db, touched)
        return
      }
      if (pending.size === 0) areOnlyThese = !areWordsSuspect(db)
      // In the same transaction: a killed process leaves nothing behind that the next start does not mend.
      suspectWords(db)
      db.afterCommit(() => {
        for (const id of touched.reworded) pending.add(id)
        start(QUIET_MS)
      })
    },
    async idle() {
      if (pending.size > 0) start(0)
      while (going !== null) await going
    },
    close() {
      isClosed = true
      stopping.abort()
    },
  }
}
