import { lazy, Suspense } from 'react'
import type { OrderKind } from './kinds.ts'

const Page = lazy(async () => ({ default: (await import('./order-page.tsx')).OrderPage }))

/** Fetched when it is first opened: the wall comes first. */
export function OrderPage({ kind }: { kind: OrderKind }) {
  return (
    <Suspense fallback={null}>
      <Page kind={kind} />
    </Suspense>
  )
}
