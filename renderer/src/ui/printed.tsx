import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import './printed.css'

/** What comes out of the printer while this is on the screen: these pages and nothing of the window. */
export function Printed({ children }: { children: ReactNode }) {
  useEffect(() => {
    // The window is hidden while it prints, and what is hidden loses the focus.
    let held: Element | null = null
    const before = () => {
      held = document.activeElement
    }
    const after = () => {
      if (held instanceof HTMLElement) held.focus()
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return createPortal(<div className="printed">{children}</div>, document.body)
}
