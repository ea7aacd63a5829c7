/** F6 goes from pane to pane in the order of the eye, as in every program with panes; Shift+F6 goes back. */
import { useEffect } from 'react'

/** The panes of the frame and whatever calls itself one; the document has them in the order of the eye. */
const PANES = '.side, .top, .middle, .frame > aside, [data-pane]'

const PRESSABLE =
  'button:not([disabled]), [href], input:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])'

/** The pane of this window that comes after (or before) the one with the focus. Pure, so that its order can be told by a test. */
export function nextPane(count: number, current: number, by: 1 | -1): number {
  if (current < 0) return by === 1 ? 0 : count - 1
  return (current + by + count) % count
}

/** Where she was in each pane, to come back to. */
const lastIn = new WeakMap<Element, HTMLElement>()

export function usePaneKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      stepPane(event.shiftKey ? -1 : 1)
    }
    const onFocus = (event: FocusEvent) => {
      if (!(event.target instanceof HTMLElement)) return
      const pane = event.target.closest(PANES)
      if (pane) lastIn.set(pane, event.target)
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('focusin', onFocus)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('focusin', onFocus)
    }
  }, [])
}

function stepPane(by: 1 | -1): void {
  // An open sheet is all there is: the panes behind it cannot be reached.
  const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter(
    pane => pane.closest('[inert], [aria-hidden="true"]') === null && startOf(pane) !== null,
  )
  if (panes.length === 0) return
  const current = panes.findIndex(pane => pane.contains(document.activeElement))
  startOf(panes[nextPane(panes.length, current, by)])?.focus()
}

function startOf(pane: HTMLElement | undefined): HTMLElement | null {
  if (!pane) return null
  const last = lastIn.get(pane)
  if (last && pane.contains(last) && isSeen(last)) return last
  return [...pane.querySelectorAll<HTMLElement>(PRESSABLE)].find(isSeen) ?? null
}

function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility()
}
