/** Turns where she is, what she chose and what she types into the question the wall answers. */
import { useEffect, useRef } from 'react'
import { useSearch, within } from '#renderer/features/search/index.ts'
import { filterOf, usePlaces } from '#renderer/features/places/index.ts'
import { ask, leaveWall, type Question } from '#renderer/features/wall/index.ts'

/** Typing pauses shorter than this belong to one word. */
const TYPING_MS = 70

/** Asks whenever the place, a choice, the order or the words change. Words wait for a breath; presses do not. */
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
    if (!isTyping) {
      go()
      return
    }
    const timer = setTimeout(go, TYPING_MS)
    return () => clearTimeout(timer)
  }, [place, text, choices, sort, foundSort])
}
