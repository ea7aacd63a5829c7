import { useEffect } from 'react'
import { decodeSketch } from '#shared/domain/sketch.ts'
import { drawSketch, threadWidth } from './draw-sketch.ts'
import { PICTURE_MARGIN } from './picture-work.ts'
import { useThreadColour } from './studio.ts'
import { useCanvasBox } from './use-canvas-box.ts'
import './picture.css'

/** A sketch at hand, of something that is not in the library yet, on cloth, filling its parent. */
export function SketchPicture({ sketch }: { sketch: Uint8Array | null }) {
  const { frame, canvas, box } = useCanvasBox()
  const colour = useThreadColour()

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    const drawing = sketch && decodeSketch(sketch)
    if (!context || !box || !drawing) return
    context.clearRect(0, 0, box.width, box.height)
    const lineWidth = threadWidth(box.width, window.devicePixelRatio)
    drawSketch(context, drawing, { ...box, margin: PICTURE_MARGIN }, { colour, lineWidth })
  }, [sketch, box, canvas, colour])

  return (
    <div className="picture" ref={frame}>
      <canvas ref={canvas} width={box?.width ?? 0} height={box?.height ?? 0} aria-hidden="true" />
    </div>
  )
}
