import { useRef } from 'react'
import { type GridShape, isMoveKey, moveBy } from './grid-shape.ts'
import { choose, chooseAll, clearChosen, useSelection } from './selection.ts'

interface WallInput {
  readonly shape: GridShape
  readonly total: number
  readonly rowsInView: number
  readonly scrollTo: (index: number) => void
  readonly onLook: (index: number) => void
  readonly onOpen: (index: number) => void
  readonly onTrash: () => void
}

/** Keys and presses on the wall, listened for once on the whole of it: a handler a card would cost every frame of a scroll. */
export function useWallInput({ shape, total, rowsInView, scrollTo, onLook, onOpen, onTrash }: WallInput) {
  const isPressing = useRef(false)

  function onKeyDown(event: React.KeyboardEvent): void {
    if (total === 0) return
    const active = Math.min(total - 1, Math.max(0, useSelection.getState().active))
    const command = event.ctrlKey || event.metaKey
    if (isMoveKey(event.key)) {
      const to = moveBy(event.key, active, { columns: shape.columns, total, rowsInView, far: command })
      void choose(to, event.shiftKey ? 'range' : command && event.key.startsWith('Arrow') ? 'move' : 'only')
      scrollTo(to)
    } else if (event.key === ' ') {
      if (command) void choose(active, 'toggle')
      else onLook(active)
    } else if (event.key === 'Enter') {
      onOpen(active)
    } else if (event.key === 'Escape') {
      clearChosen()
    } else if (event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey)) {
      onTrash()
    } else if (command && event.key.toLowerCase() === 'a') {
      void chooseAll()
    } else {
      return
    }
    event.preventDefault()
  }

  return {
    onKeyDown,
    // A click brings the focus before it brings the card: only the keyboard coming in starts at the first picture.
    onPointerDown: () => {
      isPressing.current = true
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
      if (event.shiftKey) void choose(index, 'range')
      else void choose(index, isBox || isSeveral || event.ctrlKey || event.metaKey ? 'toggle' : 'only')
    },
    onDoubleClick: (event: React.MouseEvent) => {
      const index = indexAt(event.target)
      const isBox = event.target instanceof Element && event.target.closest('[data-check]') !== null
      if (index !== null && !isBox && !useSelection.getState().several) onOpen(index)
    },
  }
}

function indexAt(target: EventTarget): number | null {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return card ? Number(card.dataset['index']) : null
}
