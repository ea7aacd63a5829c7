/** The thread that draws a design of very many points, so that the window never waits for it. */
import { type Walk, walkAlong } from '#shared/geometry/path-walk.ts'
import { createDesignPicture, type DesignPicture } from './design-picture.ts'
import { dotsOf } from './calm-layer.ts'
import type { AwayAnswer, AwayOrder } from './draw-away.ts'
import { walkTolerance } from './shown-design.ts'
import { drawStitched } from './stitched-picture.ts'

let picture: DesignPicture | null = null
let walk: Walk | null = null

globalThis.addEventListener('message', (event: MessageEvent<AwayOrder>) => {
  const order = event.data
  if (order.kind === 'runs') {
    picture = createDesignPicture(order.runs)
    walk = walkAlong(order.runs, walkTolerance(order.runs))
    return
  }
  const answer: AwayAnswer = { id: order.id, bitmap: draw(order) }
  globalThis.postMessage(answer, { transfer: answer.bitmap ? [answer.bitmap] : [] })
})

function draw({ picture: asked, sight, paints }: Extract<AwayOrder, { kind: 'draw' }>): ImageBitmap | null {
  const { width, height } = dotsOf(sight)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context || !picture || !walk) return null
  if (asked.kind === 'design') picture.draw(context, sight, asked.tiles, asked.emphasis, paints)
  else drawStitched(context, sight, walk, null, asked.needle, paints)
  return canvas.transferToImageBitmap()
}
