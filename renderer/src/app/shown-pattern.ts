/** Which pattern the pane and the big view show: the one she chose last on the wall. */
import { useEffect } from 'react'
import { closePage, lookAt, show } from '#renderer/features/preview/index.ts'
import { cardAt, choose, useSelection, useWall } from '#renderer/features/wall/index.ts'

export function useShownPattern(): void {
  const { chosen, active } = useSelection()
  // The one id and not the pages: those change with every scroll, and the whole window would follow.
  const activeId = useWall(state => cardAt(state.pages, active)?.id)
  const shown = chosen.size === 1 ? [...chosen][0] : activeId
  const wanted = chosen.size === 0 ? null : (shown ?? null)
  useEffect(() => {
    void show(wanted)
    if (wanted === null) closePage()
  }, [wanted])
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
