/** Turns where she is, what she chose and what she types into the question the wall answers. */
import { useEffect, useRef } from 'react'
import { useAlike, useLike } from '#renderer/features/alike/index.ts'
import { useSearch, within } from '#renderer/features/search/index.ts'
import { filterOf, usePlaces } from '#renderer/features/places/index.ts'
import { ask, leaveWall, type Question } from '#renderer/features/wall/index.ts'

/** Letters typed faster than this are asked about together; the first of them, and each one of a slow hand, at once. */
const TYPING_MS = 70

/** Asks whenever the place, a choice, the order or the words change; of words at most every TYPING_MS. */
export function useQuestion(): void {
  const place = usePlaces(state => state.place)
  const { text, choices, sort, foundSort } = useSearch()
  const like = useLike()
  const alikeSort = useAlike(state => state.sort)
  const asked = useRef({ place, text: '', at: 0 })

  useEffect(() => {
    const query = text.trim()
    const isTyping = asked.current.text !== query && asked.current.place === place
    const question: Question = {
      query,
      filter: within(filterOf(place), choices),
      sort: like ? alikeSort : query === '' ? sort : (foundSort ?? 'best'),
      ...(like ? { like } : {}),
    }
    const go = () => {
      asked.current = { place, text: query, at: performance.now() }
      leaveWall()
      ask(question)
    }
    const wait = isTyping ? asked.current.at + TYPING_MS - performance.now() : 0
    if (wait <= 0) {
      go()
      return
    }
    const timer = setTimeout(go, wait)
    return () => clearTimeout(timer)
  }, [place, text, choices, sort, foundSort, like, alikeSort])
}
