/** Which patterns the pane and the close view show: those she chose on the wall. */
import { useEffect, useMemo } from 'react'
import { lookAt, useLooking, type WallPlace } from '#renderer/features/closely/index.ts'
import { closePage, show } from '#renderer/features/inspector/index.ts'
import { cardAt, choose, idAt, useSelection, useWall } from '#renderer/features/wall/index.ts'

export function useShownPattern(): void {
  const chosen = useSelection(state => state.chosen)
  useEffect(() => {
    show([...chosen])
    if (chosen.size === 0) closePage()
  }, [chosen])
}

/** The pattern before or after, looked at closely and on the wall behind it. */
export async function stepShown(by: 1 | -1): Promise<void> {
  const { total, pages } = useWall.getState()
  const { active, chosen } = useSelection.getState()
  // A pattern put into the trash meanwhile has left its place to the next one.
  const isHere = cardAt(pages, active)?.id === useLooking.getState().id
  const to = isHere || by < 0 ? active + by : active
  if (to < 0 || to >= (total ?? 0)) return
  const id = await idAt(to)
  if (id === undefined) return
  // Several she has chosen stay chosen.
  await choose(to, chosen.size > 1 ? 'move' : 'only')
  lookAt(id)
}

/** Where the pattern she looks at closely hangs on the wall; null: it does not any more. */
export function useWallPlace(): WallPlace | null {
  const id = useLooking(state => state.id)
  const active = useSelection(state => state.active)
  const total = useWall(state => state.total)
  const isHere = useWall(state => cardAt(state.pages, active)?.id === id)
  return useMemo(() => (isHere && total !== null ? { at: active + 1, total } : null), [isHere, active, total])
}

export async function lookAtIndex(index: number): Promise<void> {
  const id = await idAt(index)
  if (id === undefined) return
  const { chosen } = useSelection.getState()
  if (chosen.size <= 1) void choose(index, 'only')
  lookAt(id)
}

export function focusWall(): void {
  document.getElementById('wall')?.focus()
}
