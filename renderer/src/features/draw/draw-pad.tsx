import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { useThreadColour } from '#renderer/pictures/studio.ts'
import { dropStroke, endStroke, goOn, startStroke, usePad } from './draw-store.ts'
import { HEIGHT, pathOf, type Stroke, WIDTH } from './strokes.ts'

/** Cloth to draw on with mouse, finger or pen. Nothing here needs the keyboard: the shapes below it do the same. */
export function DrawPad() {
  const { t } = useTranslation()
  const drawing = usePad(state => state.drawing)
  const live = usePad(state => state.live)
  const colour = useThreadColour()
  const pointer = useRef<number | null>(null)
  const strokes = live ? [...drawing, live] : drawing

  function onPointerDown(event: React.PointerEvent<SVGSVGElement>) {
    if (event.button !== 0 || pointer.current !== null) return
    pointer.current = event.pointerId
    event.currentTarget.setPointerCapture(event.pointerId)
    const [x, y] = placeOf(event.currentTarget, event)
    startStroke(x, y)
  }

  function onPointerMove(event: React.PointerEvent<SVGSVGElement>) {
    if (event.pointerId !== pointer.current) return
    const pad = event.currentTarget
    const moves = event.nativeEvent.getCoalescedEvents()
    goOn((moves.length > 0 ? moves : [event.nativeEvent]).flatMap(move => placeOf(pad, move)))
  }

  function onPointerEnd(event: React.PointerEvent<SVGSVGElement>, end: () => void) {
    if (event.pointerId !== pointer.current) return
    pointer.current = null
    end()
  }

  return (
    <div className="draw-cloth">
      {strokes.length === 0 ? (
        <p className="draw-empty" aria-hidden="true">
          {t('draw.empty')}
        </p>
      ) : null}
      <svg
        className="draw-pad"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={strokes.length === 0 ? t('draw.empty') : t('draw.pad', counted(strokes.length))}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={event => onPointerEnd(event, endStroke)}
        onPointerCancel={event => onPointerEnd(event, dropStroke)}
      >
        {strokes.map((stroke: Stroke, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a stroke is its place in the drawing
          <path key={index} d={pathOf(stroke)} stroke={colour} />
        ))}
      </svg>
    </div>
  )
}

/** A place in the window as one on the pad. */
function placeOf(pad: SVGSVGElement, at: { readonly clientX: number; readonly clientY: number }): [number, number] {
  const box = pad.getBoundingClientRect()
  return [((at.clientX - box.left) / box.width) * WIDTH, ((at.clientY - box.top) / box.height) * HEIGHT]
}
