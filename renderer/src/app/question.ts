/** Turns where she is, what she chose and what she types into the question the wall answers. */
import { useEffect, useRef } from 'react'
import { useSearch, within } from '#renderer/features/search/index.ts'
import { filterOf, usePlaces } from '#renderer/features/places/index.ts'
import { answerComing, ask, leaveWall, type Question } from '#renderer/features/wall/index.ts'

/** An answer that takes longer is not waited for: the letters typed since are asked about in its place. */
const PATIENCE_MS = 70

/**
 * Asks whenever the place, a choice, the order or the words change: at once, and while an answer to letters is on its way, as soon as it is
 * here. So no letter waits for a clock, and letters typed faster than the core answers are asked about together.
 */
export function useQuestion(): void {
  const place = usePlaces(state => state.place)
  const { text, choices, sort, foundSort } = useSearch()
  const asked = useRef({ place, text: '' })

  useEffect(() => {
    const query = text.trim()
    const isTyping = asked.current.text !== query && asked.current.place === place
    const question: Question = {
      query,
      filter: within(filterOf(place), choices),
      sort: query === '' ? sort : (foundSort ?? 'best'),
    }
    const go = () => {
      asked.current = { place, text: query }
      leaveWall()
      ask(question)
    }
    const coming = isTyping ? answerComing() : null
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
  }, [place, text, choices, sort, foundSort])
}
