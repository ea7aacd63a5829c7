import { type RefObject, useLayoutEffect } from 'react'
import { create } from 'zustand'

/** How much of the wall's foot the bar covers, in CSS pixels; the wall scrolls clear of it. */
export const useCovered = create<{ height: number }>(() => ({ height: 0 }))

/** Measures the bar while it is shown. */
export function useBarHeight(bar: RefObject<HTMLElement | null>, isShown: boolean): void {
  useLayoutEffect(() => {
    const element = bar.current
    if (!isShown || !element) return
    const measure = () => {
      const foot = element.offsetParent?.clientHeight ?? 0
      // From the bar's upper edge down, and as much again as lies below it, so that the last row stands free.
      const below = foot - element.offsetTop - element.offsetHeight
      useCovered.setState({ height: element.offsetHeight + 2 * Math.max(0, below) })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
      useCovered.setState({ height: 0 })
    }
  }, [bar, isShown])
}
