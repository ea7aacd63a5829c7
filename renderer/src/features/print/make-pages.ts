/** Making all pages: in steps, so that the window stays alive, with a way to stop. */
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

/**
 * Full pages as soon as they are full, the last one at the end; a page that was told once never changes.
 *
 * @param tell hears of every step, the last of kind `ready`; nothing more once the signal is aborted
 */
export async function makePages(
  book: EntryBook,
  ids: readonly string[],
  perPage: number,
  signal: AbortSignal,
  tell: (run: PrintRun) => void,
): Promise<void> {
  const total = ids.length
  let pages: readonly PrintedPageEntries[] = []
  let rest: readonly Entry[] = []
  tell({ kind: 'making', done: 0, total, pages })
  for (let at = 0; at < total; at += HANDFUL) {
    rest = [...rest, ...(await book.load(ids.slice(at, at + HANDFUL), signal))]
    if (signal.aborted) return
    const full = Math.floor(rest.length / perPage)
    pages = [...pages, ...Array.from({ length: full }, (_, page) => rest.slice(page * perPage, (page + 1) * perPage))]
    rest = rest.slice(full * perPage)
    tell({ kind: 'making', done: Math.min(total, at + HANDFUL), total, pages })
  }
  if (rest.length > 0) pages = [...pages, rest]
  tell({ kind: 'ready', done: total, total, pages })
}
