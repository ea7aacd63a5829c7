/**
 * Whether two pictures of a screen show the same. Letters are drawn a little differently from one computer to the next, so pictures are
 * made small first and compared in squares: a word that moved, a button that went or a colour that changed is seen, a softer edge is not.
 */
import { createCanvas, loadImage } from '@napi-rs/canvas'

/** Width of a kept picture: words are still readable in it, and a whole list of screens stays below a few megabytes. */
const KEPT_WIDTH = 480
/** Side of a square, in pixels of the kept picture. */
const SQUARE = 8
/** How far the mean colour of a square may be off, 0 to 255 a channel. */
const SQUARE_MAY = 22
/** Squares in a thousand that may be off all the same: a ring around what has the focus, which the last move of the hand shows or hides. A row that moved is many more. */
const SQUARES_MAY = 18

export interface Difference {
  /** Squares that are off, of how many. */
  readonly off: number
  readonly of: number
  /** Where the first one is, in pixels of the screen. */
  readonly at: { readonly x: number; readonly y: number } | null
}

/** The picture as it is kept. */
export async function smallPicture(png: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(png)
  const height = Math.round((image.height / image.width) * KEPT_WIDTH)
  const canvas = createCanvas(KEPT_WIDTH, height)
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, KEPT_WIDTH, height)
  return canvas.encode('webp', 82)
}

/** Null when they show the same, but for `may` squares in a thousand. */
export async function difference(
  kept: Uint8Array,
  png: Uint8Array,
  may: number = SQUARES_MAY,
): Promise<Difference | null> {
  const before = await pixelsOf(kept)
  const after = await pixelsOf(await smallPicture(png))
  const columns = Math.floor(before.width / SQUARE)
  const rows = Math.floor(before.height / SQUARE)
  if (before.width !== after.width || before.height !== after.height)
    return { off: columns * rows, of: columns * rows, at: { x: 0, y: 0 } }
  const scale = (await loadImage(png)).width / KEPT_WIDTH
  let off = 0
  let at: Difference['at'] = null
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (squareOff(before, after, column * SQUARE, row * SQUARE) <= SQUARE_MAY) continue
      off++
      at ??= { x: Math.round(column * SQUARE * scale), y: Math.round(row * SQUARE * scale) }
    }
  }
  return off * 1_000 > may * columns * rows ? { off, of: columns * rows, at } : null
}

interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

async function pixelsOf(encoded: Uint8Array): Promise<Pixels> {
  const image = await loadImage(encoded)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return { width: image.width, height: image.height, data: context.getImageData(0, 0, image.width, image.height).data }
}

/** The largest difference of a square's mean in one of the three colours. */
function squareOff(before: Pixels, after: Pixels, left: number, top: number): number {
  const sums = [0, 0, 0]
  for (let y = top; y < top + SQUARE; y++) {
    for (let x = left; x < left + SQUARE; x++) {
      const at = (y * before.width + x) * 4
      for (let channel = 0; channel < 3; channel++)
        sums[channel]! += (before.data[at + channel] ?? 0) - (after.data[at + channel] ?? 0)
    }
  }
  return Math.max(...sums.map(sum => Math.abs(sum) / (SQUARE * SQUARE)))
}
