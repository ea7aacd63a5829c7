import { lazy, Suspense } from 'react'

const Page = lazy(async () => ({ default: (await import('./doubles-page.tsx')).DoublesPage }))

/** Fetched when it is first opened: the wall comes first. */
export function DoublesPage() {
  return (
    <Suspense fallback={null}>
      <Page />
    </Suspense>
  )
}
