import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './printed.css'

/** What comes out of the printer while this is on the screen: these pages and nothing of the window. */
export function Printed({ children }: { children: ReactNode }) {
  return createPortal(<div className="printed">{children}</div>, document.body)
}
