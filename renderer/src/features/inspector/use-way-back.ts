import { type RefObject, useRef } from 'react'

/** To a field that was asked for from somewhere else, and with Escape back to where she was. */
export function useWayBack(field: RefObject<HTMLElement | null>): { go: () => void; back: () => void } {
  const cameFrom = useRef<HTMLElement | null>(null)
  return {
    go() {
      const from = document.activeElement
      cameFrom.current = from instanceof HTMLElement ? from : null
      field.current?.scrollIntoView({ block: 'nearest' })
      field.current?.focus()
    },
    back() {
      const from = cameFrom.current
      cameFrom.current = null
      if (from?.isConnected) from.focus()
    },
  }
}
