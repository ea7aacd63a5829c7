/** Which patterns the pane and the big view show: those she chose on the wall. */
import { useEffect } from 'react'
import { closePage, show } from '#renderer/features/inspector/index.ts'
import { lookAt } from '#renderer/features/preview/index.ts'
import { cardAt, choose, useSelection, useWall } from '#renderer/features/wall/index.ts'

export function useShownPattern(): void {
  const chosen = useSelection(state => state.chosen)
  useEffect(() => {
    show([...chosen])
    if (chosen.size === 0) closePage()
  }, [chosen])
}

/** The pattern before or after, in the big view and on the wall behind it. */
export async function stepShown(by: 1 | -1): Promise<void> {
  const { total, pages } = useWall.getState()
  const to = useSelection.getState().active + by
  const card = cardAt(pages, to)
  if (to < 0 || to >= (total ?? 0) || !card) return
  await choose(to, 'only')
  lookAt(card.id)
}

export function lookAtIndex(index: number): void {
  const card = cardAt(useWall.getState().pages, index)
  if (!card) return
  const { chosen } = useSelection.getState()
  if (chosen.size <= 1) void choose(index, 'only')
  lookAt(card.id)
}

export function focusWall(): void {
  document.getElementById('wall')?.focus()
}
