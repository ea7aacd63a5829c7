import { type RefObject, useEffect, useRef } from 'react'
import type { CameraHold } from './use-camera.ts'
import { changeView } from './view-store.ts'

const KEY_ZOOM = 1.25
const KEY_PAN_PX = 80
/** A wheel's notch is about 100; a pinch on a pad comes as small steps with Control. */
const WHEEL_PX = 400
const PINCH_PX = 90

interface Point {
  readonly x: number
  readonly y: number
}

type Input = Pick<
  React.HTMLAttributes<HTMLElement>,
  'onKeyDown' | 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'
>

/** Everything a hand can do on the cloth: keys, wheel, dragging, two fingers. */
export function useHands(frame: RefObject<HTMLElement | null>, hold: CameraHold, onClose: () => void): Input {
  const latest = useRef(hold)
  useEffect(() => {
    latest.current = hold
  })

  useEffect(() => {
    const element = frame.current
    if (!element) return
    // The keys are for looking around: they work from the first moment.
    element.focus()
    const observer = new ResizeObserver(() =>
      changeView({ box: { width: element.clientWidth, height: element.clientHeight } }),
    )
    observer.observe(element)
    // React listens to the wheel passively; a page that scrolls or zooms beneath the picture helps nobody.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const at = element.getBoundingClientRect()
      const step = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 33 : event.deltaY
      const factor = Math.exp(-step / (event.ctrlKey ? PINCH_PX : WHEEL_PX))
      latest.current.zoomAt(factor, event.clientX - at.left, event.clientY - at.top)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      observer.disconnect()
      element.removeEventListener('wheel', onWheel)
    }
  }, [frame])

  const fingers = useRef(new Map<number, Point>())

  function onPointerMove(event: React.PointerEvent): void {
    const before = fingers.current.get(event.pointerId)
    if (!before) return
    const now = { x: event.clientX, y: event.clientY }
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    fingers.current.set(event.pointerId, now)
    if (!other) {
      hold.pan(now.x - before.x, now.y - before.y)
      return
    }
    // Two fingers: what lies between them stays between them.
    const from = middle(before, other)
    const to = middle(now, other)
    const at = event.currentTarget.getBoundingClientRect()
    hold.pan(to.x - from.x, to.y - from.y)
    hold.zoomAt(apart(now, other) / Math.max(1, apart(before, other)), to.x - at.left, to.y - at.top)
  }

  const letGo = (event: React.PointerEvent) => {
    fingers.current.delete(event.pointerId)
  }

  return {
    onPointerMove,
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onPointerDown: event => {
      if (event.button !== 0) return
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onKeyDown: event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === ' ') onClose()
      else if (!moveByKey(event.key, hold)) return
      event.preventDefault()
    },
  }
}

function moveByKey(key: string, { zoom, pan, fitIn }: CameraHold): boolean {
  if (key === '+' || key === '=') zoom(KEY_ZOOM)
  else if (key === '-') zoom(1 / KEY_ZOOM)
  else if (key === '0') fitIn()
  else if (key === 'ArrowLeft') pan(KEY_PAN_PX, 0)
  else if (key === 'ArrowRight') pan(-KEY_PAN_PX, 0)
  else if (key === 'ArrowUp') pan(0, KEY_PAN_PX)
  else if (key === 'ArrowDown') pan(0, -KEY_PAN_PX)
  else return false
  return true
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

function apart(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}
