/** Making all pages: in steps, so that the window stays alive, with a way to stop. */
import { useEffect, useRef, useState } from 'react'
import { say } from '#renderer/changes/change.ts'
import { type Entry, type EntryBook, HANDFUL } from './entries.ts'

export type PrintedPageEntries = readonly Entry[]

export interface PrintRun {
  /** `ready`: all pages are in the window, for the printer only. */
  readonly kind: 'resting' | 'making' | 'ready'
  /** Patterns that are on pages. */
  readonly done: number
  readonly total: number
  readonly pages: readonly PrintedPageEntries[]
}

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

  async function make(ids: readonly string[], perPage: number, signal: AbortSignal): Promise<void> {
    const total = ids.length
    let pages: readonly PrintedPageEntries[] = []
    let rest: readonly Entry[] = []
    setRun({ kind: 'making', done: 0, total, pages })
    for (let at = 0; at < total; at += HANDFUL) {
      rest = [...rest, ...(await book.load(ids.slice(at, at + HANDFUL), signal))]
      if (signal.aborted) return
      const full = Math.floor(rest.length / perPage)
      pages = [...pages, ...Array.from({ length: full }, (_, page) => rest.slice(page * perPage, (page + 1) * perPage))]
      rest = rest.slice(full * perPage)
      setRun({ kind: 'making', done: Math.min(total, at + HANDFUL), total, pages })
    }
    if (rest.length > 0) pages = [...pages, rest]
    setRun({ kind: 'ready', done: total, total, pages })
  }

  return {
    run,
    start(ids, perPage) {
      work.current?.abort()
      const mine = new AbortController()
      work.current = mine
      make(ids, perPage, mine.signal).catch((error: unknown) => {
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
