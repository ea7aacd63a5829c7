import type { Sketch } from '#shared/domain/sketch.ts'

export interface DrawBox {
  readonly width: number
  readonly height: number
  /** Part of the box kept free on every side. */
  readonly margin: number
}

export interface DrawStyle {
  readonly colour: string
  /** Device pixels. */
  readonly lineWidth: number
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Where the sketch lands in the box: whole, centred, true to its proportions. */
function fitSketch(sketch: Sketch, box: DrawBox): { scale: number; x: number; y: number } {
  const room = 1 - 2 * box.margin
  const width = Math.max(1, sketch.width)
  const height = Math.max(1, sketch.height)
  const scale = Math.min((box.width * room) / width, (box.height * room) / height)
  return { scale, x: (box.width - width * scale) / 2, y: (box.height - height * scale) / 2 }
}

/** Strokes every run of the sketch in one path: one stroke call is many times faster than one a run. */
export function drawSketch(context: Context, sketch: Sketch, box: DrawBox, style: DrawStyle): void {
  const { scale, x, y } = fitSketch(sketch, box)
  context.strokeStyle = style.colour
  context.lineWidth = style.lineWidth
  context.lineJoin = 'round'
  context.lineCap = 'round'
  context.beginPath()
  for (const run of sketch.runs) {
    for (let index = 0; index < run.length; index += 2) {
      const px = x + run[index]! * scale
      const py = y + run[index + 1]! * scale
      if (index === 0) context.moveTo(px, py)
      else context.lineTo(px, py)
    }
    // A run of one point is a single stitch: a line to itself with round caps makes the dot.
    if (run.length === 2) context.lineTo(x + run[0]! * scale, y + run[1]! * scale)
  }
  context.stroke()
}

/** First and last point in box pixels; null for a sketch without points. */
export function endsOf(
  sketch: Sketch,
  box: DrawBox,
): { start: { x: number; y: number }; end: { x: number; y: number } } | null {
  const first = sketch.runs.find(run => run.length > 1)
  const last = sketch.runs.findLast(run => run.length > 1)
  if (!first || !last) return null
  const { scale, x, y } = fitSketch(sketch, box)
  return {
    start: { x: x + first[0]! * scale, y: y + first[1]! * scale },
    end: { x: x + last[last.length - 2]! * scale, y: y + last[last.length - 1]! * scale },
  }
}

/** Line width for a picture this many device pixels wide: thread, neither hair nor rope. */
export function threadWidth(width: number, pixelRatio: number): number {
  return Math.min(2.4, Math.max(1.3, width / pixelRatio / 105)) * pixelRatio
}

/** Start as a disc, end as a square: told apart by shape as well as colour. */
export function drawEnds(
  context: CanvasRenderingContext2D,
  ends: { start: { x: number; y: number }; end: { x: number; y: number } },
  style: { start: string; end: string; cloth: string; size: number },
): void {
  const half = style.size / 2
  context.lineWidth = Math.max(1, style.size / 6)
  context.strokeStyle = style.cloth
  context.fillStyle = style.end
  context.beginPath()
  context.rect(ends.end.x - half, ends.end.y - half, style.size, style.size)
  context.fill()
  context.stroke()
  context.fillStyle = style.start
  context.beginPath()
  context.arc(ends.start.x, ends.start.y, half * 1.1, 0, Math.PI * 2)
  context.fill()
  context.stroke()
}
