import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { decodeSketch } from '#shared/domain/sketch.ts'
import { drawSketch, threadWidth } from './draw-sketch.ts'
import { PICTURE_MARGIN } from './picture-work.ts'
import { useThreadColour } from './studio.ts'
import './picture.css'

/** A sketch at hand, of something that is not in the library yet, on cloth, filling its parent. */
export function SketchPicture({ sketch }: { sketch: Uint8Array | null }) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [box, setBox] = useState({ width: 0, height: 0 })
  const colour = useThreadColour()

  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const ratio = window.devicePixelRatio
      setBox({ width: Math.round(element.clientWidth * ratio), height: Math.round(element.clientHeight * ratio) })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    const drawing = sketch && decodeSketch(sketch)
    if (!context || box.width === 0 || !drawing) return
    context.clearRect(0, 0, box.width, box.height)
    const lineWidth = threadWidth(box.width, window.devicePixelRatio)
    drawSketch(context, drawing, { ...box, margin: PICTURE_MARGIN }, { colour, lineWidth })
  }, [sketch, box, colour])

  return (
    <div className="picture" ref={frame}>
      <canvas ref={canvas} width={box.width} height={box.height} aria-hidden="true" />
    </div>
  )
}
