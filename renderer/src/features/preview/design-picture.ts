/** A design made ready for the big view: chords at the tolerance of the screen, drawn again only when she comes much closer. */
import { flattenRun } from '#shared/geometry/flatten.ts'
import type { Run } from '#shared/geometry/design.ts'
import type { Box, Camera } from './view-frame.ts'

/** CSS pixels a chord may stray from the curve: below what an eye sees. */
const STRAY_PX = 0.2

interface Flat {
  /** Millimetres between chord and curve at most. */
  readonly tolerance: number
  readonly stitches: Path2D
  readonly travels: Path2D
  readonly start: { x: number; y: number } | null
  readonly end: { x: number; y: number } | null
}

export interface DesignPicture {
  draw(context: CanvasRenderingContext2D, camera: Camera, box: Box, ratio: number, colours: Colours): void
}

export interface Colours {
  readonly thread: string
  readonly start: string
  readonly end: string
  readonly cloth: string
}

export function createDesignPicture(runs: readonly Run[]): DesignPicture {
  let flat: Flat | null = null

  function flatFor(camera: Camera): Flat {
    const tolerance = STRAY_PX / camera.scale
    // Twice as coarse is still fine to look at; four times finer would be work for nothing.
    if (!flat || flat.tolerance > tolerance * 2 || flat.tolerance < tolerance / 8) flat = flatten(runs, tolerance)
    return flat
  }

  return {
    draw(context, camera, box, ratio, colours) {
      const ready = flatFor(camera)
      const scale = camera.scale * ratio
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, box.width * ratio, box.height * ratio)
      context.setTransform(
        scale,
        0,
        0,
        -scale,
        (box.width / 2) * ratio - camera.x * scale,
        (box.height / 2) * ratio + camera.y * scale,
      )
      context.lineJoin = 'round'
      context.lineCap = 'round'
      context.lineWidth = 1.5 / camera.scale
      context.strokeStyle = colours.end
      context.setLineDash([6 / camera.scale, 5 / camera.scale])
      context.stroke(ready.travels)
      context.setLineDash([])
      context.lineWidth = 2.2 / camera.scale
      context.strokeStyle = colours.thread
      context.stroke(ready.stitches)
      mark(context, ready, 7 / camera.scale, colours)
    },
  }
}

function flatten(runs: readonly Run[], tolerance: number): Flat {
  const stitches = new Path2D()
  const travels = new Path2D()
  let start: Flat['start'] = null
  let end: Flat['end'] = null
  for (const run of runs) {
    const points = flattenRun(run, tolerance)
    if (points.length < 2) continue
    const first = { x: points[0]!, y: points[1]! }
    if (end) {
      travels.moveTo(end.x, end.y)
      travels.lineTo(first.x, first.y)
    }
    start ??= first
    stitches.moveTo(first.x, first.y)
    for (let index = 2; index < points.length; index += 2) stitches.lineTo(points[index]!, points[index + 1]!)
    end = { x: points[points.length - 2]!, y: points[points.length - 1]! }
  }
  return { tolerance, stitches, travels, start, end }
}

function mark(context: CanvasRenderingContext2D, flat: Flat, half: number, colours: Colours): void {
  context.lineWidth = half / 3
  context.strokeStyle = colours.cloth
  if (flat.end) {
    context.fillStyle = colours.end
    context.beginPath()
    context.rect(flat.end.x - half, flat.end.y - half, half * 2, half * 2)
    context.fill()
    context.stroke()
  }
  if (flat.start) {
    context.fillStyle = colours.start
    context.beginPath()
    context.arc(flat.start.x, flat.start.y, half * 1.1, 0, Math.PI * 2)
    context.fill()
    context.stroke()
  }
}
