import { Part } from '#renderer/ui/part.tsx'
import { closePrepare, usePrepare } from './prepare-store.ts'

const loadSheet = async () => (await import('./prepare-sheet.tsx')).PrepareSheet

/** The sheet for preparing, fetched when it is first wanted. */
export function PreparePart() {
  const isWanted = usePrepare(state => state.patternId !== null)
  return <Part isWanted={isWanted} load={loadSheet} onFailed={closePrepare} />
}
