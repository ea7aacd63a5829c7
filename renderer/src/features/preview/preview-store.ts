import { create } from 'zustand'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { library } from '#renderer/host/bobbin.ts'

interface Preview {
  readonly detail: PatternDetail | null
  /** The pattern drawn big, over everything. */
  readonly looking: string | null
}

export const usePreview = create<Preview>(() => ({ detail: null, looking: null }))

export function lookAt(id: string): void {
  usePreview.setState({ looking: id })
  void library.call('patterns.get', { id }).then(
    detail => usePreview.setState({ detail }),
    () => undefined,
  )
  // Only "Last used" hangs on this; not worth a word when it fails.
  void library.call('patterns.touch', { id }).catch(() => undefined)
}

export function stopLooking(): void {
  usePreview.setState({ looking: null })
}
