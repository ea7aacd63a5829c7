/** Turns where she is, what she chose and what she types into the question the wall answers. */
import { useEffect, useRef } from 'react'
import type { Like } from '#shared/contract/library/patterns.ts'
import { useAlike, useLike } from '#renderer/features/alike/index.ts'
import { useSearch, within } from '#renderer/features/search/index.ts'
import { filterOf, type Place, usePlaces } from '#renderer/features/places/index.ts'
import { answerComing, ask, leaveWall, type Question } from '#renderer/features/wall/index.ts'

interface Asked {
  readonly place: Place
  readonly text: string
  readonly like: Like | null
}

/** An answer that takes longer is not waited for: the letters typed since are asked about in its place. */
const PATIENCE_MS = 70

/**
 * Asks whenever the place, a choice, the order, the words or the drawing change: at once, and while an answer to letters or a moving hand is
 * on its way, as soon as it is here. So nothing waits for a clock, and what comes faster than the core answers is asked about together.
 */
export function useQuestion(): void {
  const place = usePlaces(state => state.place)
  const { text, choices, sort, foundSort } = useSearch()
  const like = useLike()
  const alikeSort = useAlike(state => state.sort)
  const asked = useRef<Asked>({ place, text: '', like: null })

  useEffect(() => {
    const query = text.trim()
    const { text: textBefore, like: likeBefore } = asked.current
    const isFollowing = asked.current.place === place && (textBefore !== query || likeBefore !== like)
    const question: Question = {
      query,
      filter: within(filterOf(place), choices),
      sort: like ? alikeSort : query === '' ? sort : (foundSort ?? 'best'),
      ...(like ? { like } : {}),
    }
    const go = () => {
      asked.current = { place, text: query, like }
      leaveWall()
      ask(question)
    }
    const coming = isFollowing ? answerComing() : null
    if (!coming) {
      go()
      return
    }
    let isAsked = false
    const once = () => {
      if (!isAsked) go()
      isAsked = true
    }
    const timer = setTimeout(once, PATIENCE_MS)
    void coming.then(once)
    return () => {
      isAsked = true
      clearTimeout(timer)
    }
  }, [place, text, choices, sort, foundSort, like, alikeSort])
}
