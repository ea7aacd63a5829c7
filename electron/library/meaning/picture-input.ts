import { createCanvas } from '@napi-rs/canvas'
import type { Sketch } from '#shared/domain/sketch.ts'
import type { PictureEncoder } from './manifest.ts'

/** Part of the longer side left white at each edge. */
const MARGIN = 0.06
const PAPER = '#ffffff'
const THREAD = '#000000'
/** Thread as it looks on the pictures such models know: about a 110th of the side, never thinner than a pixel and a bit. */
const LINE_PART = 1 / 110
const THINNEST_PX = 1.25

/** The sketch as a picture encoder takes it: a square of three planes (red, green, blue), row by row, standardised. */
export function pictureInput(sketch: Sketch, { size, mean, std }: Pick<PictureEncoder, 'size' | 'mean' | 'std'>) {
  const pixels = draw(sketch, size)
  const planes = new Float32Array(3 * size * size)
  for (let plane = 0; plane < 3; plane++)
    for (let pixel = 0; pixel < size * size; pixel++)
      planes[plane * size * size + pixel] =
        ((pixels[pixel * 4 + plane] ?? 0) / 255 - (mean[plane] ?? 0)) / (std[plane] ?? 1)
  return planes
}

function draw({ width, height, runs }: Sketch, size: number): Uint8ClampedArray {
  const canvas = createCanvas(size, size)
  const pen = canvas.getContext('2d')
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, size, size)
  const scale = (size * (1 - 2 * MARGIN)) / Math.max(width, height, 1)
  pen.translate((size - width * scale) / 2, (size - height * scale) / 2)
  pen.scale(scale, scale)
  pen.strokeStyle = THREAD
  pen.lineWidth = Math.max(THINNEST_PX, size * LINE_PART) / scale
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.beginPath()
  for (const run of runs) {
    for (let index = 0; index < run.length; index += 2) {
      if (index === 0) pen.moveTo(run[0] ?? 0, run[1] ?? 0)
      else pen.lineTo(run[index] ?? 0, run[index + 1] ?? 0)
    }
  }
  pen.stroke()
  return pen.getImageData(0, 0, size, size).data
}
