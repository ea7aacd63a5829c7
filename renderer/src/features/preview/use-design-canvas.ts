import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Bounds } from '#shared/geometry/bounds.ts'
import type { Run } from '#shared/geometry/design.ts'
import { createDesignPicture } from './design-picture.ts'
import { type Box, type Camera, fitCamera, panCamera, zoomCamera } from './view-frame.ts'

const KEY_ZOOM = 1.25
const KEY_PAN_PX = 80
const NOWHERE: Camera = { scale: 1, x: 0, y: 0 }

interface DesignCanvas {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly input: Pick<
    React.HTMLAttributes<HTMLElement>,
    'onKeyDown' | 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onDoubleClick'
  >
  zoom(factor: number): void
  fit(): void
}

/** A canvas one can look at closely: wheel, keys, buttons and dragging all move the same camera. */
export function useDesignCanvas(
  runs: readonly Run[] | null,
  bounds: Bounds | null,
  steer: { onStep: (by: 1 | -1) => void; onClose: () => void },
): DesignCanvas {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [box, setBox] = useState<Box>({ width: 0, height: 0 })
  /** Null: fitted in, and stays so when the window changes. */
  const [moves, setMoves] = useState<{ of: readonly Run[] | null; camera: Camera } | null>(null)
  const moved = moves && moves.of === runs ? moves.camera : null
  const picture = useMemo(() => (runs ? createDesignPicture(runs) : null), [runs])
  const fitted = useMemo(() => (bounds && box.width > 0 ? fitCamera(bounds, box) : NOWHERE), [bounds, box])
  const camera = moved ?? fitted

  const setMoved = useCallback(
    (change: ((before: Camera | null) => Camera) | null) =>
      setMoves(before => {
        if (change === null) return null
        return { of: runs, camera: change(before && before.of === runs ? before.camera : null) }
      }),
    [runs],
  )

  // The keys are for looking around: they work from the first moment.
  useEffect(() => frame.current?.focus(), [])

  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => setBox({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || box.width === 0) return
    const ratio = window.devicePixelRatio
    element.width = Math.round(box.width * ratio)
    element.height = Math.round(box.height * ratio)
    if (!picture) return
    const css = getComputedStyle(document.documentElement)
    picture.draw(context, camera, box, ratio, {
      thread: css.getPropertyValue('--thread'),
      start: css.getPropertyValue('--start'),
      end: css.getPropertyValue('--end'),
      cloth: css.getPropertyValue('--cloth'),
    })
  }, [picture, box, camera])

  const zoomAt = useCallback(
    (factor: number, px: number, py: number) =>
      setMoved(before => zoomCamera(before ?? fitted, factor, px, py, box, fitted)),
    [box, fitted, setMoved],
  )
  const zoom = (factor: number) => zoomAt(factor, box.width / 2, box.height / 2)

  // React listens to the wheel passively; a page that scrolls away beneath the picture helps nobody.
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const at = element.getBoundingClientRect()
      zoomAt(Math.exp(-event.deltaY / 400), event.clientX - at.left, event.clientY - at.top)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [zoomAt])

  const pan = (dx: number, dy: number) => setMoved(before => panCamera(before ?? fitted, dx, dy))
  const grip = useRef<{ x: number; y: number } | null>(null)

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const sideways = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (event.key === '+' || event.key === '=') zoom(KEY_ZOOM)
    else if (event.key === '-') zoom(1 / KEY_ZOOM)
    else if (event.key === '0') setMoved(null)
    else if (event.key === ' ' || event.key === 'Enter') steer.onClose()
    else if (sideways !== 0 && !moved) steer.onStep(sideways)
    else if (sideways !== 0) pan(-sideways * KEY_PAN_PX, 0)
    else if (event.key === 'ArrowUp') pan(0, KEY_PAN_PX)
    else if (event.key === 'ArrowDown') pan(0, -KEY_PAN_PX)
    else return
    event.preventDefault()
  }

  return {
    frame,
    canvas,
    zoom,
    fit: () => setMoved(null),
    input: {
      onKeyDown,
      onPointerDown: event => {
        grip.current = { x: event.clientX, y: event.clientY }
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove: event => {
        if (!grip.current) return
        pan(event.clientX - grip.current.x, event.clientY - grip.current.y)
        grip.current = { x: event.clientX, y: event.clientY }
      },
      onPointerUp: () => {
        grip.current = null
      },
      onDoubleClick: () => setMoved(null),
    },
  }
}
