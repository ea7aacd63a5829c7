import type { ReactNode } from 'react'

/** One part of a machine's page. */
export function MachinePart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="machine-part" aria-label={title}>
      <h4>{title}</h4>
      {children}
    </section>
  )
}
