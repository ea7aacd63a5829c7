/** The drawing thread: sketches and the designers' pictures become bitmaps, so that the window never waits for a line. */
import { decodeSketch } from '#shared/domain/sketch.ts'
import { drawSketch } from './draw-sketch.ts'
import { type DrawAnswer, type DrawOrder, PICTURE_MARGIN } from './picture-work.ts'

// One canvas for all pictures of a size: transferToImageBitmap leaves it empty for the next.
let canvas = new OffscreenCanvas(1, 1)

globalThis.addEventListener('message', (event: MessageEvent<DrawOrder>) => {
  void draw(event.data).then(bitmap => {
    const answer: DrawAnswer = { id: event.data.id, bitmap }
    globalThis.postMessage(answer, { transfer: bitmap ? [bitmap] : [] })
  })
})

async function draw(order: DrawOrder): Promise<ImageBitmap | null> {
  return order.from.kind === 'sketch' ? drawBytes(order.from.bytes, order) : drawUrl(order.from.url, order)
}

function drawBytes(bytes: Uint8Array, order: DrawOrder): ImageBitmap | null {
  const sketch = decodeSketch(bytes)
  const context = sketch && blank(order)
  if (!context) return null
  drawSketch(context, sketch, { width: order.width, height: order.height, margin: PICTURE_MARGIN }, order)
  return canvas.transferToImageBitmap()
}

/** A picture the browser cannot read is no picture: the wall then shows words. */
async function drawUrl(url: string, order: DrawOrder): Promise<ImageBitmap | null> {
  try {
    const answer = await fetch(url)
    if (!answer.ok) return null
    const image = await createImageBitmap(await answer.blob())
    const room = 1 - PICTURE_MARGIN
    const scale = Math.min((order.width * room) / image.width, (order.height * room) / image.height)
    const context = blank(order)
    if (!context) return null
    const width = image.width * scale
    const height = image.height * scale
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, (order.width - width) / 2, (order.height - height) / 2, width, height)
    image.close()
    return canvas.transferToImageBitmap()
  } catch {
    return null
  }
}

function blank(order: DrawOrder): OffscreenCanvasRenderingContext2D | null {
  if (canvas.width !== order.width || canvas.height !== order.height)
    canvas = new OffscreenCanvas(order.width, order.height)
  return canvas.getContext('2d')
}
