import { lazy, Suspense } from 'react'

const Page = lazy(async () => ({ default: (await import('./tidy-page.tsx')).TidyPage }))

/** Fetched when it is first opened: the wall comes first. */
export function TidyPage() {
  return (
    <Suspense fallback={null}>
      <Page />
    </Suspense>
  )
}
