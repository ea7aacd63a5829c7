import { type RefObject, useEffect, useRef } from 'react'
import type { GridShape } from './grid-shape.ts'
import { type Box, edgePace, touchedBy } from './marquee.ts'
import { boxOver, cancelBox, finishBox, startBox, useSelection } from './selection.ts'
import type { Rows } from './use-rows.ts'

/** A press that moves less than this is no box. */
const SLACK_PX = 5

interface MarqueeInput {
  readonly scroller: RefObject<HTMLElement | null>
  /** The element that shows the box; a child of what is scrolled. */
  readonly frame: RefObject<HTMLElement | null>
  readonly shape: GridShape
  readonly total: number
  /** Space above the first row. */
  readonly top: number
  readonly rows: Pick<Rows, 'place'>
}

/** Choosing by a box drawn from the empty space between pictures. Held at an edge, the wall moves on under it. */
export function useMarquee(input: MarqueeInput): void {
  const latest = useRef(input)
  useEffect(() => {
    latest.current = input
  })
  const { scroller } = input

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let stop: (() => void) | null = null
    const onDown = (event: PointerEvent) => {
      if (stop || event.button !== 0 || event.pointerType === 'touch' || !isEmptySpace(element, event)) return
      stop = follow(element, event, latest, () => {
        stop = null
      })
    }
    element.addEventListener('pointerdown', onDown)
    return () => {
      element.removeEventListener('pointerdown', onDown)
      stop?.()
    }
  }, [scroller])
}

/** Between the pictures, and not on the scroll bar. */
function isEmptySpace(element: HTMLElement, { target, clientX }: PointerEvent): boolean {
  const isOnCard = target instanceof Element && target.closest('[data-index]') !== null
  return !isOnCard && clientX < element.getBoundingClientRect().left + element.clientLeft + element.clientWidth
}

/** From the press to the end of it. Returns the function that gives it up. */
function follow(
  element: HTMLElement,
  down: PointerEvent,
  latest: RefObject<MarqueeInput>,
  onEnd: () => void,
): () => void {
  const adds = down.ctrlKey || down.metaKey || down.shiftKey || useSelection.getState().several
  const at = (x: number, y: number) => {
    const area = element.getBoundingClientRect()
    const left = area.left + element.clientLeft + Number.parseFloat(getComputedStyle(element).paddingLeft)
    return { x: x - left, y: y - area.top - element.clientTop + latest.current.rows.place().real }
  }
  const from = at(down.clientX, down.clientY)
  let pointer = { x: down.clientX, y: down.clientY }
  let isDrawing = false
  let frame = 0
  let last = 0

  const draw = (time: number) => {
    const { shape, top, total, rows } = latest.current
    const pace = edgePace(pointer.y - element.getBoundingClientRect().top, element.clientHeight)
    if (pace !== 0 && last > 0) element.scrollTop += pace * Math.min(50, time - last)
    last = time
    const to = at(pointer.x, pointer.y)
    const box: Box = { fromX: from.x, fromY: from.y, toX: to.x, toY: to.y }
    boxOver(touchedBy(box, shape, top, total))
    showFrame(latest.current.frame.current, box, rows.place().offset)
    frame = requestAnimationFrame(draw)
  }
  const onMove = (event: PointerEvent) => {
    pointer = { x: event.clientX, y: event.clientY }
    if (isDrawing || Math.hypot(pointer.x - down.clientX, pointer.y - down.clientY) < SLACK_PX) return
    isDrawing = true
    element.setPointerCapture(down.pointerId)
    startBox(adds)
    frame = requestAnimationFrame(draw)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isDrawing) return
    event.preventDefault()
    event.stopPropagation()
    end()
    cancelBox()
  }
  const onUp = () => {
    const wasDrawing = isDrawing
    end()
    if (wasDrawing) void finishBox(latest.current.shape.columns)
  }
  const onLost = () => {
    end()
    cancelBox()
  }
  function end(): void {
    cancelAnimationFrame(frame)
    showFrame(latest.current.frame.current, null, 0)
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', onLost)
    window.removeEventListener('keydown', onKey, true)
    onEnd()
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onUp)
  window.addEventListener('pointercancel', onLost)
  window.addEventListener('keydown', onKey, true)
  return onLost
}

function showFrame(frame: HTMLElement | null, box: Box | null, offset: number): void {
  if (!frame) return
  frame.hidden = box === null
  if (!box) return
  frame.style.left = `${Math.min(box.fromX, box.toX)}px`
  frame.style.top = `${Math.min(box.fromY, box.toY) - offset}px`
  frame.style.width = `${Math.abs(box.toX - box.fromX)}px`
  frame.style.height = `${Math.abs(box.toY - box.fromY)}px`
}
