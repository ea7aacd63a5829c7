/** Turns where she is and what she types into the question the wall answers. */
import { useEffect, useRef } from 'react'
import { clearSearch, useSearch } from '#renderer/features/search/index.ts'
import { filterOf, usePlaces } from '#renderer/features/places/index.ts'
import { ask, leaveWall, type Question } from '#renderer/features/wall/index.ts'

/** Typing pauses shorter than this belong to one word. */
const TYPING_MS = 70

/** Asks whenever the place, the kind, the order or the words change. Words wait for a breath; presses do not. */
export function useQuestion(): void {
  const place = usePlaces(state => state.place)
  const { text, kind, sort } = useSearch()
  const asked = useRef({ place, text: '' })

  useEffect(() => {
    if (asked.current.place !== place) clearSearch()
  }, [place])

  useEffect(() => {
    const query = text.trim()
    const isTyping = asked.current.text !== query
    const filter = { ...filterOf(place), ...(kind === 'all' ? {} : { kinds: [kind] }) }
    const order = query !== '' ? 'best' : place.kind === 'used' ? 'last-used' : sort
    const question: Question = { query, filter, sort: order }
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
  }, [place, text, kind, sort])
}
