import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { type SectionId, setOpen, useInspectorView } from './inspector-view.ts'

interface SectionProps {
  readonly id: SectionId
  readonly title: string
  /** What stands in it, in a line, while it is closed. */
  readonly brief: string
  readonly level: 2 | 3
  readonly children: ReactNode
}

/** A part of the pane that opens; whether it is open is remembered. What is in a closed one is not made. */
export function Section({ id, title, brief, level, children }: SectionProps) {
  const isOpen = useInspectorView(state => state.open.includes(id))
  return (
    <Disclosure className="section" isExpanded={isOpen} onExpandedChange={open => setOpen(id, open)}>
      <Heading level={level} className="section-head">
        <Button slot="trigger" className="section-button">
          <ChevronRight aria-hidden="true" className="section-mark" />
          <span className="section-title">{title}</span>
          {isOpen || brief === '' ? null : (
            <span className="section-brief" title={brief}>
              {brief}
            </span>
          )}
        </Button>
      </Heading>
      <DisclosurePanel className="section-panel">
        {isOpen ? <div className="section-body">{children}</div> : null}
      </DisclosurePanel>
    </Disclosure>
  )
}
