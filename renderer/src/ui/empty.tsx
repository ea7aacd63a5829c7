import type { ReactNode } from 'react'
import { type Drawing, ThreadDrawing } from './thread-drawing.tsx'
import './empty.css'

interface EmptyProps {
  readonly drawing: Drawing
  readonly sentence: string
  readonly hint?: string
  readonly children?: ReactNode
}

/** A page with nothing on it yet: a drawing in thread, one sentence, one thing to do. */
export function Empty({ drawing, sentence, hint, children }: EmptyProps) {
  return (
    <div className="empty">
      <ThreadDrawing of={drawing} />
      <p className="empty-sentence">{sentence}</p>
      {hint ? <p className="empty-hint">{hint}</p> : null}
      {children ? <div className="empty-actions">{children}</div> : null}
    </div>
  )
}
