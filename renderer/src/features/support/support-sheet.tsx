import { useSupport, closeSupport } from './support-store.ts'
import { SupportPage } from './support-page.tsx'

/** Everything that would go to support, in full, before anything leaves; a page made anew each time it is opened. */
export function SupportSheet() {
  const open = useSupport(state => state.open)
  return open ? <SupportPage onClose={closeSupport} /> : null
}
