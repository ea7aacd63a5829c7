import { useCallback, useRef, useState } from 'react'
import type { ImportCandidate } from '#shared/contract/library/imports.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { tick } from './bring-in-store.ts'

const PAGE = 200

interface Candidates {
  readonly total: number
  at(index: number): ImportCandidate | null
  /** Fetches what is in sight and not here yet. */
  show(first: number, last: number): void
  setOne(index: number, chosen: boolean): void
  setAll(chosen: boolean): void
}

/** The patterns-to-be of an import, fetched as they come into view. */
export function useCandidates(id: string): Candidates {
  const [pages, setPages] = useState<ReadonlyMap<number, readonly ImportCandidate[]>>(new Map())
  const [total, setTotal] = useState(0)
  const coming = useRef(new Set<number>())

  const fetchPage = useCallback(
    async (page: number) => {
      if (coming.current.has(page)) return
      coming.current.add(page)
      try {
        const answer = await library.call('imports.candidates', { id, offset: page * PAGE, limit: PAGE })
        setTotal(answer.total)
        setPages(before => new Map(before).set(page, answer.candidates))
      } catch (error) {
        coming.current.delete(page)
        say(error)
      }
    },
    [id],
  )

  const mark = (isMeant: (index: number) => boolean, chosen: boolean) =>
    setPages(
      before =>
        new Map(
          [...before].map(([page, list]) => [
            page,
            list.map((one, at) => (isMeant(page * PAGE + at) ? { ...one, chosen } : one)),
          ]),
        ),
    )

  const at = (index: number) => pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null

  return {
    total,
    at,
    show(first, last) {
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
        // The first page is what tells how many there are.
        if (page === 0 || page * PAGE < total) void fetchPage(page)
      }
    },
    setOne(index, chosen) {
      const one = at(index)
      if (!one) return
      mark(other => other === index, chosen)
      void tick(chosen, { keys: [one.key] })
    },
    setAll(chosen) {
      mark(() => true, chosen)
      void tick(chosen, {})
    },
  }
}
