import { createCanvas, Path2D } from '@napi-rs/canvas'
import { COLOURS, type Drawing } from './drawing.ts'

/** The drawing as pixels. WebP without loss: thin lines are what the lossy kind smears. */
export async function pictureRaster(drawing: Drawing, kind: 'png' | 'webp'): Promise<Uint8Array> {
  const canvas = createCanvas(drawing.width, drawing.height)
  const pen = canvas.getContext('2d')
  pen.fillStyle = COLOURS.paper
  pen.fillRect(0, 0, drawing.width, drawing.height)
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.lineWidth = drawing.lineWidth
  if (drawing.travel !== '') {
    pen.strokeStyle = COLOURS.travel
    pen.setLineDash([drawing.lineWidth * 4, drawing.lineWidth * 4])
    pen.stroke(new Path2D(drawing.travel))
    pen.setLineDash([])
  }
  pen.strokeStyle = COLOURS.thread
  pen.stroke(new Path2D(drawing.thread))
  if (drawing.marks) {
    const { start, end, radius } = drawing.marks
    const half = radius * 1.2
    pen.fillStyle = COLOURS.end
    pen.fillRect(end.x - half, end.y - half, 2 * half, 2 * half)
    pen.fillStyle = COLOURS.start
    pen.beginPath()
    pen.arc(start.x, start.y, radius, 0, 2 * Math.PI)
    pen.fill()
  }
  return kind === 'png' ? canvas.encode('png') : canvas.encode('webp', 100)
}
