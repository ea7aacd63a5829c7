import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Dots of the screen. */
export interface CanvasBox {
  readonly width: number
  readonly height: number
}

/** A canvas that fills its frame. `box` is null while there is no room for a single dot. */
export function useCanvasBox(): {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly box: CanvasBox | null
} {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [box, setBox] = useState<CanvasBox | null>(null)

  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const ratio = window.devicePixelRatio
      const width = Math.round(element.clientWidth * ratio)
      const height = Math.round(element.clientHeight * ratio)
      setBox(width > 0 && height > 0 ? { width, height } : null)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  return { frame, canvas, box }
}
