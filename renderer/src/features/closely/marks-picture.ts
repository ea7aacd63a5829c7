/** The marks over the thread: start, end, stops of the machine, the needle. Told apart by shape as well as colour. */
import type { Run } from '#shared/geometry/design.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import type { Camera } from './camera.ts'
import { aim, type Context, type Sight } from './design-picture.ts'
import type { Needle } from './journey.ts'
import type { Paints } from './paints.ts'

/** Half the width of a mark, CSS pixels. */
const HALF = 8

export function drawMarks(context: Context, sight: Sight, runs: readonly Run[], paints: Paints): void {
  const first = runs[0]
  const last = runs.at(-1)
  if (!first || !last) return
  const { scale } = sight.camera
  const half = HALF / scale
  aim(context, sight)
  context.lineWidth = half / 3
  context.strokeStyle = paints.cloth
  context.fillStyle = paints.warn
  for (const run of runs) if (run.pauseBefore !== undefined) diamond(context, startOf(run), half * 1.2)
  context.fillStyle = paints.end
  const end = endOf(last)
  context.beginPath()
  context.rect(end.x - half, end.y - half, half * 2, half * 2)
  paint(context)
  context.fillStyle = paints.start
  const start = startOf(first)
  context.beginPath()
  context.arc(start.x, start.y, half * 1.1, 0, Math.PI * 2)
  paint(context)
}

/** A ring with a point in it, and the dashed way it is travelling on. */
export function drawNeedle(context: Context, sight: Sight, needle: Needle, from: Run, paints: Paints): void {
  const { scale } = sight.camera
  aim(context, sight)
  if (needle.isTravelling) {
    const left = endOf(from)
    context.strokeStyle = paints.end
    context.lineWidth = 2.5 / scale
    context.setLineDash([8 / scale, 5 / scale])
    context.beginPath()
    context.moveTo(left.x, left.y)
    context.lineTo(needle.x, needle.y)
    context.stroke()
    context.setLineDash([])
  }
  context.strokeStyle = paints.cloth
  ring(context, needle, 8 / scale, scale)
  context.fillStyle = paints.cloth
  context.fill()
  context.strokeStyle = paints.accent
  ring(context, needle, 4 / scale, scale)
  context.fillStyle = paints.accent
  context.beginPath()
  context.arc(needle.x, needle.y, 3 / scale, 0, Math.PI * 2)
  context.fill()
}

function ring(context: Context, at: { x: number; y: number }, width: number, scale: Camera['scale']): void {
  context.lineWidth = width
  context.beginPath()
  context.arc(at.x, at.y, 11 / scale, 0, Math.PI * 2)
  context.stroke()
}

function diamond(context: Context, at: { x: number; y: number }, half: number): void {
  context.beginPath()
  context.moveTo(at.x, at.y + half)
  context.lineTo(at.x + half, at.y)
  context.lineTo(at.x, at.y - half)
  context.lineTo(at.x - half, at.y)
  context.closePath()
  paint(context)
}

function paint(context: Context): void {
  context.stroke()
  context.fill()
}
