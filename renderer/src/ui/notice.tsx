import { CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import './notice.css'

interface NoticeProps {
  readonly tone: 'ok' | 'warn' | 'plain'
  readonly title?: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** What happened, what is safe, what to do: word, shape and colour together. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  const Icon = tone === 'ok' ? CircleCheck : tone === 'warn' ? TriangleAlert : Info
  return (
    <div className={`notice notice-${tone}`} role={tone === 'warn' ? 'alert' : 'status'}>
      <Icon aria-hidden="true" />
      <div className="notice-words">
        {title ? <p className="notice-title">{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action}
    </div>
  )
}
