import { useRef } from 'react'
import { type GridShape, isMoveKey, moveBy } from './grid-shape.ts'
import { runCommand } from '#renderer/commands/commands.ts'
import { pressed } from '#renderer/features/carry/index.ts'
import { carriedFrom } from './use-row-carry.ts'
import { choose, useSelection } from './selection.ts'
import { cardAt, useWall } from './wall-store.ts'
import { openWallMenu } from './wall-menu.tsx'

interface WallInput {
  readonly shape: GridShape
  readonly total: number
  readonly rowsInView: number
  readonly scrollTo: (index: number) => void
}

/**
 * Moving and choosing on the wall by keys and presses, listened for once on the whole of it: a handler a card would cost every frame
 * of a scroll. What is done to the chosen ones are commands, with keys of their own.
 */
export function useWallInput({ shape, total, rowsInView, scrollTo }: WallInput) {
  const isPressing = useRef(false)

  function onKeyDown(event: React.KeyboardEvent): void {
    if (total === 0) return
    const active = Math.min(total - 1, Math.max(0, useSelection.getState().active))
    const command = event.ctrlKey || event.metaKey
    if (isMoveKey(event.key)) {
      const to = moveBy(event.key, active, { columns: shape.columns, total, rowsInView, far: command })
      void choose(to, event.shiftKey ? 'range' : command && event.key.startsWith('Arrow') ? 'move' : 'only')
      scrollTo(to)
    } else if (event.key === ' ' && command) {
      void choose(active, 'toggle')
    } else if (event.key === 'Backspace' && event.metaKey) {
      runCommand('trash')
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      openMenuAt(active)
    } else {
      return
    }
    event.preventDefault()
  }

  return {
    onKeyDown,
    // A click brings the focus before it brings the card: only the keyboard coming in starts at the first picture.
    onPointerDown: (event: React.PointerEvent) => {
      isPressing.current = true
      const index = indexAt(event.target)
      if (index !== null && event.button === 0) pressed(carriedFrom(index)?.ids ?? [])
    },
    onFocus: () => {
      if (!isPressing.current && useSelection.getState().active < 0 && total > 0) void choose(0, 'move')
    },
    onClick: (event: React.MouseEvent) => {
      isPressing.current = false
      const index = indexAt(event.target)
      if (index === null) return
      const isBox = event.target instanceof Element && event.target.closest('[data-check]') !== null
      const isSeveral = useSelection.getState().several
      const adds = isBox || isSeveral || event.ctrlKey || event.metaKey
      if (event.shiftKey) void choose(index, adds ? 'add-range' : 'range')
      else void choose(index, adds ? 'toggle' : 'only')
    },
    onDoubleClick: (event: React.MouseEvent) => {
      const index = indexAt(event.target)
      const isBox = event.target instanceof Element && event.target.closest('[data-check]') !== null
      if (index !== null && !isBox && !useSelection.getState().several) runCommand('open')
    },
    onContextMenu: (event: React.MouseEvent) => {
      const index = indexAt(event.target)
      const isByKey = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === ''
      if (index === null && !isByKey) return
      event.preventDefault()
      if (index === null) openMenuAt(Math.max(0, useSelection.getState().active))
      else void chooseForMenu(index).then(() => openWallMenu({ x: event.clientX, y: event.clientY }))
    },
  }
}

/** By keyboard the menu opens on the picture the keyboard stands on. */
function openMenuAt(index: number): void {
  const card = document.getElementById(`wall-${index}`)?.getBoundingClientRect()
  if (card)
    void chooseForMenu(index).then(() => openWallMenu({ x: card.left + card.width / 2, y: card.top + card.height / 2 }))
}

/** A menu is about what is chosen; on a picture that is not, it is about that one. */
async function chooseForMenu(index: number): Promise<void> {
  const card = cardAt(useWall.getState().pages, index)
  if (card && !useSelection.getState().chosen.has(card.id)) await choose(index, 'only')
}

function indexAt(target: EventTarget): number | null {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return card ? Number(card.dataset['index']) : null
}
