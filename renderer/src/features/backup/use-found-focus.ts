import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useSheetBody } from '#renderer/ui/sheet.tsx'

/**
 * What was pressed goes away, or cannot be pressed while it works: the focus then goes to what took its place, or to the sheet, so that
 * Escape and the next Tab do what she expects. Within `place`, by its articles if it has some.
 */
export function useFoundFocus(place: RefObject<HTMLElement | null>): void {
  const body = useSheetBody()
  const at = useRef<number | null>(null)
  useEffect(() => {
    const remember = () => {
      const isInside = place.current?.contains(document.activeElement) ?? false
      at.current = isInside
        ? Math.max(
            0,
            rowsOf(place.current).findIndex(row => row.contains(document.activeElement)),
          )
        : null
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [place])
  // After every change: whether the focus was in what went away shows only then.
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null
    if (!isLost || at.current === null) return
    const rows = rowsOf(place.current)
    const row = rows[Math.min(at.current, rows.length - 1)]
    // It still works; when it is done there is another change.
    if (row?.querySelector('button[disabled]')) return
    const next = row?.querySelector<HTMLElement>('button') ?? body.current
    next?.focus({ preventScroll: next === body.current })
  })
}

function rowsOf(place: HTMLElement | null): HTMLElement[] {
  if (place === null) return []
  const articles = [...place.querySelectorAll('article')]
  return articles.length > 0 ? articles : [place]
}
