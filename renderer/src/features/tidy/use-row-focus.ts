import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/**
 * A row that is done goes away with the button that did it; the focus then goes to the row that took its place, and not to the top of
 * the window.
 */
export function useRowFocus(list: RefObject<HTMLElement | null>): void {
  const at = useRef<number | null>(null)
  useEffect(() => {
    const remember = () => {
      const row = document.activeElement?.closest('li.tidy-row')
      at.current = row && list.current?.contains(row) ? [...list.current.children].indexOf(row) : null
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [list])
  // After every change of the list: whether the focus was in what went away shows only then.
  useLayoutEffect(() => {
    const rows = list.current?.children
    const isLost = document.activeElement === document.body || document.activeElement === null
    if (!isLost || at.current === null || !rows || rows.length === 0) return
    const row = rows[Math.min(at.current, rows.length - 1)]
    row?.querySelector<HTMLElement>('button, input')?.focus()
  })
}
