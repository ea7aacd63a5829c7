import { useCallback, useRef, useState } from 'react'
import { say } from '#renderer/changes/change.ts'

const PAGE = 200

export interface Pages<One> {
  readonly total: number
  at(index: number): One | null
  /** Fetches what is in sight and not here yet. */
  show(first: number, last: number): void
  /** Changes those that are here. */
  change(by: (one: One, index: number) => One): void
}

/** A long list of the core, fetched as it comes into view. `fetch` must stay the same function. */
export function usePages<One>(
  fetch: (offset: number, limit: number) => Promise<{ total: number; list: One[] }>,
): Pages<One> {
  const [pages, setPages] = useState<ReadonlyMap<number, readonly One[]>>(new Map())
  const [total, setTotal] = useState(0)
  const coming = useRef(new Set<number>())

  const fetchPage = useCallback(
    async (page: number) => {
      if (coming.current.has(page)) return
      coming.current.add(page)
      try {
        const answer = await fetch(page * PAGE, PAGE)
        setTotal(answer.total)
        setPages(before => new Map(before).set(page, answer.list))
      } catch (error) {
        coming.current.delete(page)
        say(error)
      }
    },
    [fetch],
  )

  return {
    total,
    at: index => pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null,
    show: useCallback(
      (first, last) => {
        for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
          // The first page is what tells how many there are.
          if (page === 0 || page * PAGE < total) void fetchPage(page)
        }
      },
      [fetchPage, total],
    ),
    change: by =>
      setPages(
        before => new Map([...before].map(([page, list]) => [page, list.map((one, at) => by(one, page * PAGE + at))])),
      ),
  }
}
