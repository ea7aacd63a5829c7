/** The print that is being made: started, stopped, forgotten. */
import { useEffect, useRef, useState } from 'react'
import { say } from '#renderer/changes/change.ts'
import type { EntryBook } from './entries.ts'
import { makePages, type PrintRun } from './make-pages.ts'

const RESTING: PrintRun = { kind: 'resting', done: 0, total: 0, pages: [] }

export interface PrintRunner {
  readonly run: PrintRun
  start(ids: readonly string[], perPage: number): void
  /** Stops what is being made; forgets what was made. */
  stop(): void
}

export function usePrintRun(book: EntryBook): PrintRunner {
  const [run, setRun] = useState<PrintRun>(RESTING)
  const work = useRef<AbortController | null>(null)
  useEffect(() => () => work.current?.abort(), [])

  return {
    run,
    start(ids, perPage) {
      work.current?.abort()
      const mine = new AbortController()
      work.current = mine
      makePages(book, ids, perPage, mine.signal, setRun).catch((error: unknown) => {
        if (mine.signal.aborted) return
        setRun(RESTING)
        say(error)
      })
    },
    stop() {
      work.current?.abort()
      setRun(RESTING)
    },
  }
}
