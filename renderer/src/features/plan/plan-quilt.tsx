import { Part } from '#renderer/ui/part.tsx'
import { leavePlan, usePlanning } from './plan-store.ts'

/** The page for planning a quilt, fetched when it is first wanted. */
export function PlanQuilt() {
  const isOpen = usePlanning(state => state.patternId !== null)
  return <Part isWanted={isOpen} load={loadPage} onFailed={leavePlan} />
}

async function loadPage() {
  return (await import('./plan-page.tsx')).PlanPage
}
