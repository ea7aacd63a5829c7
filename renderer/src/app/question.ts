/** Turns where she is, what she chose and what she types into the question the wall answers. */
import type { Like } from '#shared/contract/library/patterns.ts'
import { likeIn, useAlike } from '#renderer/features/alike/index.ts'
import { useSearch, within } from '#renderer/features/search/index.ts'
import { filterOf, type Place, usePlaces } from '#renderer/features/places/index.ts'
import { answerComing, ask, leaveWall, type Question } from '#renderer/features/wall/index.ts'

/** An answer that takes longer is not waited for: the letters typed since are asked about in its place. */
const PATIENCE_MS = 70

/**
 * Asks whenever the place, a choice, the order, the words or what it is to look like change: at once, before the window is drawn anew for
 * the letter, and while an answer to letters or to a drawing hand is on its way, as soon as it is here. So nothing waits for a clock or for
 * the window, and what comes faster than the core answers is asked about together. Returns the function that stops it.
 */
export function followQuestion(): () => void {
  let asked: { place: Place; text: string; like: Like | undefined } = {
    place: usePlaces.getState().place,
    text: '',
    like: undefined,
  }
  let waiting: symbol | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function go(): void {
    waiting = null
    clearTimeout(timer)
    const { place } = usePlaces.getState()
    const question = questionNow()
    asked = { place, text: question.query, like: question.like }
    leaveWall()
    ask(question)
  }

  function changed(): void {
    const { query, like } = questionNow()
    const isFollowing = (asked.text !== query || asked.like !== like) && asked.place === usePlaces.getState().place
    const coming = isFollowing ? answerComing() : null
    if (!coming) {
      go()
      return
    }
    if (waiting) return
    const mine = Symbol('waiting')
    waiting = mine
    const once = () => {
      if (waiting === mine) go()
    }
    timer = setTimeout(once, PATIENCE_MS)
    void coming.then(once)
  }

  let isGathering = false
  let isStopped = false
  /** Going to another place changes several things one after the other: they are one question. */
  function soon(): void {
    if (isGathering) return
    isGathering = true
    queueMicrotask(() => {
      isGathering = false
      if (!isStopped) changed()
    })
  }

  go()
  const stops = [
    useSearch.subscribe((now, before) => {
      const isSame = now.choices === before.choices && now.sort === before.sort && now.views === before.views
      if (!isSame) soon()
      else if (now.text.trim() !== before.text.trim()) changed()
      else if (now.foundSort !== before.foundSort) soon()
    }),
    usePlaces.subscribe((now, before) => {
      if (now.place !== before.place) soon()
    }),
    useAlike.subscribe(soon),
  ]
  return () => {
    isStopped = true
    waiting = null
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

function questionNow(): Question {
  const { place } = usePlaces.getState()
  const { text, choices, sort, foundSort } = useSearch.getState()
  const query = text.trim()
  const filter = within(filterOf(place), choices)
  const like = likeIn(place)
  if (like) return { query, filter, sort: useAlike.getState().sort, like }
  return { query, filter, sort: query === '' ? sort : (foundSort ?? 'best') }
}
