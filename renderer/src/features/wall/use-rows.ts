import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { GridShape } from './grid-shape.ts'
import { afterScroll, atReal, isNearEnd, type ScrollBounds, type ScrollPlace, shownHeight } from './scroll-map.ts'

/** Rows made beyond what is in sight, above and below. */
const OVERSCAN = 2
/** After so long without a move the browser's place is put right in silence. */
const REST_MS = 150

interface RowsInput {
  readonly scroller: RefObject<HTMLElement | null>
  readonly shape: GridShape
  readonly total: number
  /** Height in sight; 0: not known yet. The wall then knows where it will stand, and neither moves nor shows a row. */
  readonly view: number
  /** The wall has come to rest after a move. */
  readonly onRest: () => void
  /** Space above the first row and below the last. */
  readonly top: number
  readonly bottom: number
}

export interface Rows {
  readonly items: readonly { readonly row: number; readonly top: number }[]
  /** Of the element that is scrolled. */
  readonly height: number
  /** Brings a row into sight with the least move; `start`: to the upper edge. */
  readonly scrollTo: (row: number, align: 'auto' | 'start') => void
  /** Puts the picture at this index to the upper edge, `into` of its row already gone by. */
  readonly standAt: (index: number, into: number) => void
  /** Where the wall stands now; `offset`: between the whole wall's pixels and those of the scrolled element. */
  readonly place: () => { readonly real: number; readonly offset: number }
  /** The first picture in sight and how much of its row has gone by. */
  readonly topmost: () => { readonly index: number; readonly into: number }
}

/** The rows in sight of a wall of any height: all rows are equally high, so that none has to be measured. */
export function useRows({ scroller, shape, total, view, top, bottom, onRest }: RowsInput): Rows {
  const rows = Math.ceil(total / shape.columns)
  const bounds: ScrollBounds = { total: top + rows * shape.rowHeight + bottom, view }
  const place = useRef<ScrollPlace>({ real: 0, shown: 0 })
  const now = useRef({ shape, rows, bounds, top, bottom })
  /** None at first: what is in sight is made in one frame, what is not in the next (3 ms of the first pictures of 15,651). */
  const spare = useRef(0)
  const resting = useRef(onRest)
  useEffect(() => {
    resting.current = onRest
  })
  const [shown, setShown] = useState({ first: 0, last: 0, offset: 0 })

  const show = useCallback((next: ScrollPlace) => {
    place.current = next
    const { shape, rows, bounds, top } = now.current
    const first = Math.max(0, Math.floor((next.real - top) / shape.rowHeight) - spare.current)
    const last = Math.min(rows - 1, Math.floor((next.real + bounds.view - top) / shape.rowHeight) + spare.current)
    const offset = next.real - next.shown
    setShown(old => (old.first === first && old.last === last && old.offset === offset ? old : { first, last, offset }))
  }, [])

  /** Moves the browser to where the wall stands. */
  const moveTo = useCallback(
    (real: number) => {
      const before = place.current.shown
      const next = atReal(real, now.current.bounds)
      show(next)
      // At the top all along there is nothing to ask the browser, which lays everything out to answer.
      if (now.current.bounds.view > 0 && (before !== 0 || next.shown !== 0)) moveBrowser(scroller, next.shown)
    },
    [scroller, show],
  )

  const topmost = useCallback(() => {
    const { shape, top } = now.current
    const above = Math.max(0, place.current.real - top) / shape.rowHeight
    // A hair below a whole row is that row: sums of pixels are not exact.
    const row = Math.floor(above + 1e-6)
    return { index: row * shape.columns, into: Math.max(0, above - row) }
  }, [])

  const standAt = useCallback(
    (index: number, into: number) => {
      const { shape, top } = now.current
      const above = Math.floor(index / shape.columns) + into
      moveTo(above === 0 ? 0 : top + above * shape.rowHeight)
    },
    [moveTo],
  )

  // Another size of pictures, letters or window: what was at the upper edge stays there.
  useLayoutEffect(() => {
    const { index, into } = topmost()
    now.current = { shape, rows, bounds: { total: bounds.total, view }, top, bottom }
    standAt(index, into)
  }, [shape, rows, bounds.total, view, top, bottom, topmost, standAt])

  useEffect(() => {
    if (rows === 0 || spare.current === OVERSCAN) return
    const frame = requestAnimationFrame(() => {
      spare.current = OVERSCAN
      show(place.current)
    })
    return () => cancelAnimationFrame(frame)
  }, [rows, show])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | null = null
    const onScroll = () => {
      const { bounds } = now.current
      const next = afterScroll(place.current, element.scrollTop, bounds)
      // At once, in the same frame: rows that come a frame late are seen as a flash.
      flushSync(() => (isNearEnd(next, bounds) ? moveTo(next.real) : show(next)))
      if (timer) clearTimeout(timer)
      timer = setTimeout(() => {
        moveTo(place.current.real)
        resting.current()
      }, REST_MS)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      element.removeEventListener('scroll', onScroll)
      if (timer) clearTimeout(timer)
    }
  }, [scroller, show, moveTo])

  const scrollTo = useCallback(
    (row: number, align: 'auto' | 'start') => {
      const { shape, bounds, top, bottom } = now.current
      const { real } = place.current
      const above = top + row * shape.rowHeight - shape.gap / 2
      const below = above + shape.rowHeight + bottom
      if (align === 'start' || above < real) moveTo(above)
      else if (below > real + bounds.view) moveTo(below - bounds.view)
    },
    [moveTo],
  )

  const items: { row: number; top: number }[] = []
  for (let row = shown.first; view > 0 && row <= Math.min(rows - 1, shown.last); row++) {
    items.push({ row, top: top + row * shape.rowHeight - shown.offset })
  }
  return {
    items,
    height: shownHeight(bounds.total),
    scrollTo,
    standAt,
    place: () => ({ real: place.current.real, offset: place.current.real - place.current.shown }),
    topmost,
  }
}

function moveBrowser({ current }: RefObject<HTMLElement | null>, to: number): void {
  if (current && current.scrollTop !== to) current.scrollTop = to
}
