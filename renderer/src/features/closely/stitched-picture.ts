/** The stitches so far, over the pale design. While it plays only what is new is drawn. */
import { aim, type Context, type Sight, THREAD_PX } from './design-picture.ts'
import type { Needle } from './journey.ts'
import type { Paints } from './paints.ts'
import type { Walk } from '#shared/geometry/path-walk.ts'

/** Draws from the first stitch, or on from `since`, to the needle. */
export function drawStitched(
  context: Context,
  sight: Sight,
  walk: Walk,
  since: Needle | null,
  needle: Needle,
  paints: Paints,
): void {
  aim(context, sight)
  context.lineJoin = 'round'
  context.lineCap = 'round'
  context.lineWidth = THREAD_PX / sight.camera.scale
  context.strokeStyle = paints.thread
  context.beginPath()
  for (let run = since?.run ?? 0; run <= needle.run; run++) {
    const { xy } = walk.runs[run]!
    const first = since?.run === run ? since.point : 0
    const isLast = run === needle.run
    const last = isLast ? needle.point : (xy.length >> 1) - 1
    context.moveTo(xy[2 * first]!, xy[2 * first + 1]!)
    for (let point = first + 1; point <= last; point++) context.lineTo(xy[2 * point]!, xy[2 * point + 1]!)
    if (isLast && !needle.isTravelling) context.lineTo(needle.x, needle.y)
  }
  context.stroke()
}
