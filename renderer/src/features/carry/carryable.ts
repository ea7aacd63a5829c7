/** Pictures that can be picked up: with the pointer onto a place of the side bar, or out of the window as files. */
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import { announce } from '#renderer/ui/announce.tsx'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import { type Carried, startCarrying, stopCarrying, useCarried } from './carried.ts'
import { dataForOutside, startFiles, tellTaken } from './carry-out.ts'
import { drawPreview } from './preview.ts'

export interface Carryable {
  /** What goes along when this element is picked up; null: nothing, it stays where it is. */
  readonly carries: () => Carried | null
  /** Its picture, for under the pointer. */
  readonly picture: () => HTMLCanvasElement | null
  /** Picked up and let go again on the spot: an unsteady press, not a drag. */
  readonly onSlip: () => void
}

/** Closer than this to where it began, a drag was meant as a press. */
const SLIP_PX = 14

/** Lets the element be picked up. Returns the function that takes it back. */
export function carryable(element: HTMLElement, { carries, picture, onSlip }: Carryable): () => void {
  return draggable({
    element,
    // In a desktop window files leave as files; the drag then is the system's and not the page's.
    canDrag: () => {
      const carried = carries()
      return carried !== null && !startFiles(carried)
    },
    getInitialData: () => ({ ...carries() }),
    getInitialDataForExternal: () => dataForOutside(carries()),
    onGenerateDragPreview: ({ nativeSetDragImage }) => {
      setCustomNativeDragPreview({
        nativeSetDragImage,
        getOffset: () => ({ x: 24, y: 24 }),
        render: ({ container }) => drawPreview(container, picture(), carries()?.ids.length ?? 1),
      })
    },
    onDragStart: () => {
      const carried = carries()
      if (!carried) return
      startCarrying(carried)
      announce(t('carry.picked', counted(carried.ids.length)))
    },
    onDrop: ({ location: { initial, current } }) => {
      const { carried } = useCarried.getState()
      stopCarrying()
      const moved = Math.hypot(
        current.input.clientX - initial.input.clientX,
        current.input.clientY - initial.input.clientY,
      )
      if (current.dropTargets.length > 0) return
      if (moved < SLIP_PX) onSlip()
      else if (carried && isOutside(current.input)) tellTaken(carried)
    },
  })
}

/** Let go on the desktop or another program: the browser then tells a place outside of the page, or none at all. */
function isOutside({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): boolean {
  const isNowhere = clientX === 0 && clientY === 0
  return isNowhere || clientX < 0 || clientY < 0 || clientX > window.innerWidth || clientY > window.innerHeight
}
